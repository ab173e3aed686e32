// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/alerts/alert_calls.h"

#include "ui/session/figures/live_tiles.h"

namespace callboard {

namespace {

constexpr qint64 ShortTalkMs = 5'000, ConversationMs = 60'000; ///< as the metrics' definitions say

CallFilter callsOfFigure(Metric metric, CallFilter filter, const FigureRules &rules)
{
    switch (metric) {
    case Metric::ShortCallRate:
        filter.talkBelowMs = ShortTalkMs;
        break;
    case Metric::ConversationRate:
        filter.talkAtLeastMs = ConversationMs;
        break;
    case Metric::ConnectRateNoLine:
        break;
    default:
        return callsOfMetric(metric, filter, rules);
    }
    return callsOfMetric(Metric::Connected, filter, rules);
}

} // namespace

std::optional<CallFilter> callsOfAlert(const Alert &alert, const FigureRules &rules)
{
    CallFilter filter;
    filter.range = alert.shown().range;
    if (alert.rule.eachTask)
        filter.taskIds = {alert.taskId};
    switch (alert.rule.watch) {
    case AlertWatch::Receiver:
    case AlertWatch::Store:
        return std::nullopt;
    case AlertWatch::NoPushes:
        filter.range.from -= HourMs;
        return filter;
    case AlertWatch::AwaitingGrowth:
        return callsOfFigure(Metric::Awaiting, filter, rules);
    case AlertWatch::Figure:
    case AlertWatch::RelativeDrop:
        return callsOfFigure(alert.rule.metric, filter, rules);
    }
    return std::nullopt;
}

} // namespace callboard
