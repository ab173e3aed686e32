// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/alert/alert_calls.h"

namespace callboard {

std::optional<CallFilter> callsOfAlert(const Alert &alert, const FigureRules &rules)
{
    CallFilter filter;
    filter.range = alert.shown().range;
    if (alert.rule.eachTask)
        filter.taskIds = {alert.taskId};
    switch (alert.rule.watch) {
    case AlertWatch::Receiver:
    case AlertWatch::Store:
    case AlertWatch::TurnedAway: // they became none
        return std::nullopt;
    case AlertWatch::NoPushes:
        filter.range.from -= HourMs;
        return filter;
    case AlertWatch::AwaitingGrowth:
        return callsOfMetric(Metric::Awaiting, filter, rules);
    case AlertWatch::Figure:
    case AlertWatch::RelativeDrop:
        return callsOfMetric(alert.rule.metric, filter, rules);
    }
    return std::nullopt;
}

} // namespace callboard
