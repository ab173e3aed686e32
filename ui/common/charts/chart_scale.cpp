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

QList<qsizetype> ofRank(const QList<ChartCategory> &categories, int rank)
{
    QList<qsizetype> chosen;
    for (qsizetype i = 0; i < categories.size(); ++i) {
        if (categories[i].rank >= rank)
            chosen.append(i);
    }
    return chosen;
}

bool fits(const QList<qsizetype> &chosen, const QList<ChartCategory> &categories, double perCategory,
          const QFontMetricsF &metrics)
{
    for (qsizetype i = 1; i < chosen.size(); ++i) {
        const double space = static_cast<double>(chosen[i] - chosen[i - 1]) * perCategory;
        const double left = metrics.horizontalAdvance(categories[chosen[i - 1]].label);
        const double right = metrics.horizontalAdvance(categories[chosen[i]].label);
        if ((left + right) / 2 + LabelGap > space)
            return false;
    }
    return true;
}

QList<qsizetype> everyNth(const QList<qsizetype> &from, qsizetype n)
{
    QList<qsizetype> chosen;
    for (qsizetype i = 0; i < from.size(); i += n)
        chosen.append(from[i]);
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
    if (categories.isEmpty())
        return {};
    int highest = 0;
    for (const ChartCategory &category : categories)
        highest = std::max(highest, category.rank);
    for (int rank = 0; rank <= highest; ++rank) {
        const QList<qsizetype> chosen = ofRank(categories, rank);
        if (fits(chosen, categories, perCategory, metrics))
            return chosen;
    }
    const QList<qsizetype> roundest = ofRank(categories, highest);
    for (qsizetype n = 2; n < roundest.size(); ++n) {
        const QList<qsizetype> chosen = everyNth(roundest, n);
        if (fits(chosen, categories, perCategory, metrics))
            return chosen;
    }
    return {roundest.constFirst()};
}

} // namespace callboard
