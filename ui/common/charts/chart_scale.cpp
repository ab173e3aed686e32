// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_scale.h"

#include <algorithm>
#include <cmath>

namespace callboard {

namespace {

constexpr double LabelGap = 8;

double roundStep(double raw)
{
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * power * 1.0001)
            return factor * power;
    }
    return 10 * power;
}

/// Every n-th of the categories of at least that rank; nothing where neighbours would overlap.
QList<qsizetype> chosenLabels(const QList<ChartCategory> &categories, int rank, qsizetype n, double perCategory,
                              const QFontMetricsF &metrics)
{
    QList<qsizetype> chosen;
    qsizetype skipped = 0;
    double end = 0; // of the label before
    for (qsizetype i = 0; i < categories.size(); ++i) {
        if (categories[i].rank < rank || skipped++ % n != 0)
            continue;
        const double middle = (static_cast<double>(i) + 0.5) * perCategory;
        const double half = metrics.horizontalAdvance(categories[i].label) / 2;
        if (!chosen.isEmpty() && middle - half < end + LabelGap)
            return {};
        chosen.append(i);
        end = middle + half;
    }
    return chosen;
}

} // namespace

ValueScale ValueScale::fit(double largest, ChartUnit unit, int wantedSteps)
{
    if (unit == ChartUnit::Share && largest > 0.5)
        return {1, 0.25};
    const double raw = std::max(largest, unit == ChartUnit::Count ? 1.0 : 0.01) / std::max(1, wantedSteps);
    ValueScale scale;
    scale.step = roundStep(raw);
    if (unit == ChartUnit::Count)
        scale.step = std::max(1.0, scale.step);
    scale.top = std::max(scale.step, std::ceil(largest / scale.step - 1e-9) * scale.step);
    return scale;
}

int ValueScale::steps() const
{
    return static_cast<int>(std::lround(top / step));
}

QList<qsizetype> visibleLabels(const QList<ChartCategory> &categories, double perCategory, const QFontMetricsF &metrics)
{
    int highest = 0;
    for (const ChartCategory &category : categories)
        highest = std::max(highest, category.rank);
    QList<qsizetype> chosen;
    for (int rank = 0; chosen.isEmpty() && rank <= highest; ++rank)
        chosen = chosenLabels(categories, rank, 1, perCategory, metrics);
    for (qsizetype n = 2; chosen.isEmpty() && n <= categories.size(); ++n)
        chosen = chosenLabels(categories, highest, n, perCategory, metrics);
    return chosen;
}

} // namespace callboard
