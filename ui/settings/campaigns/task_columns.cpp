// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/campaigns/task_columns.h"

#include "campaign/calling_hours_text.h"
#include "record/call/masking.h"
#include "ui/common/theme/theme.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TaskList)
};

QList<ListColumn<TaskInfo>> taskColumns(const Format &format, const CodeWord &word)
{
    return {
        {.id = u"task"_s,
         .title = [] { return Texts::tr("Task"); },
         .value = [](const TaskInfo &task) { return maskId(task.taskId); },
         .width = 28 * Unit},
        {.id = u"name"_s,
         .title = [] { return Texts::tr("Name"); },
         .value = [](const TaskInfo &task) { return task.alias; },
         .width = 52 * Unit},
        {.id = u"size"_s,
         .title = [] { return Texts::tr("List size"); },
         .value = [&format](const TaskInfo &t) { return t.listSize > 0 ? format.count(t.listSize) : u"–"_s; },
         .width = 24 * Unit,
         .alignment = Qt::AlignRight,
         .sort = [](const TaskInfo &task) { return task.listSize; }},
        {.id = u"hours"_s,
         .title = [] { return Texts::tr("Calling hours"); },
         .value = [](const TaskInfo &t) { return t.callingHours.isEmpty() ? u"–"_s : storedHoursText(t.callingHours); },
         .width = 64 * Unit},
        {.id = u"success"_s,
         .title = [] { return Texts::tr("Success rule"); },
         .value = [word](const TaskInfo &task) { return successRuleText(task.successCodes, word); }},
    };
}

QString changeText(TaskChange change)
{
    switch (change) {
    case TaskChange::New:
        return Texts::tr("new");
    case TaskChange::Changed:
        return Texts::tr("changed");
    case TaskChange::Same:
        return Texts::tr("as it is");
    case TaskChange::Refused:
        return Texts::tr("not imported");
    case TaskChange::Skipped:
        break;
    }
    return Texts::tr("left out");
}

/// What happens with a line, and why.
QString effectText(const PlannedTask &task)
{
    const bool isTaken = task.said.problems.isEmpty();
    const QStringList reasons = isTaken ? task.said.notes : task.said.problems;
    const QString change = changeText(task.change);
    return reasons.isEmpty() ? change : Texts::tr("%1: %2").arg(change, reasons.join(u' '));
}

bool isMuted(TaskChange change)
{
    return change == TaskChange::Same || change == TaskChange::Skipped;
}

const TaskInfo &taskAfter(const PlannedTask &task)
{
    return task.after;
}

/// A column of all campaigns, which also says what was there before.
ListColumn<PlannedTask> comparingColumn(const ListColumn<TaskInfo> &of, const Theme &theme)
{
    const auto isChanged = [value = of.value](const PlannedTask &task) {
        return task.change == TaskChange::Changed && value(task.before) != value(task.after);
    };
    ListColumn<PlannedTask> column = nestedColumn<PlannedTask>(of, taskAfter);
    if (of.id != "task"_L1) // of a line that is no campaign, only its text is shown
        column.value = [value = of.value](const PlannedTask &task) {
            return task.change == TaskChange::Skipped ? QString() : value(task.after);
        };
    column.role = [isChanged, &theme](const PlannedTask &task, int role) -> QVariant {
        return role == Qt::FontRole ? theme.font(TypeStep::Body, isChanged(task)) : QVariant();
    };
    column.toolTip = [isChanged, value = of.value](const PlannedTask &task) {
        const QString before = value(task.before), after = value(task.after);
        return isChanged(task) ? Texts::tr("%1 (until now: %2)").arg(after, before.isEmpty() ? u"–"_s : before) : after;
    };
    return column;
}

} // namespace

QString successRuleText(const QStringList &codes, const CodeWord &word)
{
    if (codes.isEmpty())
        return Texts::tr("as the result codes say");
    QStringList parts;
    for (const QString &code : codes)
        parts.append(u"%1 %2"_s.arg(code, word(code)));
    return parts.join(u", "_s);
}

QString storedHoursText(const QString &json)
{
    const auto hours = CallingHours::parse(json);
    return hours ? callingHoursText(*hours) : json;
}

TableExport taskExport(const QString &title, const QList<TaskInfo> &tasks)
{
    ReportTable table{{}, title, {}, {}};
    table.columns = {{Texts::tr("Task"), ColumnKind::Text, 0, u"task_id"_s},
                     {Texts::tr("Name"), ColumnKind::Text, 0, u"alias"_s},
                     {Texts::tr("List size"), ColumnKind::Count, 0, u"list_size"_s},
                     {Texts::tr("Calling hours"), ColumnKind::Text, 0, u"calling_hours"_s},
                     {Texts::tr("Success rule"), ColumnKind::Text, 0, u"success_rule"_s}};
    QList<ShownRow> rows;
    for (const TaskInfo &task : tasks)
        rows.append({maskId(task.taskId), task.alias, task.listSize > 0 ? ShownCell(task.listSize) : ShownCell(),
                     storedHoursText(task.callingHours), task.successCodes.join(u' ')});
    return shownRows(table, rows);
}

TaskList *makeTaskList(const Format &format, const CodeWord &word, QObject *parent)
{
    return new TaskList(
        taskColumns(format, word), [](const TaskInfo &task) { return task.taskId; }, parent);
}

TaskImportList *makeTaskImportList(const Theme &theme, const Format &format, const CodeWord &word, QObject *parent)
{
    QList<ListColumn<PlannedTask>> columns{
        {.id = u"line"_s,
         .title = [] { return Texts::tr("Line"); },
         .value = [](const PlannedTask &task) { return QString::number(task.said.line); },
         .width = 12 * Unit,
         .alignment = Qt::AlignRight},
        {.id = u"effect"_s,
         .title = [] { return Texts::tr("What happens"); },
         .value = effectText,
         .width = 76 * Unit,
         .role = [&theme](const PlannedTask &task, int role) -> QVariant {
             const bool isBad = role == Qt::ForegroundRole && task.change == TaskChange::Refused;
             return isBad ? theme.ink(ColorRole::Bad) : QVariant();
         }},
    };
    for (const ListColumn<TaskInfo> &column : taskColumns(format, word))
        columns.append(comparingColumn(column, theme));
    const auto key = [](const PlannedTask &task) { return QString::number(task.said.line); };
    auto *list = new TaskImportList(columns, key, parent);
    list->setRowRole([&theme](const PlannedTask &task, int role) -> QVariant {
        return role == Qt::ForegroundRole && isMuted(task.change) ? theme.ink(ColorRole::MutedText) : QVariant();
    });
    return list;
}

} // namespace callboard
