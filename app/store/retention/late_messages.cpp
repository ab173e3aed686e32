// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention/late_messages.h"

#include "record/protocol/push_message.h"
#include "store/journal/journal.h"
#include "store/table/other_pushes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

#include <algorithm>
#include <limits>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int CallsAtOnce = 500;
constexpr qsizetype MostCalls = 1'000; ///< that the journal is read through for at once
constexpr int SegmentsLookedAt = 512;
constexpr qint64 OthersFollowMs = 86'400'000; ///< so long after a record recordings and dialogues are looked for
constexpr qsizetype SegmentsAtOnce = 2; ///< unpacked and parsed, each up to some hundred messages

struct SegmentRange
{
    qint64 firstPush = 0, firstArrival = 0, lastArrival = 0;
};

QList<SegmentRange> rangesFrom(Connection &connection, qint64 firstPush)
{
    static const QString text =
        u"SELECT first_push, first_arrival, last_arrival FROM push WHERE first_push >= ? ORDER BY first_push LIMIT %1"_s
            .arg(SegmentsLookedAt);
    NativeStatement &rows = connection.native(text);
    rows.bind(firstPush);
    QList<SegmentRange> ranges;
    while (rows.next())
        ranges.append({rows.number(0), rows.number(1), rows.number(2)});
    return ranges;
}

/// What stays of a message: it is still one of this part of this call.
QByteArray emptied(const PartMessage &message)
{
    QJsonObject left{{u"call_uuid"_s, message.fields.callUuid}};
    if (message.fields.timeHangup > 0)
        left.insert(u"time_hangup"_s, message.fields.timeHangup);
    if (message.part == Part::Outbound)
        left.insert(u"task_row_index"_s, 0);
    return QJsonDocument(left).toJson(QJsonDocument::Compact);
}

} // namespace

void LateMessages::restart(qint64 keptSince)
{
    m_keptSince = keptSince;
    m_lastCall = {std::numeric_limits<qint64>::min(), 0};
    m_hasAllCalls = false;
    m_uuids.clear();
    m_stage = keptSince > 0 ? Stage::Begin : Stage::Done;
}

qint64 LateMessages::step()
{
    if (m_stage == Stage::Begin)
        begin();
    else if (m_stage == Stage::Calls)
        findCalls();
    else if (m_stage == Stage::Segments)
        return emptySegments();
    return 0;
}

void LateMessages::begin()
{
    const QVariant first = m_connection.value(u"SELECT first_push FROM push ORDER BY first_push LIMIT 1"_s);
    m_firstPush = first.toLongLong();
    m_othersFollowMs = OtherPushes::total(m_connection).isEmpty() ? 0 : OthersFollowMs;
    m_stage = first.isValid() ? Stage::Calls : Stage::Done;
}

/// A call names its latest records: where these are gone with their segments, so are the earlier ones. It does not name
/// its recordings and dialogues, which mostly follow soon; later ones go when they are old themselves.
void LateMessages::findCalls()
{
    static const QString text =
        u"SELECT placed_at, id, call_uuid, first_arrival, last_arrival, basic_push, outbound_push FROM call WHERE "
        "placed_at < ? AND (placed_at, id) > (?, ?) ORDER BY placed_at, id LIMIT %1"_s.arg(CallsAtOnce);
    NativeStatement &rows = m_connection.native(text);
    rows.bind(m_keptSince).bind(m_lastCall.first).bind(m_lastCall.second);
    int count = 0;
    while (rows.next()) {
        ++count;
        m_lastCall = {rows.number(0), rows.number(1)};
        if (m_othersFollowMs == 0 && std::max(rows.number(5), rows.number(6)) < m_firstPush)
            continue;
        const bool isFirst = m_uuids.isEmpty();
        m_uuids.insert(rows.text(2));
        m_firstArrival = isFirst ? rows.number(3) : std::min(m_firstArrival, rows.number(3));
        const qint64 lastArrival = rows.number(4) + m_othersFollowMs;
        m_lastArrival = isFirst ? lastArrival : std::max(m_lastArrival, lastArrival);
    }
    m_hasAllCalls = count < CallsAtOnce;
    if (!m_hasAllCalls && m_uuids.size() < MostCalls)
        return;
    m_from = m_firstPush;
    m_stage = m_uuids.isEmpty() ? Stage::Done : Stage::Segments;
}

qint64 LateMessages::emptySegments()
{
    const QList<SegmentRange> ranges = rangesFrom(m_connection, m_from);
    qint64 count = 0;
    qsizetype opened = 0;
    for (const SegmentRange &range : ranges) {
        if (opened == SegmentsAtOnce)
            return count;
        m_from = range.firstPush + 1;
        if (range.lastArrival < m_firstArrival || range.firstArrival > m_lastArrival)
            continue;
        ++opened;
        try {
            if (const auto segment = Journal::segmentFrom(m_connection, range.firstPush))
                count += Journal::rewrite(m_connection, *segment,
                                          [this](qint64, JournalEntry &entry) { return empty(entry); });
        } catch (const DamagedSegment &) {
            continue; // what it holds nobody can tell; `verify` names it, and it goes when it is old
        }
    }
    if (ranges.size() < SegmentsLookedAt) {
        m_uuids.clear();
        m_stage = m_hasAllCalls ? Stage::Done : Stage::Calls;
    }
    return count;
}

bool LateMessages::empty(JournalEntry &entry) const
{
    const PushContent content = parsePush(entry.body, entry.kind);
    const auto *other = std::get_if<OtherPush>(&content);
    const auto *message = std::get_if<PartMessage>(&content);
    if ((!other && !message) || !m_uuids.contains(callUuidOf(content)))
        return false;
    const QByteArray left = other ? bodyWithoutContent(*other) : emptied(*message);
    if (other)
        entry.kind = other->kind; // which the rest does not tell
    return std::exchange(entry.body, left) != left;
}

} // namespace callboard
