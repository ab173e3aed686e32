// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/task_import.h"
#include "store/read/queries.h"

namespace callboard {

/// What taking one line of a list would do to a campaign.
enum class TaskChange : quint8 { Refused, New, Changed, Same };

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
    /// The campaigns to write; empty unless every line can be taken.
    QList<TaskInfo> toWrite() const;
};
TaskImportPlan planTaskImport(const TaskImport &file, const QList<TaskInfo> &known);

/// Reads the file and plans; a file that can't be read is a plan with a problem. Not for the GUI thread.
TaskImportPlan readTaskImportFile(const QString &path, const QList<TaskInfo> &known);

} // namespace callboard
