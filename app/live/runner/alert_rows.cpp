// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/runner/alert_rows.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callboard {

Q_LOGGING_CATEGORY(lcAlerts, "callboard.alerts", QtInfoMsg)

AlertRow rowOf(const Alert &alert)
{
    return {alert.raisedAt,  alert.rule.id,        alert.taskId,
            alert.clearedAt, alert.acknowledgedAt, alertDetailToJson(alert)};
}

QList<Alert> alertsFromRows(const QList<AlertRow> &rows)
{
    QList<Alert> alerts;
    for (const AlertRow &row : rows) {
        Alert alert{.taskId = row.taskId,
                    .raisedAt = row.raisedAt,
                    .clearedAt = row.clearedAt,
                    .acknowledgedAt = row.acknowledgedAt};
        if (readAlertDetail(row.detail, &alert))
            alerts.append(alert);
        else
            qCWarning(lcAlerts) << "An alert in the store can't be read; a newer program may have written it.";
    }
    return alerts;
}

QList<AlertRule> rulesFromRows(const QList<AlertRuleRow> &rows)
{
    QList<AlertRule> rules = readyMadeRules();
    for (const AlertRuleRow &row : rows) {
        const auto rule = ruleFromJson(row.definition);
        if (!rule) {
            qCWarning(lcAlerts) << "An alert rule in the store can't be read and is left alone:" << row.id;
            continue;
        }
        const auto shipped = std::find_if(rules.begin(), rules.end(), [&](const auto &r) { return r.id == rule->id; });
        if (shipped != rules.end())
            *shipped = *rule;
        else
            rules.append(*rule);
    }
    return rules;
}

} // namespace callboard
