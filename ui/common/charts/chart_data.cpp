// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_data.h"

#include <algorithm>
#include <cmath>

namespace callboard {

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

} // namespace callboard
