// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/drill_sql.h"

#include "store/database/dialect.h"

#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value; // a null text would be bound as NULL, which equals nothing
}

/// "FROM call AS r WHERE …": the other calls of the owner's contact inside the range.
SqlCondition relatives(const CallFilter &filter, const QString &owner)
{
    SqlCondition from{u"FROM call AS r WHERE r.contact_id > 0 AND r.contact_id = %1.contact_id"_s.arg(owner), {}};
    if (filter.range.from > 0) {
        from.text += u" AND r.placed_at >= ?"_s;
        from.values.append(filter.range.from);
    }
    if (filter.range.to != std::numeric_limits<qint64>::max()) {
        from.text += u" AND r.placed_at < ?"_s;
        from.values.append(filter.range.to);
    }
    return from;
}

/// Whether (not) another call of the contact fulfils a condition on `r` and `%1`, the owner.
SqlCondition relativeExists(const CallFilter &filter, const QString &owner, const QString &condition, bool wanted)
{
    const SqlCondition from = relatives(filter, owner);
    // The plus keeps the database on the list's index: the contacts' index would fetch every row.
    return {u"+%1.contact_id > 0 AND %2EXISTS (SELECT 1 %3 AND %4)"_s.arg(
                owner, wanted ? QString() : u"NOT "_s, from.text,
                condition.contains(u'%') ? condition.arg(owner) : condition),
            from.values};
}

QList<SqlCondition> pickConditions(const CallFilter &filter, const QString &owner)
{
    switch (filter.drill.pick) {
    case ContactPick::Every:
    case ContactPick::OncePerContact:
        return {};
    case ContactPick::LastTry:
        return {relativeExists(filter, owner, u"(r.placed_at, r.id) > (%1.placed_at, %1.id)"_s, false)};
    case ContactPick::BestTry:
        return {relativeExists(filter, owner,
                               u"(r.time_answer > 0, r.placed_at, r.id) > (%1.time_answer > 0, %1.placed_at, %1.id)"_s,
                               false)};
    case ContactPick::FirstConnect:
        return {SqlCondition{u"%1.time_answer > 0"_s.arg(owner), {}},
                relativeExists(filter, owner, u"r.time_answer > 0 AND (r.placed_at, r.id) < (%1.placed_at, %1.id)"_s,
                               false)};
    }
    return {};
}

SqlCondition previousCondition(const CallFilter &filter, const QString &owner)
{
    SqlCondition from = relatives(filter, owner);
    from.values.append(text(*filter.drill.previousResult));
    return {u"(SELECT r.task_result %1 AND (r.placed_at, r.id) < (%2.placed_at, %2.id) "
            "ORDER BY r.placed_at DESC, r.id DESC LIMIT 1) = ?"_s.arg(from.text, owner),
            from.values};
}

SqlCondition customerCondition(const DrillFilter &drill, const QString &customerValue, const QStringList &values,
                               bool negated)
{
    QVariantList bound{drill.customerColumn};
    for (const QString &value : values)
        bound.append(text(value));
    const QString marks = u"?"_s + u", ?"_s.repeated(values.size() - 1);
    return {u"%1 %2IN (%3)"_s.arg(customerValue, negated ? u"NOT "_s : QString(), marks), bound};
}

/// Conditions joined as a balanced tree: databases limit the depth of an expression, and a year has many hours.
QString anyOf(const QStringList &conditions)
{
    if (conditions.size() < 2)
        return conditions.value(0);
    const qsizetype half = conditions.size() / 2;
    return u'(' + anyOf(conditions.first(half)) + u" OR "_s + anyOf(conditions.sliced(half)) + u')';
}

SqlCondition stretchCondition(const QList<TimeRange> &stretches, const QString &owner)
{
    const QString inside = u"(%1.placed_at >= ? AND %1.placed_at < ?)"_s.arg(owner);
    QVariantList bound;
    for (const TimeRange &stretch : stretches)
        bound.append({stretch.from, stretch.to});
    return {anyOf(QStringList(stretches.size(), inside)), bound};
}

} // namespace

QString customerValueSql(const Dialect &dialect, const QString &owner)
{
    return u"COALESCE((SELECT %1 FROM row_head AS h, %2 AS k WHERE h.id = %3.row_head_id AND k.value = ? "
           "ORDER BY k.key LIMIT 1), '')"_s.arg(dialect.listItem(owner + u".task_row_value"_s, u"k.key"_s),
                                                dialect.listItems(u"h.head"_s), owner);
}

QList<SqlCondition> drillConditions(const Dialect &dialect, const CallFilter &filter, const QString &owner)
{
    const DrillFilter &drill = filter.drill;
    QList<SqlCondition> conditions = pickConditions(filter, owner);
    if (drill.tries)
        conditions.append({u"%1.task_tries = ?"_s.arg(owner), {*drill.tries}});
    if (drill.previousResult)
        conditions.append(previousCondition(filter, owner));
    if (drill.afterGap) {
        conditions.append(relativeExists(filter, owner, u"r.task_tries = %1.task_tries - 2"_s, true));
        conditions.append(relativeExists(filter, owner, u"r.task_tries = %1.task_tries - 1"_s, false));
    }
    if (drill.caller)
        conditions.append({u"%1.caller = ?"_s.arg(owner), {text(*drill.caller)}});
    if (!drill.customerValues.isEmpty())
        conditions.append(customerCondition(drill, customerValueSql(dialect, owner), drill.customerValues, false));
    if (!drill.excludedCustomerValues.isEmpty())
        conditions.append(
            customerCondition(drill, customerValueSql(dialect, owner), drill.excludedCustomerValues, true));
    if (!drill.stretches.isEmpty())
        conditions.append(stretchCondition(drill.stretches, owner));
    return conditions;
}

} // namespace callboard
