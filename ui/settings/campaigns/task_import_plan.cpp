// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/campaigns/task_import_plan.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostBytes = 16 * 1024 * 1024; ///< readTaskImport() refuses less than that already

TaskInfo applied(TaskInfo task, const ImportedTask &said)
{
    task.taskId = said.taskId;
    task.alias = said.alias.value_or(task.alias);
    task.listSize = said.listSize.value_or(task.listSize);
    if (said.callingHours)
        task.callingHours = said.callingHours->toJson();
    if (said.successCodes && !said.successCodes->isEmpty())
        task.successCodes = *said.successCodes;
    return task;
}

} // namespace

int TaskImportPlan::count(TaskChange change) const
{
    return static_cast<int>(
        std::count_if(tasks.begin(), tasks.end(), [change](const PlannedTask &task) { return task.change == change; }));
}

QList<TaskInfo> TaskImportPlan::toWrite() const
{
    QList<TaskInfo> changed;
    for (const PlannedTask &task : tasks) {
        if (task.change == TaskChange::New || task.change == TaskChange::Changed)
            changed.append(task.after);
    }
    return changed;
}

int TaskImportPlan::linesWithNotes() const
{
    return static_cast<int>(std::count_if(tasks.begin(), tasks.end(), [](const PlannedTask &task) {
        return task.change != TaskChange::Refused && !task.said.notes.isEmpty();
    }));
}

QList<PlannedTask> TaskImportPlan::preview(qsizetype most) const
{
    QList<PlannedTask> lines = tasks;
    for (const SkippedLine &skipped : file.skipped) {
        PlannedTask line;
        line.change = TaskChange::Skipped;
        line.said.line = skipped.line;
        line.said.problems = {skipped.reason};
        line.after.taskId = skipped.text;
        lines.append(line);
    }
    const auto byLine = [](const PlannedTask &a, const PlannedTask &b) { return a.said.line < b.said.line; };
    std::sort(lines.begin(), lines.end(), byLine);
    if (lines.size() <= most)
        return lines;
    std::stable_partition(lines.begin(), lines.end(), [](const PlannedTask &task) {
        return !task.said.problems.isEmpty() || !task.said.notes.isEmpty();
    });
    return lines.mid(0, most);
}

TaskImportPlan planTaskImport(const TaskImport &file, const QList<TaskInfo> &known)
{
    QHash<QString, TaskInfo> byId;
    for (const TaskInfo &task : known)
        byId.insert(task.taskId, task);
    TaskImportPlan plan{file, {}};
    for (const ImportedTask &said : file.tasks) {
        PlannedTask task{said, byId.value(said.taskId), {}, TaskChange::Refused};
        task.after = applied(task.before, said);
        if (said.problems.isEmpty() && !byId.contains(said.taskId))
            task.change = TaskChange::New;
        else if (said.problems.isEmpty())
            task.change = task.after == task.before ? TaskChange::Same : TaskChange::Changed;
        plan.tasks.append(task);
    }
    return plan;
}

TaskImportPlan readTaskImportFile(const QString &path, const QString &encoding, const QList<TaskInfo> &known)
{
    TaskImportOptions options{encoding, {}};
    for (const TaskInfo &task : known)
        options.known.insert(task.taskId, task.alias);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return planTaskImport(readTaskImport(file.read(MostBytes), options), known);
    TaskImportPlan plan;
    plan.file.problem = QCoreApplication::translate("TaskImport", "The file can't be read: %1").arg(file.errorString());
    return plan;
}

} // namespace callboard
