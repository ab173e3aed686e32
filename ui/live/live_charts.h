// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"
#include "ui/session/figures/live_snapshot.h"

#include <span>

namespace callboard {

class Theme;

/// One chart of the Live page: what it shows, and which calls stand behind its bars. Pure functions of one snapshot.
struct LiveChart
{
    QLatin1StringView id; ///< of its panel
    const char *title; ///< English source of the context "LiveCharts"
    QLatin1StringView report; ///< with the same in full; empty: none
    bool isWide; ///< stands above the campaigns, else in the column beside them
    bool hasLegend;
    int height; ///< share of its column
    ChartData (*data)(const LiveSnapshot &, const Theme &, const Format &);
    /// Behind the categories `first` to `last` of a series; of all series where that is -1.
    CallFilter (*calls)(const LiveSnapshot &, int first, int last, int series);
};

/// In their order on the page, which has a panel for each.
std::span<const LiveChart> liveCharts();

} // namespace callboard
