// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_points.h"

#include <algorithm>
#include <cmath>

namespace callboard {

namespace {

constexpr double BarShare = 0.76; ///< of a category's width
constexpr double LoneStroke = 0.5; ///< the same

/// Bars are drawn as one closed outline: along one edge of every bar, falling back to the base between them.
SeriesOutline barOutline(const QList<double> &values, const QList<double> &base, bool lying)
{
    SeriesOutline outline;
    const auto at = [lying](double along, double height) {
        return lying ? QPointF(height, along) : QPointF(along, height);
    };
    for (qsizetype i = 0; i < base.size(); ++i) {
        const double middle = static_cast<double>(i) + 0.5;
        const double from = middle - BarShare / 2, to = middle + BarShare / 2;
        const double bottom = base[i], top = bottom + values.value(i);
        outline.upper << at(from, bottom) << at(from, top) << at(to, top) << at(to, bottom);
        outline.lower << at(from, bottom) << at(to, bottom);
    }
    return outline;
}

SeriesOutline lineOutline(const QList<double> &values)
{
    SeriesOutline outline;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            outline.upper << QPointF(static_cast<double>(i) + 0.5, values[i]);
    }
    if (outline.upper.size() == 1) { // a line needs two points: a lone one is a level stroke
        const QPointF middle = outline.upper.constFirst();
        outline.upper = {middle - QPointF(LoneStroke / 2, 0), middle + QPointF(LoneStroke / 2, 0)};
    }
    return outline;
}

} // namespace

QList<SeriesOutline> outlinesOf(const ChartData &data, const QList<bool> &shown)
{
    QList<SeriesOutline> outlines;
    QList<double> base(data.categories.size(), 0);
    for (qsizetype s = 0; s < data.series.size(); ++s) {
        const QList<double> &values = data.series[s].values;
        if (!shown.value(s, true)) {
            outlines.append(SeriesOutline{});
        } else if (data.shape == ChartShape::Lines) {
            outlines.append(lineOutline(values));
        } else {
            outlines.append(barOutline(values, base, data.shape == ChartShape::Rows));
            for (qsizetype i = 0; i < base.size(); ++i)
                base[i] += values.value(i);
        }
    }
    return outlines;
}

double largestValue(const ChartData &data, const QList<bool> &shown)
{
    double largest = 0;
    for (qsizetype i = 0; i < data.categories.size(); ++i) {
        double sum = 0;
        for (qsizetype s = 0; s < data.series.size(); ++s) {
            const double value = data.series[s].values.value(i);
            if (!shown.value(s, true) || std::isnan(value))
                continue;
            sum = data.shape == ChartShape::Lines ? std::max(sum, value) : sum + value;
        }
        largest = std::max(largest, sum);
    }
    return largest;
}

} // namespace callboard
