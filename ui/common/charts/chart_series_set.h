// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"

class QAbstractSeries;
class QAbstractBarSeries;
class QChart;
class QXYSeries;

namespace callboard {

/// The series of Qt Charts that draw a ChartData: one series of stacked bars, or a line for each series. Shares are
/// drawn in per cent. GUI thread; the chart must outlive it.
class ChartSeriesSet
{
public:
    explicit ChartSeriesSet(QChart &chart)
        : m_chart(chart)
    { }

    /// Draws `data` on the axes that the chart has. True: the series, and with them the legend's entries, are new.
    bool draw(const ChartData &data);
    /// The series of the bars; nullptr for lines and before anything was drawn.
    QAbstractBarSeries *bars() const { return m_bars; }

private:
    void make(const ChartData &data);
    void add(QAbstractSeries *series);

    QChart &m_chart;
    ChartShape m_shape = ChartShape::Columns;
    QAbstractBarSeries *m_bars = nullptr;
    QList<QXYSeries *> m_lines;
};

/// A series' values are in per cent where its unit is a share.
double drawnValue(double value, ChartUnit unit);

/// Any text as a label of Qt Charts, which takes labels for HTML, and does not show two that are equal.
QString chartLabel(const QString &text, qsizetype number);

} // namespace callboard
