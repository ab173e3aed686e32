// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/drill_filter.h"

#include <QTimeZone>

#include <array>

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

/// The stretches of time that belong to each hour of the week, [Monday …][hour].
using WeekStretches = std::array<std::array<QList<TimeRange>, DayHours>, WeekDays>;

/// A finite range cut into the hours of the week, each oldest first. Where clocks are changed an hour may come twice or
/// not at all.
WeekStretches weekStretches(const TimeRange &range, const QTimeZone &zone);

/// The same time in as few stretches as possible, oldest first.
QList<TimeRange> joined(QList<TimeRange> stretches);

} // namespace callboard
