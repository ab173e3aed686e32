// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/models/live_snapshot.h"

namespace callboard {

class Theme;

/// What the Live page's charts show, and which calls stand behind their bars. Pure functions of one snapshot.
namespace LiveCharts {

ChartData callsOverTime(const LiveSnapshot &snapshot, const Theme &theme, const Format &format);
ChartData outcomesByResult(const LiveSnapshot &snapshot, const Theme &theme, const Format &format);
ChartData talkTimes(const LiveSnapshot &snapshot, const Theme &theme);
ChartData ratesOverTime(const LiveSnapshot &snapshot, const Theme &theme, const Format &format);

/// The calls behind slices `first` to `last` of the charts over time; `series` of callsOverTime, -1 for all.
CallFilter callsOfSlices(const LiveSnapshot &snapshot, int first, int last, int series);
CallFilter callsOfResults(const LiveSnapshot &snapshot, int first, int last);
CallFilter callsOfTalkTime(const LiveSnapshot &snapshot, int talkClass);

} // namespace LiveCharts

} // namespace callboard
