// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"
#include "text/format.h"
#include "ui/common/tables/list_model.h"

namespace callboard {

class Theme;

/// The lists of the page of alerts. What is given must outlive the models.

using AlertList = ListModel<Alert>;
using AlertRuleList = ListModel<AlertRule>;

/// The name of a campaign, by its task.
using TaskName = std::function<QString(const QString &taskId)>;

/// Raised alerts; see sortedAlerts().
AlertList *makeAlertList(const Theme &theme, const Format &format, const TaskName &taskName, QObject *parent);
/// The rules, each with a box that switches it on.
AlertRuleList *makeAlertRuleList(const Theme &theme, const Format &format, QObject *parent);

/// Open ones first, the most severe on top, then what was cleared, newest first.
QList<Alert> sortedAlerts(QList<Alert> alerts);

} // namespace callboard
