// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/filter_sql.h"

#include "store/read/drill_sql.h"
#include "store/table/call_sql.h"
#include "store/table/recount_sql.h"

#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString Awaiting = u"parts = 1 AND direction = 2"_s, NotAwaiting = u"(parts <> 1 OR direction <> 2)"_s;

QString containing(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'!', "!!"_L1).replace(u'%', "!%"_L1).replace(u'_', "!_"_L1);
    return u'%' + escaped + u'%';
}

/// A customer value stands in the store as JSON text: what is looked for is written the same way.
QString jsonInner(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
}

} // namespace

FilterSql::FilterSql(const Dialect &dialect, const CallFilter &filter)
{
    if (filter.range.from > 0)
        require(u"placed_at >= ?"_s, {filter.range.from});
    if (filter.range.to != std::numeric_limits<qint64>::max())
        require(u"placed_at < ?"_s, {filter.range.to});
    requireLists(filter);
    requireFlags(filter);
    requireTalk(filter);
    requireText(filter);
    for (const CallChoice &choice : filter.choices)
        requireChoice(choice);
    requireDrill(dialect, filter);
}

void FilterSql::requireLists(const CallFilter &filter)
{
    requireOneOf(u"task_id"_s, filter.taskIds);
    requireOneOf(u"task_id"_s, filter.excludedTaskIds, true);
    requireOneOf(u"task_result"_s, filter.results);
    requireOneOf(u"task_result"_s, filter.excludedResults, true);
    requireOneOf(u"callee"_s, filter.excludedCallees, true);
}

void FilterSql::requireFlags(const CallFilter &filter)
{
    if (filter.answered)
        require(*filter.answered ? u"time_answer > 0"_s : u"time_answer = 0"_s);
    if (filter.outbound)
        require(*filter.outbound ? CallSql::isOutbound() : CallSql::isInbound());
    if (filter.direction)
        require(u"direction = ?"_s, {*filter.direction});
    if (filter.parts)
        require(CallSql::hasExactly(*filter.parts));
    if (filter.onlyAwaiting)
        require(CallSql::isAwaiting());
    if (filter.onlySettled)
        require(CallSql::isSettled());
    if (filter.onlySeized)
        require(u"time_ring > 0"_s);
    if (filter.onlyDialled)
        require(u"time_dial > 0"_s);
    if (filter.onlyAnomalies)
        require(u"anomalies <> 0"_s);
    if (filter.contactId != 0)
        require(u"contact_id = ?"_s, {filter.contactId});
    // The plus keeps the database from taking the index of contacts, which would fetch every row.
    if (filter.onlyContacts)
        require(u"+contact_id > 0"_s);
}

void FilterSql::requireTalk(const CallFilter &filter)
{
    if (filter.talkAtLeastMs)
        require(u"time_answer > 0 AND %1 >= ?"_s.arg(RecountSql::talk()), {*filter.talkAtLeastMs});
    if (filter.talkBelowMs)
        require(u"time_answer > 0 AND %1 < ?"_s.arg(RecountSql::talk()), {*filter.talkBelowMs});
}

FilterSql FilterSql::ofKind(const CallKind &kind)
{
    FilterSql conditions;
    conditions.requireOneOf(u"task_id"_s, kind.taskIds);
    conditions.requireOneOf(u"task_id"_s, kind.excludedTaskIds, true);
    conditions.requireOneOf(u"task_result"_s, kind.results);
    conditions.requireOneOf(u"task_result"_s, kind.excludedResults, true);
    if (kind.answered)
        conditions.require(*kind.answered ? u"time_answer > 0"_s : u"time_answer = 0"_s);
    if (kind.awaiting)
        conditions.require(*kind.awaiting ? Awaiting : NotAwaiting);
    return conditions;
}

void FilterSql::requireChoice(const CallChoice &choice)
{
    QStringList kinds;
    QVariantList values;
    for (const CallKind &kind : choice.anyOf) {
        const FilterSql conditions = ofKind(kind);
        kinds.append(conditions.m_conditions.isEmpty() ? u"1 = 1"_s : conditions.m_conditions.join(u" AND "_s));
        values.append(conditions.m_values);
    }
    require(kinds.isEmpty() ? u"1 = 0"_s : u"((%1))"_s.arg(kinds.join(u") OR ("_s)), values);
}

void FilterSql::requireText(const CallFilter &filter)
{
    if (!filter.uuid.isEmpty())
        require(u"call_uuid = ?"_s, {filter.uuid});
    if (!filter.callee.isEmpty())
        require(u"callee LIKE ? ESCAPE '!'"_s, {containing(filter.callee)});
    if (!filter.numberContains.isEmpty()) {
        const QString pattern = containing(filter.numberContains);
        require(u"(callee LIKE ? ESCAPE '!' OR caller LIKE ? ESCAPE '!')"_s, {pattern, pattern});
    }
    if (!filter.customerContains.isEmpty())
        require(u"task_row_value LIKE ? ESCAPE '!'"_s, {containing(jsonInner(filter.customerContains))});
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

void FilterSql::requireOneOf(const QString &column, const QStringList &values, bool negated)
{
    if (values.isEmpty())
        return;
    QVariantList bound;
    for (const QString &value : values)
        bound.append(value.isNull() ? u""_s : value);
    const QString marks = u"?"_s + u", ?"_s.repeated(values.size() - 1);
    require(u"%1 %2IN (%3)"_s.arg(column, negated ? u"NOT "_s : QString(), marks), bound);
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
