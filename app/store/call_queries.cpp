// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/call_row.h"
#include "store/filter_sql.h"
#include "store/journal.h"
#include "store/queries.h"

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

RawMessage rawMessage(Connection &connection, qint64 number)
{
    RawMessage message;
    if (number == 0)
        return message;
    if (const std::optional<JournalEntry> entry = Journal::find(connection, number))
        message = {number, entry->arrivedAt, entry->remote, entry->body};
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
    FilterSql conditions(filter);
    if (after != CallKey{})
        conditions.require(u"(placed_at, id) < (?, ?)"_s, {after.placedAt, after.id});
    if (newestId != CallKey{}.id)
        conditions.require(u"id <= ?"_s, {newestId});
    // The page is found in the index alone; only its rows are then read from the table.
    const QString page = u"SELECT id AS page_id FROM call%1%2 LIMIT ?"_s.arg(conditions.where(), ListOrder);
    const QString text = CallRow::selectText() + u" WHERE call.id IN (%1)"_s.arg(page) + ListOrder;
    QSqlQuery &query = connection.prepared(text);
    query.bindValue(conditions.bind(query), limit);
    return readCalls(connection, query);
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

QList<CallRecord> loadTries(Connection &connection, const CallRecord &call)
{
    if (call.contactId == 0)
        return {};
    QSqlQuery &query = connection.prepared(
        CallRow::selectText()
        + u" WHERE contact_id = ? AND contact_id > 0 ORDER BY call.placed_at, call.id LIMIT 1000"_s);
    query.bindValue(0, call.contactId);
    return readCalls(connection, query);
}

} // namespace callboard
