// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/delivery_queries.h"

#include <QDateTime>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString Columns = u"id, arrived_at, remote, reason, error, field, LENGTH(body), replayed_at, kind"_s;

RejectedMessage readMessage(const QSqlQuery &query)
{
    RejectedMessage message;
    message.id = query.value(0).toLongLong();
    message.arrivedAt = query.value(1).toLongLong();
    message.remote = query.value(2).toString();
    message.reason = static_cast<RefusalReason>(query.value(3).toInt());
    message.error = query.value(4).toString();
    message.field = query.value(5).toString();
    message.size = query.value(6).toLongLong();
    message.replayedAt = query.value(7).toLongLong();
    message.kind = static_cast<PushKind>(query.value(8).toInt());
    return message;
}

QList<RejectedMessage> readMessages(Connection &connection, QSqlQuery &query, bool withBody)
{
    QList<RejectedMessage> messages;
    connection.run(query);
    while (connection.next(query)) {
        messages.append(readMessage(query));
        if (withBody)
            messages.last().body = query.value(9).toByteArray();
    }
    query.finish();
    return messages;
}

} // namespace

QList<RejectedMessage> loadRejectedPage(Connection &connection, qint64 beforeId, int limit)
{
    QSqlQuery &query =
        connection.prepared(u"SELECT %1 FROM rejected WHERE id < ? ORDER BY id DESC LIMIT ?"_s.arg(Columns));
    query.bindValue(0, beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max());
    query.bindValue(1, limit);
    return readMessages(connection, query, false);
}

RejectedMessage loadRejected(Connection &connection, qint64 id)
{
    QSqlQuery &query = connection.prepared(u"SELECT %1, body FROM rejected WHERE id = ?"_s.arg(Columns));
    query.bindValue(0, id);
    return readMessages(connection, query, true).value(0);
}

QList<RefusalCount> countRefusals(Connection &connection, const TimeRange &arrivedAt)
{
    QSqlQuery &query =
        connection.prepared(u"SELECT reason, COUNT(*), SUM(LENGTH(body)), SUM(CASE WHEN replayed_at > 0 THEN 1 ELSE 0 "
                            "END) FROM rejected WHERE arrived_at >= ? AND arrived_at < ? GROUP BY reason "
                            "ORDER BY reason"_s);
    query.bindValue(0, arrivedAt.from);
    query.bindValue(1, arrivedAt.to);
    connection.run(query);
    QList<RefusalCount> counts;
    while (connection.next(query))
        counts.append({static_cast<RefusalReason>(query.value(0).toInt()), query.value(1).toLongLong(),
                       query.value(2).toLongLong(), query.value(3).toLongLong()});
    query.finish();
    return counts;
}

QList<RejectedMessage> loadRefusals(Connection &connection, const TimeRange &arrivedAt, qint64 beforeId, int limit)
{
    QSqlQuery &query = connection.prepared(u"SELECT %1, body FROM rejected WHERE id < ? AND arrived_at >= ? "
                                           "AND arrived_at < ? ORDER BY id DESC LIMIT ?"_s.arg(Columns));
    query.bindValue(0, beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max());
    query.bindValue(1, arrivedAt.from);
    query.bindValue(2, arrivedAt.to);
    query.bindValue(3, limit);
    return readMessages(connection, query, true);
}

QList<RejectedMessage> loadReplayable(Connection &connection, const QList<qint64> &ids)
{
    QList<RejectedMessage> messages;
    for (const qint64 id : ids) {
        const RejectedMessage message = loadRejected(connection, id);
        if (message.id != 0 && message.replayedAt == 0)
            messages.append(message);
    }
    if (!ids.isEmpty())
        return messages;
    QSqlQuery &query =
        connection.prepared(u"SELECT %1, body FROM rejected WHERE replayed_at = 0 ORDER BY id"_s.arg(Columns));
    return readMessages(connection, query, true);
}

void markReplayed(Connection &connection, qint64 id)
{
    QSqlQuery &query = connection.prepared(u"UPDATE rejected SET replayed_at = ? WHERE id = ?"_s);
    query.bindValue(0, QDateTime::currentMSecsSinceEpoch());
    query.bindValue(1, id);
    connection.run(query);
}

} // namespace callboard
