// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"
#include "store/settings/alert_table.h"

namespace callboard {

/// Rules and alerts as rows of the store, and back. Pure functions; what a row holds that this program can't read (a
/// newer one may have written it) is left out and logged.

AlertRow rowOf(const Alert &alert);
QList<Alert> alertsFromRows(const QList<AlertRow> &rows);

/// The ready-made rules with the stored ones in their places, and people's own after them.
QList<AlertRule> rulesFromRows(const QList<AlertRuleRow> &rows);

} // namespace callboard
