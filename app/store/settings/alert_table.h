// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <QHash>
#include <QList>
#include <QString>

/// The tables `alert_rule` and `alert`. What a definition or a detail says is the business of the alerts themselves.
/// Loading runs on a reader's connection; all functions throw StoreError.
namespace callboard {

struct AlertRuleRow
{
    qint64 id = 0;
    QString definition; ///< JSON
    friend bool operator==(const AlertRuleRow &, const AlertRuleRow &) = default;
};

/// One alert; (raisedAt, ruleId, taskId) is its key.
struct AlertRow
{
    qint64 raisedAt = 0; ///< epoch ms
    qint64 ruleId = 0;
    QString taskId; ///< empty: all calls
    qint64 clearedAt = 0, acknowledgedAt = 0; ///< epoch ms, 0 not yet
    QString detail; ///< JSON
    friend bool operator==(const AlertRow &, const AlertRow &) = default;
};

QList<AlertRuleRow> loadAlertRules(Connection &connection); ///< by id
QList<AlertRow> loadOpenAlerts(Connection &connection); ///< newest first
/// Open and cleared ones, newest first, at most `limit`.
QList<AlertRow> loadAlerts(Connection &connection, int limit);
qint64 countAlerts(Connection &connection);

/// The column `calling_hours` of tasks where it says something, by task. JSON.
QHash<QString, QString> loadCallingHours(Connection &connection);

/// These write; for the writer alone, inside a transaction of the caller's.
void writeAlertRule(Connection &connection, const AlertRuleRow &rule); ///< adds or replaces
void removeAlertRule(Connection &connection, qint64 id);
/// Adds the alert, or brings an older image of it up to date.
void writeAlert(Connection &connection, const AlertRow &alert);

} // namespace callboard
