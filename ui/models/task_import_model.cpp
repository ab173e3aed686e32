// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/task_import_model.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *Heads[TaskImportModel::ColumnCount] = {
    QT_TRANSLATE_NOOP("TaskImportTable", "Line"),      QT_TRANSLATE_NOOP("TaskImportTable", "What happens"),
    QT_TRANSLATE_NOOP("TaskImportTable", "Task"),      QT_TRANSLATE_NOOP("TaskImportTable", "Name"),
    QT_TRANSLATE_NOOP("TaskImportTable", "List size"), QT_TRANSLATE_NOOP("TaskImportTable", "Calling hours"),
    QT_TRANSLATE_NOOP("TaskImportTable", "Success")};

QString words(const char *source)
{
    return QCoreApplication::translate("TaskImportTable", source);
}

QString effectText(const PlannedTask &task)
{
    switch (task.change) {
    case TaskChange::New:
        return words(QT_TRANSLATE_NOOP("TaskImportTable", "new"));
    case TaskChange::Changed:
        return words(QT_TRANSLATE_NOOP("TaskImportTable", "changed"));
    case TaskChange::Same:
        return words(QT_TRANSLATE_NOOP("TaskImportTable", "as it is"));
    case TaskChange::Refused:
        break;
    }
    return task.said.problems.join(u' ');
}

bool isFigure(int column)
{
    return column == TaskImportModel::Line || column == TaskImportModel::ListSize;
}

} // namespace

TaskImportModel::TaskImportModel(const Theme &theme, const Format &format, CodeWord word, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_format(format)
    , m_word(std::move(word))
{ }

void TaskImportModel::setTasks(const QList<PlannedTask> &tasks)
{
    beginResetModel();
    m_tasks = tasks;
    endResetModel();
}

int TaskImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int TaskImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TaskImportModel::valueText(const TaskInfo &task, int column) const
{
    switch (column) {
    case Task:
        return task.taskId;
    case Name:
        return task.alias;
    case ListSize:
        return task.listSize > 0 ? m_format.count(task.listSize) : u"–"_s;
    case Hours:
        return task.callingHours.isEmpty() ? u"–"_s : storedHoursText(task.callingHours);
    default:
        return successRuleText(task.successCodes, m_word);
    }
}

QString TaskImportModel::text(const PlannedTask &task, int column) const
{
    if (column == Line)
        return QString::number(task.said.line);
    return column == Effect ? effectText(task) : valueText(task.after, column);
}

bool TaskImportModel::isChanged(const PlannedTask &task, int column) const
{
    return task.change == TaskChange::Changed && column > Task
        && valueText(task.before, column) != valueText(task.after, column);
}

QString TaskImportModel::toolTip(const PlannedTask &task, int column) const
{
    if (!isChanged(task, column))
        return text(task, column);
    const QString before = valueText(task.before, column);
    return words(QT_TRANSLATE_NOOP("TaskImportTable", "%1 (until now: %2)"))
        .arg(text(task, column), before.isEmpty() ? u"–"_s : before);
}

QVariant TaskImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PlannedTask &task = m_tasks.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(task, index.column());
    case Qt::ToolTipRole:
        return toolTip(task, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return m_theme.font(TypeStep::Body, isChanged(task, index.column()));
    case Qt::ForegroundRole:
        if (task.change == TaskChange::Refused && index.column() == Effect)
            return m_theme.ink(Ink::Bad);
        return m_theme.ink(task.change == TaskChange::Same ? Ink::MutedText : Ink::Text);
    default:
        return {};
    }
}

QVariant TaskImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? words(Heads[section]) : QVariant();
}

} // namespace callboard
