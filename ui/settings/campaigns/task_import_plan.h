// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/task_import.h"
#include "store/read/queries.h"

namespace callboard {

/// What taking one line of a list would do to a campaign. Refused: nothing, it is wrong. Skipped: nothing, it is none.
enum class TaskChange : quint8 { Refused, Skipped, New, Changed, Same };

struct PlannedTask
{
    ImportedTask said;
    TaskInfo before, after; ///< the same where nothing changes
    TaskChange change = TaskChange::Same;
};

/// A list of campaigns against what the store knows: what would change, before it does. Pure; any thread.
struct TaskImportPlan
{
    TaskImport file;
    QList<PlannedTask> tasks;

    int count(TaskChange change) const;
    int linesWithNotes() const; ///< taken otherwise than they stand in the file
    /// The campaigns to write: new and changed ones. Lines with problems block no others.
    QList<TaskInfo> toWrite() const;
    /// At most so many lines to show, in their order, also those that are no campaigns (their text is the task_id,
    /// their reason the problem). Where there are more, those with something to read come first.
    QList<PlannedTask> preview(qsizetype most) const;
};
TaskImportPlan planTaskImport(const TaskImport &file, const QList<TaskInfo> &known);

/// Reads the file and plans; a file that can't be read is a plan with a problem. `encoding` as in TaskImportOptions.
/// Not for the GUI thread.
TaskImportPlan readTaskImportFile(const QString &path, const QString &encoding, const QList<TaskInfo> &known);

} // namespace callboard
