// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/filter_sql.h"

#include "record/filter/filter_conditions.h"
#include "store/read/drill_sql.h"
#include "store/table/call_sql.h"
#include "store/table/recount_sql.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Instead of the names of tests in braces, their text.
QString withTests(QString text, const CallFilter &filter)
{
    if (!text.contains(u'{'))
        return text;
    return text.replace("{talk}"_L1, RecountSql::talk())
        .replace("{outbound}"_L1, CallSql::isOutbound())
        .replace("{inbound}"_L1, CallSql::isInbound())
        .replace("{awaiting}"_L1, CallSql::isAwaiting())
        .replace("{settled}"_L1, CallSql::isSettled())
        .replace("{parts}"_L1, filter.parts ? CallSql::hasExactly(*filter.parts) : QString());
}

/// The row's text for a filter that sets the condition, with a placeholder for each of `values` where it wants a list.
QString textOf(const FilterCondition &condition, const CallFilter &filter, qsizetype values)
{
    QString text = QLatin1StringView(condition.member.isNo(filter) ? condition.sqlIfNo : condition.sql);
    if (text.contains("%1"_L1))
        text = text.arg(u"?"_s + u", ?"_s.repeated(values - 1));
    return withTests(text, filter);
}

} // namespace

FilterSql::FilterSql(const Dialect &dialect, const CallFilter &filter)
{
    for (const FilterCondition &condition : filterConditions()) {
        if (!condition.sql || !condition.member.isSet(filter))
            continue;
        const QVariantList values = condition.bound ? condition.bound(filter) : condition.member.values(filter);
        require(textOf(condition, filter, values.size()), values);
    }
    for (const CallChoice &choice : filter.choices)
        requireChoice(dialect, choice);
    requireDrill(dialect, filter);
}

FilterSql FilterSql::ofKind(const Dialect &dialect, const CallKind &kind)
{
    CallFilter filter;
    filter.taskIds = kind.taskIds;
    filter.excludedTaskIds = kind.excludedTaskIds;
    filter.results = kind.results;
    filter.excludedResults = kind.excludedResults;
    filter.answered = kind.answered;
    filter.onlyAwaiting = kind.isAwaiting;
    return FilterSql(dialect, filter);
}

void FilterSql::requireChoice(const Dialect &dialect, const CallChoice &choice)
{
    QStringList kinds;
    QVariantList values;
    for (const CallKind &kind : choice.anyOf) {
        const FilterSql conditions = ofKind(dialect, kind);
        kinds.append(conditions.m_conditions.isEmpty() ? u"1 = 1"_s : conditions.m_conditions.join(u" AND "_s));
        values.append(conditions.m_values);
    }
    require(kinds.isEmpty() ? u"1 = 0"_s : u"((%1))"_s.arg(kinds.join(u") OR ("_s)), values);
}

void FilterSql::requireDrill(const Dialect &dialect, const CallFilter &filter)
{
    // Plain conditions name columns only, so that inside the subquery they mean its own rows.
    QStringList sameOnes = m_conditions;
    QVariantList values = m_values;
    for (const SqlCondition &condition : drillConditions(dialect, filter, u"call"_s))
        require(condition.text, condition.values);
    if (filter.drill.pick != ContactPick::OncePerContact)
        return;
    for (const SqlCondition &condition : drillConditions(dialect, filter, u"later"_s)) {
        sameOnes.append(condition.text);
        values.append(condition.values);
    }
    sameOnes.append(u"later.contact_id > 0 AND later.contact_id = call.contact_id "
                    "AND (later.placed_at, later.id) > (call.placed_at, call.id)"_s);
    require(
        u"+call.contact_id > 0 AND NOT EXISTS (SELECT 1 FROM call AS later WHERE %1)"_s.arg(sameOnes.join(u" AND "_s)),
        values);
}

void FilterSql::require(const QString &condition, const QVariantList &values)
{
    m_conditions.append(condition);
    m_values.append(values);
}

QString FilterSql::where() const
{
    return m_conditions.isEmpty() ? QString() : u" WHERE "_s + m_conditions.join(u" AND "_s);
}

void FilterSql::bind(NativeStatement &statement) const
{
    for (const QVariant &value : m_values) {
        if (value.typeId() == QMetaType::QString)
            statement.bind(value.toString());
        else
            statement.bind(value.toLongLong());
    }
}

int FilterSql::bind(QSqlQuery &query, int at) const
{
    for (const QVariant &value : m_values)
        query.bindValue(at++, value);
    return at;
}

} // namespace callboard
