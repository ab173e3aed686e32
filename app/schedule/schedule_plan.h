// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule/schedule_times.h"

namespace callboard {

/// So many missed runs are made up for; those before them are told in one entry of the history.
inline constexpr int MostMissedRuns = 31;
/// A failed run is made once more, not before so long.
inline constexpr qint64 RetryAfterMs = 5 * 60'000;
inline constexpr int MostFailures = 2;
/// A run that never lives to its end is given up.
inline constexpr int MostAttempts = 5;

/// What a schedule has to make now, and when to look again.
struct SchedulePlan
{
    QList<ReportRun> runs; ///< to be made now, one after the other; their state is Running, without times
    std::optional<ReportRun> skipped; ///< goes into the history before any of the runs is begun
    std::optional<qint64> nextAt; ///< epoch ms; nothing: when something changes
};

/// Decides from the schedule and its runs that were due (in any order; those of other times than now too: clocks are
/// set back). Each period is made exactly once, whatever the restarts: a run that is in the history was begun, and one
/// that was begun is made again only when it failed or was interrupted. Nothing is planned for a schedule that is off.
SchedulePlan planRuns(const ReportSchedule &schedule, const QList<ReportRun> &history, qint64 now,
                      const QTimeZone &zone);

} // namespace callboard
