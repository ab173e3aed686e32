// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/campaign_queries.h"
#include "store/filter_sql.h"
#include "store/snapshot.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QList<Journey> readContacts(Connection &connection, const FilterSql &conditions, int limit)
{
    QSqlQuery &query = connection.prepared(u"SELECT contact_id, callee, placed_at, id FROM call%1 "
                                           "ORDER BY placed_at DESC, id DESC LIMIT ?"_s.arg(conditions.where()));
    query.bindValue(conditions.bind(query), limit);
    connection.run(query);
    QList<Journey> journeys;
    while (connection.next(query))
        journeys.append({query.value(0).toLongLong(),
                         query.value(1).toString(),
                         {query.value(2).toLongLong(), query.value(3).toLongLong()},
                         {}});
    query.finish();
    return journeys;
}

void readTries(Connection &connection, Journey &journey)
{
    QSqlQuery &query = connection.prepared(u"SELECT placed_at, task_tries, task_result, time_answer > 0 FROM call "
                                           "WHERE contact_id > 0 AND contact_id = ? ORDER BY placed_at, id"_s);
    query.bindValue(0, journey.contactId);
    connection.run(query);
    while (connection.next(query))
        journey.tries.append({query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toString(),
                              query.value(3).toBool()});
    query.finish();
}

} // namespace

QList<Journey> loadJourneys(Connection &connection, const TimeRange &range, const QStringList &taskIds,
                            const CallKey &after, int limit)
{
    const Snapshot snapshot(connection);
    CallFilter filter;
    filter.range = range;
    filter.taskIds = taskIds;
    filter.drill.pick = ContactPick::LastTry;
    FilterSql conditions(filter);
    if (after != CallKey{})
        conditions.require(u"(placed_at, id) < (?, ?)"_s, {after.placedAt, after.id});
    QList<Journey> journeys = readContacts(connection, conditions, limit);
    for (Journey &journey : journeys)
        readTries(connection, journey);
    return journeys;
}

} // namespace callboard
