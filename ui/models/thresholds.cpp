// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/thresholds.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr Threshold Thresholds[] = {
    {Metric::ConnectRate, 0.20, 0.10, false},
    {Metric::LineFailureRate, 0.05, 0.15, true},
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

Ink judge(Metric metric, const Ratio &ratio)
{
    const auto found = std::find_if(std::begin(Thresholds), std::end(Thresholds),
                                    [metric](const Threshold &t) { return t.metric == metric; });
    if (found == std::end(Thresholds) || ratio.denominator < FewestToJudge)
        return Ink::Text;
    const double value = *ratio.value();
    if (isCrossed(value, found->bad, found->highIsBad))
        return Ink::Bad;
    return isCrossed(value, found->warning, found->highIsBad) ? Ink::Warning : Ink::Text;
}

} // namespace callboard
