// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include <QDataStream>
#include <QIODevice>
#include <QVariant>

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int CompressionLevel = 1;
constexpr qsizetype SmallSegment = 64; ///< messages; larger ones are left as they are
constexpr qsizetype LargestJoin = 512;
constexpr unsigned long long LargestFrame = 1ULL << 30;

struct Segment
{
    qint64 firstPush = 0;
    QList<JournalEntry> entries;
};

void insertSegment(Connection &connection, const Segment &segment)
{
    const auto byArrival = [](const JournalEntry &a, const JournalEntry &b) { return a.arrivedAt < b.arrivedAt; };
    const auto [oldest, newest] = std::minmax_element(segment.entries.begin(), segment.entries.end(), byArrival);
    QSqlQuery &query = connection.prepared(
        u"INSERT INTO push (first_push, count, first_arrival, last_arrival, segment) VALUES (?, ?, ?, ?, ?)"_s);
    query.bindValue(0, segment.firstPush);
    query.bindValue(1, qint64(segment.entries.size()));
    query.bindValue(2, oldest->arrivedAt);
    query.bindValue(3, newest->arrivedAt);
    query.bindValue(4, Journal::pack(segment.entries));
    connection.run(query);
}

void removeSegment(Connection &connection, qint64 firstPush)
{
    QSqlQuery &query = connection.prepared(u"DELETE FROM push WHERE first_push = ?"_s);
    query.bindValue(0, firstPush);
    connection.run(query);
}

/// The next run of small neighbours, at most LargestJoin messages.
QList<Segment> smallRun(Connection &connection, qint64 fromPush)
{
    QSqlQuery &query = connection.prepared(
        u"SELECT first_push, count, segment FROM push WHERE first_push >= ? AND count < ? ORDER BY first_push LIMIT 64"_s);
    query.bindValue(0, fromPush);
    query.bindValue(1, qint64(SmallSegment));
    connection.run(query);
    QList<Segment> run;
    qint64 total = 0;
    while (connection.next(query)) {
        const qint64 first = query.value(0).toLongLong();
        const qint64 count = query.value(1).toLongLong();
        const bool follows = run.isEmpty() || run.constLast().firstPush + run.constLast().entries.size() == first;
        if (!follows || total + count > LargestJoin)
            break;
        run.append({first, Journal::unpack(query.value(2).toByteArray())});
        total += count;
    }
    query.finish();
    return run;
}

} // namespace

namespace Journal {

QByteArray pack(const QList<JournalEntry> &entries)
{
    QByteArray plain;
    QDataStream stream(&plain, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    for (const JournalEntry &entry : entries)
        stream << entry.arrivedAt << entry.remote.toUtf8() << entry.body;
    const auto size = static_cast<std::size_t>(plain.size());
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(size)), Qt::Uninitialized);
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    const std::size_t written = ZSTD_compressCCtx(context.get(), packed.data(), static_cast<std::size_t>(packed.size()),
                                                  plain.constData(), size, CompressionLevel);
    if (ZSTD_isError(written))
        throw StoreError(u"The journal can't be compressed: %1"_s.arg(QString::fromLatin1(ZSTD_getErrorName(written))));
    packed.truncate(static_cast<qsizetype>(written));
    return packed;
}

QList<JournalEntry> unpack(const QByteArray &segment)
{
    const auto size = static_cast<std::size_t>(segment.size());
    const unsigned long long plainSize = ZSTD_getFrameContentSize(segment.constData(), size);
    if (plainSize > LargestFrame)
        throw StoreError(u"A journal segment is damaged."_s);
    QByteArray plain(static_cast<qsizetype>(plainSize), Qt::Uninitialized);
    const std::size_t read =
        ZSTD_decompress(plain.data(), static_cast<std::size_t>(plain.size()), segment.constData(), size);
    if (ZSTD_isError(read))
        throw StoreError(u"A journal segment is damaged: %1"_s.arg(QString::fromLatin1(ZSTD_getErrorName(read))));
    QDataStream stream(plain);
    stream.setVersion(QDataStream::Qt_6_4);
    QList<JournalEntry> entries;
    while (!stream.atEnd() && stream.status() == QDataStream::Ok) {
        JournalEntry entry;
        QByteArray remote;
        stream >> entry.arrivedAt >> remote >> entry.body;
        entry.remote = QString::fromUtf8(remote);
        entries.append(entry);
    }
    if (stream.status() != QDataStream::Ok)
        throw StoreError(u"A journal segment is damaged."_s);
    return entries;
}

void append(Connection &connection, qint64 firstPush, const QList<JournalEntry> &entries)
{
    if (!entries.isEmpty())
        insertSegment(connection, {firstPush, entries});
}

std::optional<JournalEntry> find(Connection &connection, qint64 pushNumber)
{
    QSqlQuery &query = connection.prepared(
        u"SELECT first_push, count, segment FROM push WHERE first_push <= ? ORDER BY first_push DESC LIMIT 1"_s);
    query.bindValue(0, pushNumber);
    connection.run(query);
    std::optional<JournalEntry> entry;
    if (connection.next(query)) {
        const qint64 position = pushNumber - query.value(0).toLongLong();
        if (position < query.value(1).toLongLong())
            entry = unpack(query.value(2).toByteArray()).at(position);
    }
    query.finish();
    return entry;
}

qint64 compact(Connection &connection, qint64 fromPush)
{
    const QList<Segment> run = smallRun(connection, fromPush);
    if (run.isEmpty())
        return fromPush;
    const Segment &last = run.constLast();
    const qint64 end = last.firstPush + last.entries.size();
    if (run.size() == 1)
        return end;
    Segment joined{run.constFirst().firstPush, {}};
    for (const Segment &segment : run) {
        joined.entries.append(segment.entries);
        removeSegment(connection, segment.firstPush);
    }
    insertSegment(connection, joined);
    return end;
}

qint64 dropOlderThan(Connection &connection, qint64 epochMs)
{
    QSqlQuery &count = connection.prepared(u"SELECT COALESCE(SUM(count), 0) FROM push WHERE last_arrival < ?"_s);
    count.bindValue(0, epochMs);
    connection.run(count);
    const qint64 messages = connection.next(count) ? count.value(0).toLongLong() : 0;
    count.finish();
    if (messages > 0) {
        QSqlQuery &drop = connection.prepared(u"DELETE FROM push WHERE last_arrival < ?"_s);
        drop.bindValue(0, epochMs);
        connection.run(drop);
    }
    return messages;
}

} // namespace Journal
} // namespace callboard
