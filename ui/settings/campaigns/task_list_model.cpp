// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/campaigns/task_list_model.h"

#include "campaign/calling_hours_text.h"
#include "record/call/masking.h"
#include "ui/common/theme/plain_text.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *Heads[TaskListModel::ColumnCount] = {
    QT_TRANSLATE_NOOP("TaskList", "Task"), QT_TRANSLATE_NOOP("TaskList", "Name"),
    QT_TRANSLATE_NOOP("TaskList", "List size"), QT_TRANSLATE_NOOP("TaskList", "Calling hours"),
    QT_TRANSLATE_NOOP("TaskList", "Success")};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TaskList)
};

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

QString taskCell(const TaskInfo &task, int column, const Format &format, const CodeWord &word)
{
    switch (column) {
    case TaskListModel::Task:
        return maskId(task.taskId);
    case TaskListModel::Name:
        return task.alias;
    case TaskListModel::ListSize:
        return task.listSize > 0 ? format.count(task.listSize) : u"–"_s;
    case TaskListModel::Hours:
        return task.callingHours.isEmpty() ? u"–"_s : storedHoursText(task.callingHours);
    default:
        return successRuleText(task.successCodes, word);
    }
}

QString taskHead(int column)
{
    return Texts::tr(Heads[column]);
}

TaskListModel::TaskListModel(const Format &format, CodeWord word, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
    , m_word(std::move(word))
{ }

void TaskListModel::setTasks(const QList<TaskInfo> &tasks)
{
    if (tasks == m_tasks)
        return;
    const bool sameRows = tasks.size() == m_tasks.size()
        && std::equal(tasks.begin(), tasks.end(), m_tasks.begin(),
                      [](const TaskInfo &a, const TaskInfo &b) { return a.taskId == b.taskId; });
    if (sameRows) {
        m_tasks = tasks;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_tasks = tasks;
    endResetModel();
}

void TaskListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_tasks.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int TaskListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int TaskListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TaskInfo &task = m_tasks.at(index.row());
    const bool isSize = index.column() == ListSize;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isSize ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == SortRole && isSize)
        return task.listSize;
    if (role == Qt::ToolTipRole)
        return tipText(data(index, Qt::DisplayRole).toString());
    const bool isText = role == Qt::DisplayRole || role == SortRole;
    return isText ? QVariant(taskCell(task, index.column(), m_format, m_word)) : QVariant();
}

QVariant TaskListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == ListSize ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? taskHead(section) : QVariant();
}

} // namespace callboard
