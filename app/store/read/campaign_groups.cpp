// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/snapshot.h"
#include "store/read/campaign_parts.h"
#include "store/read/value_tallies.h"
#include "store/table/call_row.h"
#include "store/table/call_sql.h"
#include "store/table/recount_sql.h"

#include <QVariant>

#include <algorithm>
#include <functional>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// What of a call gives its value; the last column of the statement is `expression`.
using ValueOf = std::function<QByteArrayView(const NativeStatement &row, int column)>;

/// The outbound calls of a filter counted by a value.
Pivot tallyBy(Connection &connection, const CallFilter &filter, const FigureRules &rules, const QString &expression,
              const ValueOf &valueOf, qsizetype most)
{
    const Snapshot snapshot(connection); // the calls may be read twice
    FilterSql conditions(connection.dialect(), filter);
    if (filter.outbound != true)
        conditions.require(CallSql::isOutbound());
    NativeStatement &rows = connection.native(
        u"SELECT task_id, task_result, parts, time_answer > 0, time_ring > 0, %1, %2 FROM call%3"_s.arg(
            RecountSql::talk(), expression, conditions.where()));
    ValueTallies tallies(rules, most);
    do {
        conditions.bind(rows);
        while (rows.next()) {
            const GroupedCall call{
                rows.utf8(0),        rows.utf8(1),        CallParts::fromStored(rows.number(2)).isBasicOnly(),
                rows.number(3) != 0, rows.number(4) != 0, rows.number(5)};
            tallies.take(valueOf(rows, 6), call);
        }
    } while (tallies.wantsAnotherPass());
    return tallies.result();
}

/// The entry of a list that CallRow::listText() wrote, empty where there is none. `copy` holds it if it has escapes.
QByteArrayView listEntry(QByteArrayView json, qsizetype entry, QByteArray &copy)
{
    qsizetype at = 1;
    for (qsizetype i = 0; at < json.size() && json[at] == '"'; ++i) {
        const qsizetype begin = ++at;
        bool escaped = false;
        for (; at < json.size() && json[at] != '"'; ++at) {
            escaped = escaped || json[at] == '\\';
            at += json[at] == '\\' ? 1 : 0;
        }
        if (i == entry && !escaped)
            return json.sliced(begin, std::min(at, json.size()) - begin);
        if (i == entry) {
            copy = CallRow::readList(storedText(json)).value(entry).toUtf8();
            return copy;
        }
        at += 2; // the quote and the comma
    }
    return {};
}

/// Where a customer column stands under each head; -1: not at all.
class ColumnPlaces
{
public:
    ColumnPlaces(Connection &connection, const QString &column)
    {
        NativeStatement &heads = connection.native(u"SELECT id, head FROM row_head"_s);
        while (heads.next()) {
            const qsizetype place = CallRow::readList(heads.text(1)).indexOf(column);
            if (place >= 0)
                m_places.insert(heads.number(0), place);
        }
    }
    qsizetype of(qint64 head) const { return m_places.value(head, -1); }

private:
    QHash<qint64, qsizetype> m_places;
};

} // namespace

QList<ValueTally> loadLines(Connection &connection, const CallFilter &filter, const FigureRules &rules)
{
    const auto caller = [](const NativeStatement &row, int column) { return row.utf8(column); };
    return tallyBy(connection, filter, rules, u"caller"_s, caller, std::numeric_limits<int>::max()).top;
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
    const FilterSql conditions(connection.dialect(), filter);
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
    const ColumnPlaces places(connection, column);
    QByteArray copy;
    const auto valueOf = [&](const NativeStatement &row, int at) {
        const qsizetype place = places.of(row.number(at));
        return place < 0 ? QByteArrayView() : listEntry(row.utf8(at + 1), place, copy);
    };
    Pivot pivot = tallyBy(connection, filter, rules, u"row_head_id, task_row_value"_s, valueOf, mostValues);
    pivot.column = column;
    return pivot;
}

} // namespace callboard
