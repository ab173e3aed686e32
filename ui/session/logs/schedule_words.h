// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/filter_words.h"
#include "schedule/report_schedule.h"

namespace callboard {

class Format;

/// Scheduled reports in the language of the program.

QString schedulePeriodWord(SchedulePeriod period); ///< "yesterday"
QString scheduleRhythmWord(ScheduleRhythm rhythm); ///< "daily"
QString weekDayWord(int day, const Format &format); ///< 1 Monday … 7 Sunday, short
QString monthDayWord(int day); ///< "on day 15", "on the last day"
/// When it is made: "Mon, Fri at 07:00".
QString scheduleTimesText(const ReportSchedule &schedule, const Format &format);
/// What its calls have in common beside period and campaigns: "Answered; Talk at least 30 s". Empty: nothing.
QString scheduleFilterText(const ReportSchedule &schedule, FilterWordsContext context);
/// The same with its campaigns.
QString scheduleCallsText(const ReportSchedule &schedule, const FilterWordsContext &context);
QString runStateText(RunState state);
/// How a run went, as one sentence: rows, or why not.
QString runSentence(const ReportRun &run, const Format &format);
/// How long it took, or nothing while it goes.
QString runDuration(const ReportRun &run, const Format &format);

} // namespace callboard
