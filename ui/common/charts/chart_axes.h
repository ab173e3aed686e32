// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_scale.h"

class QCategoryAxis;
class QChart;
class QValueAxis;

namespace callboard {

class Theme;

/// The axes of a chart: categories, of which those get a label that have room for it, and values. Rows show neither
/// (see ChartLabels). GUI thread; the chart owns the axes and must outlive this.
class ChartAxes
{
public:
    ChartAxes(QChart &chart, const Theme &theme, const Format &format);

    /// Moves the axes to the sides where `shape` needs them; before its series are made.
    void place(ChartShape shape);
    /// About `steps` lines of the grid, and the range that `data` needs.
    void setValues(const ChartData &data, int steps);
    /// Chooses labels by the width that the chart's plot has now.
    void setCategories(const ChartData &data);
    double top() const { return m_scale.top; } ///< the value at the end of the axis

private:
    void setLabels(const QList<ChartCategory> &categories, const QList<qsizetype> &places);

    QChart &m_chart;
    const Theme &m_theme;
    const Format &m_format;
    ValueScale m_scale;
    QCategoryAxis *m_categories;
    QValueAxis *m_values;
};

} // namespace callboard
