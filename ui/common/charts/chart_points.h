// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"

#include <QPointF>

namespace callboard {

/// The outline of one series in chart coordinates: bars of one series are a single shape between two lines, so that a
/// chart of hundreds of bars stays a handful of items.
struct SeriesOutline
{
    QList<QPointF> upper;
    QList<QPointF> lower; ///< empty for lines
};

/// Outlines of all series, stacked from the first to the last; `shown[i]` false leaves a series out.
QList<SeriesOutline> outlinesOf(const ChartData &data, const QList<bool> &shown);

/// The largest stacked (or, for lines, single) value among the shown series.
double largestValue(const ChartData &data, const QList<bool> &shown);

} // namespace callboard
