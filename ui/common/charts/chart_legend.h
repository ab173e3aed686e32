// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"

class QLegend;

namespace callboard {

class Theme;

/// Colours the entries of a legend, which is detached from its chart, hollow where a series is switched off, and lays
/// them out in lines of at most `width`; gives the height of the lines. GUI thread.
///
/// QLegend shortens entries when it is attached. When it is detached, it wraps, but judges whether an entry fits by the
/// width of the one before; so it gets too much room first, and then less, until all entries end within `width`.
double showLegend(QLegend &legend, const QList<ChartSeries> &series, const QList<bool> &shown, const Theme &theme,
                  double width);

} // namespace callboard
