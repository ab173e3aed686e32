// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/format.h"

#include <QStringList>

namespace callboard {

/// A figure of a group of calls in words, the same in tiles, on the wallboard and in tables. Pure functions; any
/// thread.

/// "42.3 %", "1,934", or "–" where it is not known or has no denominator.
QString metricText(Metric metric, const GroupFigures &group, const Format &format);
/// What stands below a large figure, the longest first: "1,934 of 4,214".
QStringList metricDetails(Metric metric, const GroupFigures &group, const Format &format);
/// The bounds of a rate as "41.2–46.0 %"; empty without calls, and where both are written the same.
QString boundsText(const BoundedRatio &rate, const Format &format);
/// Those of a figure that has some; empty also where nothing awaits its outcome.
QString metricBounds(Metric metric, const GroupFigures &group, const Format &format);
/// " = 1,934 / 4,214" of a quotient; empty for a count.
QString quotientText(Metric metric, const GroupFigures &group, const Format &format);

} // namespace callboard
