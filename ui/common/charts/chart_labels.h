// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"

#include <QRectF>

class QPainter;

namespace callboard {

class Theme;

/// Writes what Qt Charts can't write without overlap or cuts: totals above columns; names, totals and notes of rows.
/// A bar's rectangle is as wide as its category and as long as its total. GUI thread.
class ChartLabels
{
public:
    ChartLabels(const Theme &theme, const Format &format)
        : m_theme(theme)
        , m_format(format)
    { }

    /// The totals above columns that are `width` wide; nothing where not all of them have room.
    QStringList totals(const ChartData &data, double width) const;
    void paintTotals(QPainter &painter, const ChartData &data, const QList<QRectF> &bars) const;

    double nameWidth(const ChartData &data) const; ///< of the widest row
    double valueWidth(const ChartData &data) const; ///< total and note of the widest row
    void paintRows(QPainter &painter, const ChartData &data, const QList<QRectF> &bars) const;

private:
    const Theme &m_theme;
    const Format &m_format;
};

} // namespace callboard
