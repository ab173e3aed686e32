// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal/journal.h"
#include "store/read/filter_sql.h"
#include "store/read/queries.h"
#include "store/table/call_row.h"

#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString ListOrder = u" ORDER BY call.placed_at DESC, call.id DESC"_s;

QList<CallRecord> readCalls(Connection &connection, QSqlQuery &query)
{
    QList<CallRecord> calls;
    connection.run(query);
    while (connection.next(query))
        calls.append(CallRow::readCall(query));
    query.finish();
    return calls;
}

QList<CallRecord> readCalls(NativeStatement &statement)
{
    QList<CallRecord> calls;
    QHash<qint64, QStringList> heads;
    while (statement.next())
        calls.append(CallRow::readCall(statement, heads));
    return calls;
}

RawMessage rawMessage(Connection &connection, qint64 number)
{
    RawMessage message;
    if (number == 0)
        return message;
    try {
        if (const std::optional<JournalEntry> entry = Journal::find(connection, number))
            message = {number, entry->arrivedAt, entry->remote, entry->body, false};
    } catch (const DamagedSegment &) {
        message.isDamaged = true; // the call itself and its other message can be shown
    }
    return message;
}

} // namespace

CallKey keyOf(const CallRecord &call)
{
    return {call.placedAt(), call.id};
}

QList<CallRecord> loadCallPage(Connection &connection, const CallFilter &filter, const CallKey &after, int limit,
                               qint64 newestId)
{
    FilterSql conditions(connection.dialect(), filter);
    if (after != CallKey{})
        conditions.require(u"(placed_at, id) < (?, ?)"_s, {after.placedAt, after.id});
    if (newestId != CallKey{}.id)
        conditions.require(u"id <= ?"_s, {newestId});
    // The page is found in the index alone; only its rows are then read from the table.
    const QString page = u"SELECT id AS page_id FROM call%1%2 LIMIT ?"_s.arg(conditions.where(), ListOrder);
    const QString text = CallRow::selectText() + u" WHERE call.id IN (%1)"_s.arg(page) + ListOrder;
    NativeStatement &statement = connection.native(text);
    conditions.bind(statement);
    statement.bind(qint64(limit));
    return readCalls(statement);
}

QList<RowShape> loadRowShapes(Connection &connection, const CallFilter &filter, const std::function<bool()> &cancelled)
{
    constexpr int AskEvery = 4096;
    const FilterSql conditions(connection.dialect(), filter);
    // Only of calls whose lists differ in length is the list itself of interest.
    NativeStatement &rows = connection.native(
        u"SELECT row_head_id, CASE WHEN (anomalies & %1) <> 0 THEN task_row_value ELSE '' END FROM call%2"_s
            .arg(static_cast<int>(Anomaly::RowLengthDiffers))
            .arg(conditions.where()));
    conditions.bind(rows);
    QMap<qint64, qsizetype> most;
    for (int row = 1; rows.next(); ++row) {
        if (row % AskEvery == 0 && cancelled && cancelled()) {
            rows.finish();
            throw QueryCancelled();
        }
        qsizetype &values = most[rows.number(0)];
        values = std::max(values, CallRow::readList(rows.text(1)).size());
    }
    QList<RowShape> shapes;
    NativeStatement &heads = connection.native(u"SELECT head FROM row_head WHERE id = ?"_s);
    for (auto it = most.constBegin(); it != most.constEnd(); ++it) {
        const QStringList head = heads.bind(it.key()).next() ? CallRow::readList(heads.text(0)) : QStringList();
        heads.finish();
        shapes.append({head, std::max(head.size(), it.value())});
    }
    return shapes;
}

CallRecord loadCall(Connection &connection, qint64 id)
{
    QSqlQuery &query = connection.prepared(CallRow::selectText() + u" WHERE call.id = ?"_s);
    query.bindValue(0, id);
    return readCalls(connection, query).value(0);
}

CallRecord loadCall(Connection &connection, const QString &uuid)
{
    QSqlQuery &query = connection.prepared(CallRow::selectText() + u" WHERE call_uuid = ?"_s);
    query.bindValue(0, uuid);
    return readCalls(connection, query).value(0);
}

RawMessages loadRawMessages(Connection &connection, const CallRecord &call)
{
    return {rawMessage(connection, call.basicPush), rawMessage(connection, call.outboundPush)};
}

QList<CallRecord> loadTries(Connection &connection, const CallRecord &call, int each)
{
    if (call.contactId == 0)
        return {};
    const auto side = [&](const QString &text) {
        QSqlQuery &query =
            connection.prepared(CallRow::selectText() + u" WHERE contact_id = ? AND contact_id > 0 AND "_s + text);
        query.bindValue(0, call.contactId);
        query.bindValue(1, call.placedAt());
        query.bindValue(2, call.id);
        query.bindValue(3, each);
        return readCalls(connection, query);
    };
    QList<CallRecord> tries =
        side(u"(placed_at, call.id) <= (?, ?) ORDER BY call.placed_at DESC, call.id DESC LIMIT ?"_s);
    std::reverse(tries.begin(), tries.end());
    tries.append(side(u"(placed_at, call.id) > (?, ?) ORDER BY call.placed_at, call.id LIMIT ?"_s));
    return tries;
}

qint64 countTries(Connection &connection, const CallRecord &call)
{
    if (call.contactId == 0)
        return 0;
    CallFilter filter;
    filter.contactId = call.contactId;
    return countCalls(connection, filter);
}

} // namespace callboard
