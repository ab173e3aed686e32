// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"
#include "ui/session/figures/live_snapshot.h"

namespace callboard {

class Theme;

/// What the Live page's charts show, and which calls stand behind their bars. Pure functions of one snapshot.
namespace LiveCharts {

ChartData callsOverTime(const LiveSnapshot &snapshot, const Theme &theme, const Format &format);
ChartData outcomesByResult(const LiveSnapshot &snapshot, const Theme &theme, const Format &format);
ChartData talkTimes(const LiveSnapshot &snapshot, const Theme &theme);
ChartData ratesOverTime(const LiveSnapshot &snapshot, const Theme &theme, const Format &format);

/// The calls behind slices `first` to `last` of callsOverTime; `series` -1: all of them.
CallFilter callsOfSlices(const LiveSnapshot &snapshot, int first, int last, int series);
/// The same of ratesOverTime: what the rate of a series counts; -1: the attempts.
CallFilter callsOfRates(const LiveSnapshot &snapshot, int first, int last, int series);
CallFilter callsOfResults(const LiveSnapshot &snapshot, int first, int last, int series);
CallFilter callsOfTalkTime(const LiveSnapshot &snapshot, int talkClass);

} // namespace LiveCharts

} // namespace callboard
