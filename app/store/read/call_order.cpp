// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/call_order.h"

#include "store/read/filter_sql.h"
#include "store/table/recount_sql.h"

#include <algorithm>
#include <vector>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Nothing = std::numeric_limits<qint64>::min();

struct PlacedRow
{
    qint64 key = 0;
    qint64 id = 0;
};

/// What is sorted by; Nothing where a call has no such value.
QString keyText(CallSortKey key)
{
    const QString other = u" ELSE %1 END"_s.arg(Nothing);
    switch (key) {
    case CallSortKey::Time:
        return u"placed_at"_s;
    case CallSortKey::Talk:
        return u"CASE WHEN time_answer > 0 THEN %1"_s.arg(RecountSql::talk()) + other;
    case CallSortKey::Wait:
        return u"CASE WHEN time_answer > 0 AND time_dial > 0 THEN time_answer - time_dial"_s + other;
    }
    return u"placed_at"_s;
}

std::vector<PlacedRow> newestFirst(Connection &connection, const CallFilter &filter, CallSortKey key)
{
    const FilterSql conditions(connection.dialect(), filter);
    NativeStatement &rows = connection.native(
        u"SELECT %1, id FROM call%2 ORDER BY placed_at DESC, id DESC"_s.arg(keyText(key), conditions.where()));
    conditions.bind(rows);
    std::vector<PlacedRow> placed;
    while (rows.next())
        placed.push_back({rows.number(0), rows.number(1)});
    return placed;
}

} // namespace

QList<qint64> orderedCallIds(Connection &connection, const CallFilter &filter, const CallOrder &order)
{
    std::vector<PlacedRow> placed = newestFirst(connection, filter, order.key);
    const auto isBefore = [ascending = order.isAscending](const PlacedRow &a, const PlacedRow &b) {
        if ((a.key == Nothing) != (b.key == Nothing))
            return b.key == Nothing;
        return ascending ? a.key < b.key : a.key > b.key;
    };
    std::stable_sort(placed.begin(), placed.end(), isBefore);
    QList<qint64> ids;
    ids.reserve(static_cast<qsizetype>(placed.size()));
    for (const PlacedRow &row : placed)
        ids.append(row.id);
    return ids;
}

} // namespace callboard
