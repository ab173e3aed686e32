// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule/report_schedule.h"

namespace callboard {

/// What stands for the words of a file name's pattern that are not in the schedule.
struct FileNameWords
{
    QString report; ///< the report's title
    QString campaign; ///< the chosen campaigns in few words; empty: all
};

/// The words that a pattern may hold, with their braces, such as "{date}".
QStringList fileNameWords();

/// The name of a run's file, with the ending of its format. In the pattern {name} is the schedule's name, {report} and
/// {campaign} are as given, {from} and {to} the first and last day of the period, {date} and {time} when it was due.
///
/// Whatever stands in names: the result is one plain name that every file system takes, no path, not hidden. The same
/// run always has the same name, so that a repeated run replaces its file. Too long names lose the end of what people
/// named, never a day or a time, and get a mark of a few letters.
QString reportFileName(const ReportSchedule &schedule, const ReportRun &run, const FileNameWords &words,
                       const QTimeZone &zone);

/// Another name, with the day and time when the run was due and a mark of its own: for a file name that another run
/// has.
QString otherFileName(const QString &fileName, const ReportRun &run, const QTimeZone &zone);

/// A text as part of a file's name: without separators, reserved and invisible characters, and not too long.
QString harmlessFileName(const QString &text);

} // namespace callboard
