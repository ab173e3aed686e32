// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings/alert_table.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString Columns = u"raised_at, rule_id, task_id, cleared_at, acknowledged_at, detail"_s;

QList<AlertRow> readAlerts(Connection &connection, QSqlQuery &query)
{
    connection.run(query);
    QList<AlertRow> alerts;
    while (connection.next(query))
        alerts.append({query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toString(),
                       query.value(3).toLongLong(), query.value(4).toLongLong(), query.value(5).toString()});
    query.finish();
    return alerts;
}

/// A null text would be stored as NULL, which a key can't hold.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

QList<AlertRuleRow> loadAlertRules(Connection &connection)
{
    QSqlQuery &query = connection.prepared(u"SELECT id, definition FROM alert_rule ORDER BY id"_s);
    connection.run(query);
    QList<AlertRuleRow> rules;
    while (connection.next(query))
        rules.append({query.value(0).toLongLong(), query.value(1).toString()});
    query.finish();
    return rules;
}

QList<AlertRow> loadOpenAlerts(Connection &connection)
{
    return readAlerts(connection,
                      connection.prepared(u"SELECT %1 FROM alert WHERE cleared_at = 0 "
                                          "ORDER BY raised_at DESC, rule_id, task_id"_s.arg(Columns)));
}

QList<AlertRow> loadAlerts(Connection &connection, int limit)
{
    QSqlQuery &query = connection.prepared(
        u"SELECT %1 FROM alert ORDER BY raised_at DESC, rule_id DESC, task_id DESC LIMIT ?"_s.arg(Columns));
    query.bindValue(0, limit);
    return readAlerts(connection, query);
}

qint64 countAlerts(Connection &connection)
{
    return connection.value(u"SELECT COUNT(*) FROM alert"_s).toLongLong();
}

QHash<QString, QString> loadCallingHours(Connection &connection)
{
    QSqlQuery &query = connection.prepared(u"SELECT task_id, calling_hours FROM task WHERE calling_hours <> ''"_s);
    connection.run(query);
    QHash<QString, QString> hours;
    while (connection.next(query))
        hours.insert(query.value(0).toString(), query.value(1).toString());
    query.finish();
    return hours;
}

void writeAlertRule(Connection &connection, const AlertRuleRow &rule)
{
    QSqlQuery &query = connection.prepared(u"INSERT INTO alert_rule (id, definition) VALUES (?, ?) "
                                           "ON CONFLICT (id) DO UPDATE SET definition = excluded.definition"_s);
    query.bindValue(0, rule.id);
    query.bindValue(1, rule.definition);
    connection.run(query);
}

void removeAlertRule(Connection &connection, qint64 id)
{
    QSqlQuery &query = connection.prepared(u"DELETE FROM alert_rule WHERE id = ?"_s);
    query.bindValue(0, id);
    connection.run(query);
}

void writeAlert(Connection &connection, const AlertRow &alert)
{
    QSqlQuery &query = connection.prepared(
        u"INSERT INTO alert (%1) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (raised_at, rule_id, task_id) DO UPDATE SET "
        "cleared_at = excluded.cleared_at, acknowledged_at = excluded.acknowledged_at, detail = excluded.detail"_s.arg(
            Columns));
    query.bindValue(0, alert.raisedAt);
    query.bindValue(1, alert.ruleId);
    query.bindValue(2, notNull(alert.taskId));
    query.bindValue(3, alert.clearedAt);
    query.bindValue(4, alert.acknowledgedAt);
    query.bindValue(5, notNull(alert.detail));
    connection.run(query);
}

} // namespace callboard
