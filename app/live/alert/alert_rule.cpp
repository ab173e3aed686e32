// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/alert/alert_rule.h"

#include <QHashFunctions>

namespace callboard {

namespace {

constexpr double GiB = 1024.0 * 1024.0 * 1024.0;

AlertRule silence()
{
    return {.id = 1,
            .watch = AlertWatch::NoPushes,
            .threshold = 10,
            .clearThreshold = 10,
            .severity = AlertSeverity::Critical,
            .hours = CallingHours({CallingRange{{1, 2, 3, 4, 5, 6, 7}, 9 * 60, 20 * 60}})};
}

AlertRule lineFailures()
{
    return {.id = 2,
            .watch = AlertWatch::Figure,
            .metric = Metric::LineFailureRate,
            .eachTask = true,
            .threshold = 0.15,
            .clearThreshold = 0.10,
            .leastCalls = 50,
            .severity = AlertSeverity::Critical};
}

AlertRule connectDrop()
{
    return {.id = 3,
            .watch = AlertWatch::RelativeDrop,
            .metric = Metric::ConnectRate,
            .eachTask = true,
            .threshold = 0.30,
            .clearThreshold = 0.20,
            .windowMinutes = 30,
            .leastCalls = 100,
            .holdSeconds = 60};
}

AlertRule awaitingGrowth()
{
    return {.id = 4,
            .watch = AlertWatch::AwaitingGrowth,
            .metric = Metric::Awaiting,
            .threshold = 50,
            .clearThreshold = 20,
            .holdSeconds = 60};
}

AlertRule receiverTrouble()
{
    return {.id = 5, .watch = AlertWatch::Receiver, .holdSeconds = 10, .severity = AlertSeverity::Critical};
}

AlertRule storeTrouble()
{
    return {.id = 6,
            .watch = AlertWatch::Store,
            .threshold = GiB,
            .clearThreshold = 2 * GiB,
            .severity = AlertSeverity::Critical};
}

/// Off until somebody wants it: where a receiver can be reached from outside, there is always somebody who tries.
AlertRule turnedAway()
{
    return {.id = 7, .enabled = false, .watch = AlertWatch::TurnedAway};
}

/// The larger, the worse.
double badnessOf(const AlertRule &rule, const AlertFigure &figure)
{
    switch (rule.watch) {
    case AlertWatch::Figure:
        return rule.below ? -figure.value : figure.value;
    case AlertWatch::RelativeDrop:
        return figure.reference > 0 ? 1 - figure.value / figure.reference : 0;
    case AlertWatch::Store:
        return -figure.value;
    case AlertWatch::NoPushes:
    case AlertWatch::AwaitingGrowth:
    case AlertWatch::Receiver:
    case AlertWatch::TurnedAway:
        break;
    }
    return figure.value;
}

} // namespace

QList<AlertRule> readyMadeRules()
{
    return {silence(),         lineFailures(), connectDrop(), awaitingGrowth(),
            receiverTrouble(), storeTrouble(), turnedAway()};
}

bool needsLeastCalls(const AlertRule &rule)
{
    if (rule.watch != AlertWatch::Figure && rule.watch != AlertWatch::RelativeDrop)
        return false;
    const MetricUnit unit = rule.metric.info().unit;
    return rule.watch == AlertWatch::RelativeDrop || unit == MetricUnit::Share || unit == MetricUnit::Milliseconds;
}

void Alert::follow(const AlertFigure &now)
{
    figure = now;
    if (now.known && (!worst.known || badnessOf(rule, now) > badnessOf(rule, worst)))
        worst = now;
}

size_t qHash(const AlertKey &key, size_t seed)
{
    return qHashMulti(seed, key.ruleId, key.taskId);
}

} // namespace callboard
