// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/filter_words.h"
#include "schedule/report_schedule.h"
#include "text/format.h"
#include "ui/common/tables/list_model.h"

namespace callboard {

class Theme;

/// The lists of scheduled reports. What is given by reference must outlive the models.

/// A schedule with its newest run.
struct ScheduleRow
{
    ReportSchedule schedule;
    ReportRun last{}; ///< without a schedule: it never ran
};

using ScheduleList = ListModel<ScheduleRow>;
using RunList = ListModel<ReportRun>;

/// Schedules, each with its next run and how the last one went. `words`: how filters are put into words; what is
/// personal stays covered.
ScheduleList *makeScheduleList(const Theme &theme, const Format &format,
                               const std::function<FilterWordsContext()> &words, QObject *parent);
/// The history of scheduled reports, newest first.
RunList *makeRunList(const Theme &theme, const Format &format, QObject *parent);

} // namespace callboard
