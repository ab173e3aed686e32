// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/call_row.h"
#include "store/campaign_parts.h"
#include "store/drill_sql.h"
#include "store/recount_sql.h"

#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// One group of calls that are alike in everything that a tally asks.
std::pair<CellKey, CellSums> readGroup(const QSqlQuery &query)
{
    CellKey key;
    key.taskId = query.value(1).toString();
    key.result = query.value(2).toString();
    key.basicOnly = query.value(3).toInt() == 1;
    key.answered = query.value(4).toBool();
    key.outbound = true;
    CellSums sums;
    sums.calls = query.value(5).toLongLong();
    sums.seized = query.value(6).toLongLong();
    sums.talkMs = query.value(7).toLongLong();
    return {key, sums};
}

/// The outbound calls of a filter counted by the value of an expression, which binds `values`.
QList<ValueTally> tallyBy(Connection &connection, const CallFilter &filter, const FigureRules &rules,
                          const QString &expression, const QVariantList &values)
{
    FilterSql conditions(filter);
    if (filter.outbound != true)
        conditions.require(u"(parts >= 2 OR direction = 2)"_s);
    QSqlQuery &query = connection.prepared(
        u"SELECT %1 AS v, task_id, task_result, parts, time_answer > 0 AS a, COUNT(*), "
        "SUM(CASE WHEN time_ring > 0 THEN 1 ELSE 0 END), SUM(%2) FROM call%3 "
        "GROUP BY v, task_id, task_result, parts, a"_s.arg(expression, RecountSql::talk(), conditions.where()));
    int at = 0;
    for (const QVariant &value : values)
        query.bindValue(at++, value);
    conditions.bind(query, at);
    connection.run(query);
    QHash<QString, Tally> byValue;
    while (connection.next(query)) {
        const auto [key, sums] = readGroup(query);
        byValue[query.value(0).toString()] += rules.tally(key, sums);
    }
    query.finish();
    QList<ValueTally> tallies;
    for (auto it = byValue.begin(); it != byValue.end(); it = byValue.erase(it))
        tallies.append({it.key(), it.value()});
    std::sort(tallies.begin(), tallies.end(), [](const ValueTally &a, const ValueTally &b) {
        return std::pair(-a.tally.attempts, a.value) < std::pair(-b.tally.attempts, b.value);
    });
    return tallies;
}

} // namespace

QList<ValueTally> loadLines(Connection &connection, const CallFilter &filter, const FigureRules &rules)
{
    return tallyBy(connection, filter, rules, u"caller"_s, {});
}

QList<ValueTally> loadLines(Connection &connection, const TimeRange &range, const QStringList &taskIds,
                            const FigureRules &rules)
{
    return loadLines(connection, scopeOf(range, taskIds), rules);
}

QStringList loadCustomerColumns(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    return loadCustomerColumns(connection, scopeOf(range, taskIds));
}

QStringList loadCustomerColumns(Connection &connection, const CallFilter &filter)
{
    const FilterSql conditions(filter);
    QSqlQuery &query = connection.prepared(
        u"SELECT head FROM row_head WHERE id IN (SELECT DISTINCT row_head_id FROM call%1) ORDER BY id"_s.arg(
            conditions.where()));
    conditions.bind(query);
    connection.run(query);
    QStringList columns;
    while (connection.next(query))
        columns.append(CallRow::readList(query.value(0).toString()));
    query.finish();
    columns.removeDuplicates();
    return columns;
}

Pivot loadPivot(Connection &connection, const TimeRange &range, const QStringList &taskIds, const QString &column,
                const FigureRules &rules, int mostValues)
{
    return loadPivot(connection, scopeOf(range, taskIds), column, rules, mostValues);
}

Pivot loadPivot(Connection &connection, const CallFilter &filter, const QString &column, const FigureRules &rules,
                int mostValues)
{
    Pivot pivot;
    pivot.column = column;
    pivot.top = tallyBy(connection, filter, rules, customerValueSql(u"call"_s), {column});
    // A single left-over value needs no less room than its sum.
    if (pivot.top.size() <= mostValues + 1)
        return pivot;
    for (auto it = pivot.top.cbegin() + mostValues; it != pivot.top.cend(); ++it)
        pivot.others += it->tally;
    pivot.otherValues = pivot.top.size() - mostValues;
    pivot.top.resize(mostValues);
    return pivot;
}

} // namespace callboard
