// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule/report_schedule.h"
#include "store/database/connection.h"

/// The tables `report_schedule` and `report_run`. Loading runs on a reader's connection; all functions throw
/// StoreError.
namespace callboard {

/// So many runs are kept; beyond them only the newest of each schedule, which tell what is still to be made.
inline constexpr int KeptRuns = 1'000;
inline constexpr int KeptRunsOfSchedule = 100;

/// By id. Schedules that this program can't read are left out, and stay as they are.
QList<ReportSchedule> loadSchedules(Connection &connection);

/// The history, newest first, at most `limit` runs; of all schedules where `scheduleId` is 0.
QList<ReportRun> loadRuns(Connection &connection, int limit, qint64 scheduleId = 0);
/// The runs of a schedule that were due by its times (not by hand), latest due first, at most `limit`.
QList<ReportRun> loadDueRuns(Connection &connection, qint64 scheduleId, int limit);
/// Runs that are going, or were when their program ended.
QList<ReportRun> loadUnfinishedRuns(Connection &connection);

/// These write; for the writer alone, inside a transaction of the caller's.
/// Adds the schedule (id 0; ids are never used twice) or replaces it. Returns its id.
qint64 writeSchedule(Connection &connection, const ReportSchedule &schedule);
/// Its history stays.
void removeSchedule(Connection &connection, qint64 id);
/// Adds the run, or brings an older image of it up to date. Old runs are dropped.
void writeRun(Connection &connection, const ReportRun &run);

} // namespace callboard
