// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/drill_filter.h"

#include <QTimeZone>

namespace callboard {

inline constexpr int WeekDays = 7;
inline constexpr int DayHours = 24;

/// An hour of the week on the clocks of a time zone.
struct WeekHour
{
    int day = 0; ///< 0 Monday … 6 Sunday
    int hour = 0; ///< 0 … 23
    friend bool operator==(const WeekHour &, const WeekHour &) = default;
};

/// The hour of the week that a moment (epoch ms) belongs to.
WeekHour weekHourOf(qint64 timeMs, const QTimeZone &zone);

/// Every stretch of a finite range that belongs to that hour of the week, oldest first. Where clocks are changed an
/// hour may come twice or not at all.
QList<TimeRange> stretchesOf(const TimeRange &range, const WeekHour &hour, const QTimeZone &zone);

} // namespace callboard
