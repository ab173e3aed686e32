// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace callboard {

class Format;
struct FigureTable;

/// How values are drawn.
enum class ChartShape : quint8 {
    Columns, ///< upright bars, series stacked, categories along the bottom
    Rows, ///< lying bars, series stacked, categories down the side
    Lines, ///< one line per series, categories along the bottom
};

enum class ChartUnit : quint8 {
    Count, ///< whole numbers
    Share, ///< 0..1, written in per cent
};

/// One place on the category axis.
struct ChartCategory
{
    QString label; ///< on the axis
    QString words; ///< in the hover text and the table; empty: the label
    /// How round the place is: where not all labels fit, those of lower rank give way first.
    int rank = 0;
    QString note; ///< written at the end of a row's bar, such as a share
    QString fullText() const { return words.isEmpty() ? label : words; }
    friend bool operator==(const ChartCategory &, const ChartCategory &) = default;
};

/// One value per category; NaN where there is none (lines break there).
struct ChartSeries
{
    QString name;
    QColor color;
    QList<double> values;
};

/// All that a chart shows: a plain value, replaced as a whole.
struct ChartData
{
    ChartShape shape = ChartShape::Columns;
    ChartUnit unit = ChartUnit::Count;
    QString categoryTitle; ///< heads the first column of the table, such as "Time"
    QList<ChartCategory> categories;
    QList<ChartSeries> series;
    QString emptyReason; ///< said instead of an empty chart

    bool isEmpty() const; ///< nothing but zeros and gaps
    double total(qsizetype category) const; ///< of all series
    double largest() const; ///< the largest total, or, for lines, the largest value
};

/// An exact value, "–" where there is none.
QString valueText(double value, ChartUnit unit, const Format &format);

/// The same as a table: a row for each category, a column for each series.
FigureTable figureTable(const ChartData &data, const Format &format);

/// Fewer places than a chart has categories: place i sums up the categories from starts[i] to the next start. Each is
/// labelled with its roundest category.
ChartData summedUp(const ChartData &data, const QList<qsizetype> &starts);

} // namespace callboard
