// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_format.h"
#include "report/paper/paper_style.h"

#include <QRectF>

class QPainter;

namespace callboard {

struct PaperSeries
{
    QString name;
    QColor color;
    QList<double> values; ///< one a category; NaN: none
};

/// A chart with its values. All series have one kind, so that they share an axis.
struct PaperChart
{
    QString title; ///< empty: none is painted
    ReportChart::Shape shape = ReportChart::Shape::Columns;
    ColumnKind kind = ColumnKind::Count;
    QStringList categories;
    QList<PaperSeries> series;
    qint64 leftOut = 0; ///< rows of the table beyond the last category

    bool isEmpty() const; ///< nothing but zeros and gaps
};

namespace paper {

/// A value axis from `bottom` to `top` with a line every `step`; all round.
struct Axis
{
    double bottom = 0, top = 1, step = 1;
    int steps() const;
};
/// Fits the values of a kind: whole numbers for counts, 0 to 100 % for larger shares, seconds and minutes for
/// durations.
Axis axisFor(ColumnKind kind, double least, double largest, int wantedSteps);

/// How tall the chart wants to be with its title and legend, in dots.
double chartHeight(const PaperChart &chart, double width, const Meters &meters);
/// Paints title, legend, axes and values with QPainter only: vectors, and no labels over each other.
void paintChart(QPainter &painter, const QRectF &area, const PaperChart &chart, const Meters &meters,
                const Format &format);

} // namespace paper

} // namespace callboard
