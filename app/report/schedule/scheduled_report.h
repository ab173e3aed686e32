// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "schedule/schedule_plan.h"

/// What a schedule asks for, made on the thread of a reader's connection. The functions throw StoreError.
namespace callboard {

/// A run that is to be made, with the schedule as it is now.
struct ScheduledReport
{
    ReportSchedule schedule;
    ReportRun run; ///< with its file's name
};

/// What all schedules of a store have to make at a moment.
struct ScheduleAgenda
{
    QList<ScheduledReport> due; ///< earliest due first
    QList<ReportRun> skipped; ///< go into the history before anything is made
    QList<ReportSchedule> corrected; ///< to be saved: see correctedSchedule()
    std::optional<qint64> nextAt; ///< epoch ms; nothing: when something changes
};
ScheduleAgenda loadAgenda(Connection &connection, const QStringList &personalColumns, qint64 now,
                          const QTimeZone &zone);

/// A schedule knows which customer columns are personal, because not every program that makes it has the settings: adds
/// those of `personalColumns` that it lacks. Where clocks were set back behind its beginning, it begins now.
ReportSchedule correctedSchedule(ReportSchedule schedule, const QStringList &personalColumns, qint64 now);

/// A run that a person asks for now; nothing where there is no such schedule.
std::optional<ScheduledReport> loadReportByHand(Connection &connection, qint64 scheduleId, qint64 now,
                                                const QTimeZone &zone);

/// What the report is asked; choices of the filter are not resolved yet.
ReportRequest requestOf(const ScheduledReport &report, const QTimeZone &zone);

/// Makes it, in the schedule's language. The run comes back as Done, Failed or (asked by `cancelled`) Cancelled, with
/// its rows and message, without finishedAt. Does not throw.
ReportRun makeScheduledReport(const ScheduledReport &report, Connection &connection, const QTimeZone &zone,
                              const ReportProgress &progress = {}, const ReportCancelled &cancelled = {});

} // namespace callboard
