// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule/report_schedule.h"

namespace callboard {

/// The first moment (epoch ms) at which the clocks of a zone show that date and minute, or have passed it: a time that
/// is left out when clocks go forward is the next one that exists, a time that comes twice is meant once.
qint64 momentOf(QDate date, int minuteOfDay, const QTimeZone &zone);

/// True where the schedule has a run on that day of the zone's calendar.
bool isScheduledOn(const ReportSchedule &schedule, QDate date);

/// The first moment after `after` at which the schedule is due. Does not look at `enabled` and `activeFrom`. Nothing
/// for a schedule without days.
std::optional<qint64> nextDue(const ReportSchedule &schedule, qint64 after, const QTimeZone &zone);

/// The calls that a run holds which is due then. Periods of whole days follow each other without gap or overlap,
/// whatever the clocks do.
TimeRange periodOf(const ReportSchedule &schedule, qint64 dueAt, const QTimeZone &zone);

/// The runs that were due in a stretch of time, at most so many of them, the latest ones, oldest first.
struct DueRuns
{
    QList<qint64> dueAt; ///< epoch ms
    qint64 omitted = 0; ///< how many more there were before these
    qint64 firstOmitted = 0, lastOmitted = 0; ///< when those were due; 0 where there is none
};
/// `after` < due <= `until`.
DueRuns dueRuns(const ReportSchedule &schedule, qint64 after, qint64 until, const QTimeZone &zone, int most);

} // namespace callboard
