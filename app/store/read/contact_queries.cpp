// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/contact_queries.h"

#include "record/figures/figures.h"
#include "store/read/filter_sql.h"

#include <QSet>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, qint64> numbersByTask(Connection &connection, const QString &select, const QStringList &taskIds)
{
    QString text = select;
    if (!taskIds.isEmpty())
        text += u" AND task_id IN (?%1)"_s.arg(u", ?"_s.repeated(taskIds.size() - 1));
    QSqlQuery &query = connection.prepared(text + u" GROUP BY task_id"_s);
    int at = 0;
    for (const QString &taskId : taskIds)
        query.bindValue(at++, taskId.isNull() ? u""_s : taskId);
    connection.run(query);
    QHash<QString, qint64> numbers;
    while (connection.next(query))
        numbers.insert(query.value(0).toString(), query.value(1).toLongLong());
    query.finish();
    return numbers;
}

} // namespace

/// Over all time it is the contacts that went, not the calls, which decide: one that still has a call counts as before.
QHash<QString, ContactCount> countTriedContacts(Connection &connection, const QStringList &taskIds)
{
    const auto kept = numbersByTask(connection, u"SELECT task_id, COUNT(*) FROM contact WHERE attempts > 0"_s, taskIds);
    QHash<QString, ContactCount> tried;
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        tried[it.key()].attempted = it.value();
    const auto past =
        numbersByTask(connection, u"SELECT task_id, SUM(contacts) FROM past_contact WHERE contacts > 0"_s, taskIds);
    for (auto it = past.cbegin(); it != past.cend(); ++it)
        tried[it.key()] = {0, 0, false};
    return tried;
}

QList<qint64> contactsReachedByMinute(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    CallFilter filter;
    filter.range = range;
    filter.taskIds = taskIds;
    filter.answered = true;
    filter.onlyContacts = true;
    const FilterSql conditions(connection.dialect(), filter);
    QSqlQuery &query = connection.prepared(u"SELECT placed_at, contact_id FROM call"_s + conditions.where());
    conditions.bind(query);
    connection.run(query);
    QList<QSet<qint64>> minutes((range.to - range.from + MinuteMs - 1) / MinuteMs);
    while (connection.next(query))
        minutes[(query.value(0).toLongLong() - range.from) / MinuteMs].insert(query.value(1).toLongLong());
    query.finish();
    QList<qint64> counts;
    for (const QSet<qint64> &contacts : std::as_const(minutes))
        counts.append(contacts.size());
    return counts;
}

} // namespace callboard
