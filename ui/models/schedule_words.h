// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/report_schedule.h"

namespace callboard {

class Format;

/// Scheduled reports in the language of the program.

QString schedulePeriodWord(SchedulePeriod period); ///< "yesterday"
QString scheduleRhythmWord(ScheduleRhythm rhythm); ///< "daily"
QString weekDayWord(int day, const Format &format); ///< 1 Monday … 7 Sunday, short
QString monthDayWord(int day); ///< "on day 15", "on the last day"
/// When it is made: "Mon, Fri at 07:00".
QString scheduleTimesText(const ReportSchedule &schedule, const Format &format);
QString runStateText(RunState state);
/// How a run went, as one sentence: rows, or why not.
QString runSentence(const ReportRun &run, const Format &format);
/// How long it took, or nothing while it goes.
QString runDuration(const ReportRun &run, const Format &format);

} // namespace callboard
