// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal_survey.h"

#include <QVariant>

#include <algorithm>
#include <numeric>
#include <optional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

qint64 countOf(const QList<JournalGap> &gaps)
{
    return std::accumulate(gaps.begin(), gaps.end(), qint64(0),
                           [](qint64 sum, const JournalGap &gap) { return sum + gap.count(); });
}

} // namespace

JournalSurvey::JournalSurvey(Connection &connection, const Take &take)
{
    constexpr qint64 First = std::numeric_limits<qint64>::min(); // damage can make any number of a small one
    std::optional<JournalSegment> segment = Journal::segmentFrom(connection, First);
    while (segment) {
        takeSegment(*segment, take);
        if (segment->firstPush == std::numeric_limits<qint64>::max())
            break;
        segment = Journal::segmentFrom(connection, segment->firstPush + 1);
    }
    noteHoleUpTo(connection.value(u"SELECT value FROM meta WHERE key = 'pushes'"_s).toLongLong() + 1);
    m_unreadable = std::max<qint64>(0, countOf(m_holes) - countOf(JournalGaps::lacking(connection)));
}

void JournalSurvey::takeSegment(const JournalSegment &segment, const Take &take)
{
    QList<JournalEntry> entries;
    try {
        entries = Journal::open(segment);
    } catch (const DamagedSegment &damaged) {
        m_damage.append(damaged.text());
        return;
    }
    noteHoleUpTo(segment.firstPush);
    m_next = std::max(m_next, segment.lastPush() + 1);
    m_messages += segment.count;
    take(segment.firstPush, entries);
}

void JournalSurvey::noteHoleUpTo(qint64 end)
{
    if (end > m_next)
        m_holes.append({m_next, end - 1, GapReason::Missing, 0});
    m_next = std::max(m_next, end);
}

} // namespace callboard
