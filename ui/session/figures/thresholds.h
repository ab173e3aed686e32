// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/metrics.h"
#include "ui/common/theme/theme.h"

#include <span>

namespace callboard {

/// From where on a figure asks for attention, everywhere in the window.
struct Threshold
{
    Metric metric;
    double warning; ///< as the figure itself: 0.2 for 20 %
    double bad;
    bool highIsBad; ///< otherwise low values are the bad ones
};

/// A rate over fewer calls than this is not judged.
inline constexpr qint64 FewestToJudge = 50;

/// The thresholds as shipped: the one place where they stand.
std::span<const Threshold> thresholdTable();

/// The colour of a figure: Bad, Warning, or Text where no threshold is crossed. A count has no
/// measure in itself; its ratio (over 1) is never judged.
ColorRole thresholdRole(Metric metric, const Ratio &ratio);
/// The colour of a tally's figure; calls awaiting their outcome are judged as a share of the attempts.
ColorRole thresholdRole(Metric metric, const Tally &tally);

} // namespace callboard
