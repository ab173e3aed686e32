// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"
#include "text/format.h"

namespace callboard {

/// Rules and alerts in the language of the program. None of these texts ever holds a phone number.

/// What a rule watches, such as "Line failure rate" or "No push".
QString watchName(AlertWatch watch, Metric metric);
/// The name that people gave to the rule, else what it watches.
QString ruleTitle(const AlertRule &rule);
/// When it raises, such as "above 15.0 % over 15 min, from 50 calls".
QString ruleCondition(const AlertRule &rule, const Format &format);
/// What a rule watches and when it is raised, in one line.
QString ruleSentence(const AlertRule &rule, const Format &format);
QString severityWord(AlertSeverity severity);

/// What an alert is about, with what it is made of: "13.1 % (157 of 1,198), worst 46.0 %, clears at 10.0 %" while it
/// is open, the worst figure afterwards: "46.0 % (551 of 1,198)".
QString alertFigureText(const Alert &alert, const Format &format);
/// One line: campaign, what, figure. `taskName` is empty for all calls.
QString alertHeadline(const Alert &alert, const QString &taskName, const Format &format);

/// How a rule's threshold is entered: what one step of the stored value is shown as.
struct ThresholdUnit
{
    double scale = 1; ///< shown = stored * scale
    int decimals = 0;
    double most = 1'000'000; ///< largest shown value
    QString suffix; ///< such as " %"
};
ThresholdUnit thresholdUnit(AlertWatch watch, Metric metric);

} // namespace callboard
