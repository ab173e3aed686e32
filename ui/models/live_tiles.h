// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call_filter.h"
#include "ui/models/live_snapshot.h"
#include "ui/theme/theme.h"

namespace callboard {

/// What one tile of the Live page says, and the calls that its figure counts.
struct TileFigure
{
    Metric metric = Metric::Attempts;
    Ratio ratio;
    QString name;
    QString figure;
    QStringList details; ///< the longest first: the tile takes the first that fits
    QString toolTip; ///< rich text: numerator, denominator, definition
    QList<double> trend; ///< one value per slice, NaN where there is none
    Ink ink = Ink::Text; ///< a threshold was crossed: Warning or Bad
    CallFilter calls;
};

/// A rate over fewer calls than this says nothing about its stretch of time and leaves a gap in a trend.
inline constexpr qint64 FewestForTrend = 10;

/// The eight tiles, in their order.
QList<TileFigure> liveTiles(const LiveSnapshot &snapshot, const Format &format);

/// The calls behind a figure, among `base`: the numerator of a rate, the connected calls of a mean.
CallFilter callsOfMetric(Metric metric, const CallFilter &base, const QStringList &successCodes);

/// The colour of a figure by its thresholds; needs at least 50 calls in the denominator before it judges.
Ink judge(Metric metric, const Ratio &ratio);

} // namespace callboard
