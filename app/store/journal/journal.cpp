// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal/journal.h"

#include "record/protocol/push_message.h"
#include "store/journal/checksum.h"
#include "store/journal/journal_gaps.h"

#include <QDateTime>
#include <QVariant>

#include <algorithm>
#include <cstdlib>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SmallSegment = 64; ///< messages; larger ones are left as they are
constexpr qint64 LargestJoin = 512;
constexpr qsizetype LargestSegment = 1024; ///< messages: so many at most are lost to one flipped bit
/// From the oldest message of a segment to the newest: a segment goes as a whole, when its newest is old enough.
constexpr qint64 LongestSpanMs = 86'400'000;
constexpr int SegmentsAtOnce = 16; ///< that get their checksums in one quiet moment

qint64 checksumOf(const JournalSegment &segment)
{
    return Checksum()
        .add(segment.firstPush)
        .add(segment.count)
        .add(segment.firstArrival)
        .add(segment.lastArrival)
        .add(QByteArrayView(segment.packed))
        .value();
}

std::pair<qint64, qint64> arrivalsOf(const QList<JournalEntry> &entries)
{
    const auto byArrival = [](const JournalEntry &a, const JournalEntry &b) { return a.arrivedAt < b.arrivedAt; };
    const auto [oldest, newest] = std::minmax_element(entries.begin(), entries.end(), byArrival);
    return {oldest->arrivedAt, newest->arrivedAt};
}

JournalSegment segmentOf(qint64 firstPush, const QList<JournalEntry> &entries)
{
    const auto [oldest, newest] = arrivalsOf(entries);
    JournalSegment segment{firstPush, qint64(entries.size()), oldest, newest, Journal::pack(entries), 0};
    segment.checksum = checksumOf(segment);
    return segment;
}

void write(Connection &connection, const JournalSegment &segment, const QString &sql)
{
    QSqlQuery &query = connection.prepared(sql);
    query.bindValue(0, segment.count);
    query.bindValue(1, segment.firstArrival);
    query.bindValue(2, segment.lastArrival);
    query.bindValue(3, segment.packed);
    query.bindValue(4, segment.checksum);
    query.bindValue(5, segment.firstPush);
    connection.run(query);
}

void insertSegment(Connection &connection, qint64 firstPush, const QList<JournalEntry> &entries)
{
    static const QString text = u"INSERT INTO push (count, first_arrival, last_arrival, segment, checksum, first_push) "
                                "VALUES (?, ?, ?, ?, ?, ?)"_s;
    write(connection, segmentOf(firstPush, entries), text);
}

void removeSegment(Connection &connection, qint64 firstPush)
{
    QSqlQuery &query = connection.prepared(u"DELETE FROM push WHERE first_push = ?"_s);
    query.bindValue(0, firstPush);
    connection.run(query);
}

/// Without a checksum a flipped bit can leave a segment that can be read: then every message must be one that was
/// accepted.
bool areAccepted(const QList<JournalEntry> &entries)
{
    return std::all_of(entries.begin(), entries.end(), [](const JournalEntry &entry) {
        return !std::holds_alternative<Refusal>(parsePush(entry.body, entry.kind));
    });
}

/// The messages of a segment that may be written anew, with a checksum that vouches for them; nothing where that would
/// hide damage.
QList<JournalEntry> soundEntries(const JournalSegment &segment)
{
    try {
        const QList<JournalEntry> entries = Journal::open(segment);
        return segment.checksum != 0 || areAccepted(entries) ? entries : QList<JournalEntry>();
    } catch (const DamagedSegment &) {
        return {};
    }
}

/// Small neighbours that become one.
struct Run
{
    qint64 firstPush = 0;
    qint64 firstArrival = 0; ///< of the first segment's messages, epoch ms
    QList<qint64> segments; ///< their first numbers
    QList<JournalEntry> entries;
    qint64 end = 0; ///< the number behind them
};

/// Arrivals follow each other, but for a clock that was set back.
bool isWithinSpan(const JournalSegment &segment, qint64 firstArrival)
{
    return std::abs(segment.firstArrival - firstArrival) <= LongestSpanMs
        && std::abs(segment.lastArrival - firstArrival) <= LongestSpanMs;
}

/// How many of the messages from one on become a segment.
qsizetype segmentSize(const QList<JournalEntry> &entries, qsizetype from)
{
    const auto begin = entries.begin() + from;
    const auto end = begin + std::min(LargestSegment, entries.size() - from);
    const auto isFar = [first = begin->arrivedAt](const JournalEntry &entry) {
        return std::abs(entry.arrivedAt - first) > LongestSpanMs;
    };
    return std::find_if(begin, end, isFar) - begin;
}

/// The next run of small neighbours within a day, at most LargestJoin messages. One that is damaged ends a run, and
/// alone it is one without messages.
Run smallRun(Connection &connection, qint64 fromPush)
{
    static const QString text =
        u"SELECT %1 FROM push WHERE first_push >= ? AND count < ? ORDER BY first_push LIMIT 64"_s.arg(
            Journal::segmentColumns());
    QSqlQuery &query = connection.prepared(text);
    query.bindValue(0, fromPush);
    query.bindValue(1, SmallSegment);
    connection.run(query);
    Run run;
    while (connection.next(query)) {
        const JournalSegment segment = Journal::readSegment(query);
        const bool follows = run.end == 0 || run.end == segment.firstPush;
        const bool isNear = run.end == 0 || isWithinSpan(segment, run.firstArrival);
        if (!follows || !isNear || run.entries.size() + segment.count > LargestJoin)
            break;
        const QList<JournalEntry> entries = soundEntries(segment);
        if (entries.isEmpty()) {
            if (run.end == 0)
                run.end = std::max(segment.firstPush, segment.lastPush()) + 1;
            break;
        }
        if (run.end == 0) {
            run.firstPush = segment.firstPush;
            run.firstArrival = segment.firstArrival;
        }
        run.segments.append(segment.firstPush);
        run.entries.append(entries);
        run.end = segment.lastPush() + 1;
    }
    query.finish();
    return run;
}

StoreProblem damageOf(const JournalSegment &segment, const StoreArgument &why)
{
    const QString first = QString::number(segment.firstPush);
    if (segment.firstPush == segment.lastPush())
        return {StoreErrorCode::MessageDamaged, {first, why}};
    return {StoreErrorCode::MessagesDamaged, {first, QString::number(segment.lastPush()), why}};
}

/// The first row of a question that takes a message's number.
std::optional<JournalSegment> segmentBy(Connection &connection, const QString &sql, qint64 pushNumber)
{
    QSqlQuery &query = connection.prepared(sql);
    query.bindValue(0, pushNumber);
    connection.run(query);
    std::optional<JournalSegment> segment;
    if (connection.next(query))
        segment = Journal::readSegment(query);
    query.finish();
    return segment;
}

} // namespace

DamagedSegment::DamagedSegment(const JournalSegment &segment, const StoreArgument &why)
    : StoreError(damageOf(segment, why))
{ }

namespace Journal {

QString segmentColumns()
{
    return u"first_push, count, first_arrival, last_arrival, segment, checksum"_s;
}

JournalSegment readSegment(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(), row.value(1).toLongLong(),  row.value(2).toLongLong(),
            row.value(3).toLongLong(), row.value(4).toByteArray(), row.value(5).toLongLong()};
}

QList<JournalEntry> open(const JournalSegment &segment)
{
    if (segment.checksum != 0 && segment.checksum != checksumOf(segment))
        throw DamagedSegment(segment, StoreErrorCode::ChecksumDiffers);
    QList<JournalEntry> entries;
    try {
        entries = unpack(segment.packed);
    } catch (const StoreError &) {
        throw DamagedSegment(segment, StoreErrorCode::CannotUnpack);
    }
    if (entries.isEmpty() || entries.size() != segment.count)
        throw DamagedSegment(segment, StoreProblem{StoreErrorCode::HoldsMessages, {QString::number(entries.size())}});
    if (arrivalsOf(entries) != std::pair(segment.firstArrival, segment.lastArrival))
        throw DamagedSegment(segment, StoreErrorCode::OtherTime);
    return entries;
}

void append(Connection &connection, qint64 firstPush, const QList<JournalEntry> &entries)
{
    for (qsizetype from = 0; from < entries.size();) {
        const qsizetype size = segmentSize(entries, from);
        insertSegment(connection, firstPush + from, size == entries.size() ? entries : entries.mid(from, size));
        from += size;
    }
}

void replace(Connection &connection, qint64 firstPush, const QList<JournalEntry> &entries)
{
    static const QString text =
        u"UPDATE push SET count = ?, first_arrival = ?, last_arrival = ?, segment = ?, checksum "
        "= ? WHERE first_push = ?"_s;
    write(connection, segmentOf(firstPush, entries), text);
}

qint64 rewrite(Connection &connection, const JournalSegment &segment,
               const std::function<bool(qint64 number, JournalEntry &entry)> &change, bool isDryRun)
{
    QList<JournalEntry> entries = open(segment);
    qint64 changed = 0;
    for (qsizetype i = 0; i < entries.size(); ++i)
        changed += change(segment.firstPush + i, entries[i]) ? 1 : 0;
    if (changed > 0 && !isDryRun)
        replace(connection, segment.firstPush, entries);
    return changed;
}

std::optional<JournalSegment> segmentUpTo(Connection &connection, qint64 pushNumber)
{
    static const QString text =
        u"SELECT %1 FROM push WHERE first_push <= ? ORDER BY first_push DESC LIMIT 1"_s.arg(segmentColumns());
    return segmentBy(connection, text, pushNumber);
}

std::optional<JournalEntry> find(Connection &connection, qint64 pushNumber)
{
    const std::optional<JournalSegment> segment = segmentUpTo(connection, pushNumber);
    if (!segment || pushNumber > segment->lastPush())
        return std::nullopt;
    return open(*segment).at(pushNumber - segment->firstPush);
}

std::optional<JournalSegment> segmentFrom(Connection &connection, qint64 pushNumber)
{
    static const QString text =
        u"SELECT %1 FROM push WHERE first_push >= ? ORDER BY first_push LIMIT 1"_s.arg(segmentColumns());
    return segmentBy(connection, text, pushNumber);
}

qint64 compact(Connection &connection, qint64 fromPush)
{
    const Run run = smallRun(connection, fromPush);
    if (run.end == 0)
        return fromPush;
    if (run.segments.size() < 2)
        return run.end;
    for (const qint64 firstPush : run.segments)
        removeSegment(connection, firstPush);
    insertSegment(connection, run.firstPush, run.entries);
    return run.end;
}

bool addChecksums(Connection &connection)
{
    const QVariant upTo = connection.value(u"SELECT value FROM meta WHERE key = 'journal_unchecked'"_s);
    if (!upTo.isValid())
        return false;
    static const QString text =
        u"SELECT %1 FROM push WHERE first_push <= ? ORDER BY first_push DESC LIMIT ?"_s.arg(segmentColumns());
    QSqlQuery &query = connection.prepared(text);
    query.bindValue(0, upTo.toLongLong());
    query.bindValue(1, SegmentsAtOnce);
    connection.run(query);
    QList<JournalSegment> segments;
    while (connection.next(query))
        segments.append(readSegment(query));
    query.finish();
    for (const JournalSegment &segment : segments) {
        if (segment.checksum != 0)
            continue;
        const QList<JournalEntry> entries = soundEntries(segment);
        if (!entries.isEmpty())
            replace(connection, segment.firstPush, entries);
    }
    if (segments.isEmpty())
        connection.execute(u"DELETE FROM meta WHERE key = 'journal_unchecked'"_s);
    else
        connection.execute(
            u"UPDATE meta SET value = %1 WHERE key = 'journal_unchecked'"_s.arg(segments.constLast().firstPush - 1));
    return !segments.isEmpty();
}

qint64 dropOlderThan(Connection &connection, qint64 epochMs, qint64 lastPush)
{
    QSqlQuery &query = connection.prepared(
        u"SELECT first_push, count FROM push WHERE first_push <= ? AND last_arrival < ? ORDER BY first_push"_s);
    query.bindValue(0, lastPush);
    query.bindValue(1, epochMs);
    connection.run(query);
    QList<JournalGap> gaps;
    qint64 messages = 0;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    while (connection.next(query)) {
        const qint64 first = query.value(0).toLongLong();
        const qint64 count = query.value(1).toLongLong();
        messages += count;
        if (!gaps.isEmpty() && gaps.constLast().lastPush + 1 == first)
            gaps.last().lastPush = first + count - 1;
        else
            gaps.append({first, first + count - 1, GapReason::Retention, now});
    }
    query.finish();
    if (messages == 0)
        return 0;
    QSqlQuery &drop = connection.prepared(u"DELETE FROM push WHERE first_push <= ? AND last_arrival < ?"_s);
    drop.bindValue(0, lastPush);
    drop.bindValue(1, epochMs);
    connection.run(drop);
    for (const JournalGap &gap : std::as_const(gaps))
        JournalGaps::note(connection, gap);
    return messages;
}

} // namespace Journal
} // namespace callboard
