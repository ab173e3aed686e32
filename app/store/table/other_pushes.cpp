// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/other_pushes.h"

#include <numeric>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// `messages`: what a count becomes that is there already.
QString upsertText(const QString &messages)
{
    return u"INSERT INTO other_push (quarter, kind, messages) VALUES (?, ?, ?) ON CONFLICT (quarter, kind) DO UPDATE "
           "SET messages = %1"_s.arg(messages);
}

void write(Connection &connection, const QString &sql, const OtherPushCounts &counts)
{
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        connection.native(sql).bind(it.key().first).bind(qint64(it.key().second)).bind(it.value()).run();
}

} // namespace

namespace OtherPushes {

void add(Connection &connection, const OtherPushCounts &counts)
{
    static const QString text = upsertText(u"other_push.messages + excluded.messages"_s);
    write(connection, text, counts);
}

void raiseTo(Connection &connection, const OtherPushCounts &counts)
{
    static const QString text = upsertText(
        u"CASE WHEN other_push.messages < excluded.messages THEN excluded.messages ELSE other_push.messages END"_s);
    write(connection, text, counts);
}

OtherPushCounts count(Connection &connection, const TimeRange &arrivedAt)
{
    static const QString text = u"SELECT quarter, kind, messages FROM other_push WHERE quarter >= ? AND quarter < ?"_s;
    NativeStatement &rows = connection.native(text);
    rows.bind(arrivedAt.from).bind(arrivedAt.to);
    OtherPushCounts counts;
    while (rows.next())
        counts[{rows.number(0), static_cast<PushKind>(rows.number(1))}] = rows.number(2);
    return counts;
}

QMap<PushKind, qint64> total(Connection &connection)
{
    static const QString text = u"SELECT kind, SUM(messages) FROM other_push GROUP BY kind"_s;
    NativeStatement &rows = connection.native(text);
    QMap<PushKind, qint64> total;
    while (rows.next())
        total[static_cast<PushKind>(rows.number(0))] = rows.number(1);
    return total;
}

qint64 sum(const QMap<PushKind, qint64> &byKind)
{
    return std::accumulate(byKind.cbegin(), byKind.cend(), qint64(0));
}

} // namespace OtherPushes
} // namespace callboard
