// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/figures/thresholds.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr Threshold Thresholds[] = {
    {Metric::ConnectRate, 0.20, 0.10, false}, //
    {Metric::LineFailureRate, 0.05, 0.15, true},
    {Metric::SuccessRate, 0.03, 0.01, false}, // 1 % is little even for cold calls
    {Metric::TimeToAnswer, 20'000, 30'000, true},
    {Metric::ShortCallRate, 0.30, 0.50, true},
    {Metric::Awaiting, 0.10, 0.30, true}, // of the attempts
};

bool isCrossed(double value, double limit, bool highIsBad)
{
    return highIsBad ? value > limit : value < limit;
}

} // namespace

std::span<const Threshold> thresholdTable()
{
    return Thresholds;
}

ColorRole thresholdRole(Metric metric, const Ratio &ratio)
{
    const auto found = std::find_if(std::begin(Thresholds), std::end(Thresholds),
                                    [metric](const Threshold &t) { return t.metric == metric; });
    if (found == std::end(Thresholds) || ratio.denominator < FewestToJudge)
        return ColorRole::Text;
    const double value = *ratio.value();
    if (isCrossed(value, found->bad, found->highIsBad))
        return ColorRole::Bad;
    return isCrossed(value, found->warning, found->highIsBad) ? ColorRole::Warning : ColorRole::Text;
}

ColorRole thresholdRole(Metric metric, const Tally &tally)
{
    return metric == Metric::Awaiting ? thresholdRole(metric, Ratio{tally.awaiting, tally.attempts})
                                      : thresholdRole(metric, metricRatio(metric, tally));
}

} // namespace callboard
