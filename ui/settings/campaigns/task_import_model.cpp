// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/campaigns/task_import_model.h"

#include "ui/common/theme/plain_text.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TaskImportTable)
};

QString effectText(const PlannedTask &task)
{
    switch (task.change) {
    case TaskChange::New:
        return Texts::tr("new");
    case TaskChange::Changed:
        return Texts::tr("changed");
    case TaskChange::Same:
        return Texts::tr("as it is");
    case TaskChange::Refused:
        break;
    }
    return task.said.problems.join(u' ');
}

bool isFigure(int column)
{
    return column == TaskImportModel::Line || column - TaskImportModel::FirstOfTask == TaskListModel::ListSize;
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

QString TaskImportModel::text(const PlannedTask &task, int column) const
{
    if (column == Line)
        return QString::number(task.said.line);
    return column == Effect ? effectText(task) : taskCell(task.after, column - FirstOfTask, m_format, m_word);
}

bool TaskImportModel::isChanged(const PlannedTask &task, int column) const
{
    return task.change == TaskChange::Changed && column > FirstOfTask
        && taskCell(task.before, column - FirstOfTask, m_format, m_word) != text(task, column);
}

QString TaskImportModel::toolTip(const PlannedTask &task, int column) const
{
    if (!isChanged(task, column))
        return text(task, column);
    const QString before = taskCell(task.before, column - FirstOfTask, m_format, m_word);
    return Texts::tr("%1 (until now: %2)").arg(text(task, column), before.isEmpty() ? u"–"_s : before);
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
        return tipText(toolTip(task, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return m_theme.font(TypeStep::Body, isChanged(task, index.column()));
    case Qt::ForegroundRole:
        if (task.change == TaskChange::Refused && index.column() == Effect)
            return m_theme.ink(ColorRole::Bad);
        return m_theme.ink(task.change == TaskChange::Same ? ColorRole::MutedText : ColorRole::Text);
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
    if (role != Qt::DisplayRole)
        return {};
    if (section >= FirstOfTask)
        return taskHead(section - FirstOfTask);
    return section == Line ? Texts::tr("Line") : Texts::tr("What happens");
}

} // namespace callboard
