// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_data.h"

#include "text/format.h"
#include "ui/common/tables/figure_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace callboard {

using namespace Qt::StringLiterals;

bool ChartData::isEmpty() const
{
    return std::all_of(series.begin(), series.end(), [this](const ChartSeries &s) {
        return std::all_of(s.values.begin(), s.values.end(), [this](double value) {
            return shape == ChartShape::Lines ? std::isnan(value) : value == 0;
        });
    });
}

double ChartData::total(qsizetype category) const
{
    double sum = 0;
    for (const ChartSeries &s : series) {
        const double value = s.values.value(category);
        sum += std::isnan(value) ? 0 : value;
    }
    return sum;
}

double ChartData::largest() const
{
    double largest = 0;
    for (qsizetype i = 0; i < categories.size(); ++i) {
        if (shape != ChartShape::Lines)
            largest = std::max(largest, total(i));
        for (const ChartSeries &s : series)
            largest = std::fmax(largest, s.values.value(i));
    }
    return largest;
}

QString valueText(double value, ChartUnit unit, const Format &format)
{
    if (std::isnan(value))
        return u"–"_s;
    return unit == ChartUnit::Count ? format.count(qRound64(value)) : format.percent(value, 1);
}

FigureTable figureTable(const ChartData &data, const Format &format)
{
    FigureTable table{.columns = {{.id = u"category"_s, .title = data.categoryTitle, .isNumber = false}}, .rows = {}};
    for (const ChartSeries &series : data.series)
        table.columns.append({.id = QString::number(table.columns.size()), .title = series.name});
    for (qsizetype i = 0; i < data.categories.size(); ++i) {
        FigureRow row{.key = QString::number(i), .title = {}};
        row.cells.append({.text = data.categories[i].fullText(), .sort = static_cast<double>(i)});
        for (const ChartSeries &series : data.series) {
            const double value = series.values.value(i);
            row.cells.append({.text = valueText(value, data.unit, format), .sort = std::fmax(value, -1)});
        }
        table.rows.append(row);
    }
    return table;
}

ChartData summedUp(const ChartData &data, const QList<qsizetype> &starts)
{
    ChartData result = data;
    result.categories.clear();
    for (ChartSeries &series : result.series)
        series.values.clear();
    for (qsizetype place = 0; place < starts.size(); ++place) {
        const qsizetype first = starts[place], end = starts.value(place + 1, data.categories.size());
        ChartCategory category = *std::max_element(&data.categories[first], &data.categories[end - 1] + 1,
                                                   [](const auto &a, const auto &b) { return a.rank < b.rank; });
        if (end > first + 1)
            category.words = data.categories[first].fullText() + u" … "_s + data.categories[end - 1].fullText();
        result.categories.append(category);
        for (qsizetype s = 0; s < data.series.size(); ++s) {
            const auto values = data.series[s].values.begin();
            result.series[s].values.append(std::accumulate(values + first, values + end, 0.0));
        }
    }
    return result;
}

} // namespace callboard
