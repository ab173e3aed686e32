// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/snapshot.h"
#include "store/read/campaign_queries.h"
#include "store/read/filter_sql.h"

#include <QVariant>

#include <algorithm>

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
                         {},
                         0,
                         {},
                         {}});
    query.finish();
    return journeys;
}

/// Those of a contact in some order, at most `limit`.
QList<JourneyTry> tries(Connection &connection, qint64 contactId, const QString &order, int limit)
{
    NativeStatement &rows = connection.native(u"SELECT placed_at, task_tries, task_result, time_answer > 0 FROM call "
                                              "WHERE contact_id > 0 AND contact_id = ? %1 LIMIT ?"_s.arg(order));
    rows.bind(contactId).bind(limit);
    QList<JourneyTry> found;
    while (rows.next())
        found.append({rows.number(0), rows.number(1), rows.text(2), rows.number(3) != 0});
    return found;
}

void readTries(Connection &connection, Journey &journey)
{
    const qint64 id = journey.contactId;
    journey.tries = tries(connection, id, u"ORDER BY placed_at, id"_s, Journey::MostTries + 1);
    journey.calls = journey.tries.size();
    journey.last = journey.tries.isEmpty() ? JourneyTry() : journey.tries.constLast();
    const auto connected =
        std::find_if(journey.tries.begin(), journey.tries.end(), [](const JourneyTry &each) { return each.answered; });
    if (connected != journey.tries.end())
        journey.connected = *connected;
    if (journey.calls <= Journey::MostTries)
        return;
    journey.tries.removeLast();
    CallFilter all;
    all.contactId = id;
    journey.calls = countCalls(connection, all);
    journey.last = tries(connection, id, u"ORDER BY placed_at DESC, id DESC"_s, 1).value(0);
    const QList<JourneyTry> answered = tries(connection, id, u"AND time_answer > 0 ORDER BY placed_at, id"_s, 1);
    if (!journey.connected && !answered.isEmpty())
        journey.connected = answered.constFirst();
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
    FilterSql conditions(connection.dialect(), filter);
    if (after != CallKey{})
        conditions.require(u"(placed_at, id) < (?, ?)"_s, {after.placedAt, after.id});
    QList<Journey> journeys = readContacts(connection, conditions, limit);
    for (Journey &journey : journeys)
        readTries(connection, journey);
    return journeys;
}

} // namespace callboard
