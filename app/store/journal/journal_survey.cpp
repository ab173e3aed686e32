// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal/journal_survey.h"

#include "store/database/snapshot.h"

#include <QVariant>

#include <algorithm>
#include <numeric>
#include <optional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int SegmentsAtOnce = 256;

qint64 countOf(const QList<JournalGap> &gaps)
{
    return std::accumulate(gaps.begin(), gaps.end(), qint64(0),
                           [](qint64 sum, const JournalGap &gap) { return sum + gap.count(); });
}

} // namespace

JournalSurvey::JournalSurvey(Connection &connection, const Take &take)
{
    const qint64 last = connection.value(u"SELECT value FROM meta WHERE key = 'pushes'"_s).toLongLong();
    while (readPiece(connection, take)) { }
    noteHoleUpTo(last + 1);
    m_unreadable = std::max<qint64>(0, countOf(m_holes) - countOf(JournalGaps::lacking(connection)));
}

/// False at the journal's end.
bool JournalSurvey::readPiece(Connection &connection, const Take &take)
{
    constexpr qint64 First = std::numeric_limits<qint64>::min(); // damage can make any number of a small one
    const Snapshot snapshot(connection);
    if (m_lastFirst)
        takeJoined(connection, take);
    for (int i = 0; i < SegmentsAtOnce; ++i) {
        if (m_lastFirst == std::numeric_limits<qint64>::max())
            return false;
        const auto segment = Journal::segmentFrom(connection, m_lastFirst ? *m_lastFirst + 1 : First);
        if (!segment)
            return false;
        m_lastFirst = segment->firstPush;
        takeSegment(*segment, take);
    }
    return true;
}

/// Since the last piece what follows may have become a part of a segment that begins before.
void JournalSurvey::takeJoined(Connection &connection, const Take &take)
{
    const auto segment = Journal::segmentUpTo(connection, *m_lastFirst);
    if (segment && segment->firstPush <= m_next && segment->lastPush() >= m_next)
        takeSegment(*segment, take);
}

void JournalSurvey::takeSegment(const JournalSegment &segment, const Take &take)
{
    QList<JournalEntry> entries;
    try {
        entries = Journal::open(segment);
    } catch (const DamagedSegment &damaged) {
        if (!m_damage.contains(damaged.readerText()))
            m_damage.append(damaged.readerText());
        return;
    }
    noteHoleUpTo(segment.firstPush);
    const qint64 known = std::clamp<qint64>(m_next - segment.firstPush, 0, segment.count);
    m_next = std::max(m_next, segment.lastPush() + 1);
    m_messages += segment.count - known;
    if (known == 0)
        take(segment.firstPush, entries);
    else if (known < segment.count)
        take(segment.firstPush + known, entries.mid(known));
}

void JournalSurvey::noteHoleUpTo(qint64 end)
{
    if (end > m_next)
        m_holes.append({m_next, end - 1, GapReason::Missing, 0});
    m_next = std::max(m_next, end);
}

} // namespace callboard
