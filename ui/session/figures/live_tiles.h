// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_snapshot.h"

namespace callboard {

/// What one tile of the Live page says, and the calls that its figure counts.
struct TileFigure
{
    Metric metric;
    Ratio ratio;
    QString name;
    QString figure;
    QStringList details; ///< the longest first: the tile takes the first that fits
    QStringList changes; ///< difference to the same time some days before, the longest first; empty: not known yet
    QString toolTip; ///< rich text: numerator, denominator, definition, the figure of before
    QList<double> trend; ///< the last hour, one value per whole minute, NaN where there is none
    ColorRole ink = ColorRole::Text; ///< a threshold was crossed: Warning or Bad
    CallFilter calls;
};

/// A rate over fewer calls than this says nothing about its stretch of time and leaves a gap in a trend.
inline constexpr qint64 FewestForTrend = 10;

/// The tiles, in their order.
QList<TileFigure> liveTiles(const LiveSnapshot &snapshot, const Format &format);

/// The colour of a figure, everywhere in the window: Bad, Warning, or Text where no threshold is crossed.
inline ColorRole thresholdRole(MetricState state)
{
    return state == MetricState::Bad    ? ColorRole::Bad
        : state == MetricState::Warning ? ColorRole::Warning
                                        : ColorRole::Text;
}

} // namespace callboard
