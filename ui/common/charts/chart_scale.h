// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"

#include <QFontMetricsF>

namespace callboard {

/// A value axis from 0 to `top` with a line every `step`; both are round, and whole numbers for counts.
struct ValueScale
{
    double top = 1;
    double step = 1;
    static ValueScale fit(double largest, ChartUnit unit, int wantedSteps);
    int steps() const;
};

/// Which categories get a label so that neighbours stay apart, `perCategory` pixels being between two of them.
QList<qsizetype> visibleLabels(const QList<ChartCategory> &categories, double perCategory,
                               const QFontMetricsF &metrics);

} // namespace callboard
