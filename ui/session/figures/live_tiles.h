// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/figures/live_snapshot.h"
#include "ui/session/figures/thresholds.h"

namespace callboard {

/// What one tile of the Live page says, and the calls that its figure counts.
struct TileFigure
{
    Metric metric = Metric::Attempts;
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

/// The eight tiles, in their order.
QList<TileFigure> liveTiles(const LiveSnapshot &snapshot, const Format &format);

/// The bounds of a rate as "41.2–46.0 %"; empty without calls, and where both are written the same.
QString boundsText(const BoundedRatio &rate, const Format &format);

/// The calls behind a figure, among `base`: the numerator of a rate, the connected calls of a mean, one call of each
/// contact.
CallFilter callsOfMetric(Metric metric, const CallFilter &base, const FigureRules &rules);

} // namespace callboard
