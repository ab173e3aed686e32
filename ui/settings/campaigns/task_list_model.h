// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/queries.h"
#include "text/format.h"
#include "ui/settings/campaigns/code_words.h"

#include <QAbstractTableModel>

namespace callboard {

/// All campaigns with what people said about them. GUI thread; rows come from outside.
class TaskListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Task, Name, ListSize, Hours, Rule, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    TaskListModel(const Format &format, CodeWord word, QObject *parent = nullptr);

    void setTasks(const QList<TaskInfo> &tasks);
    const TaskInfo &at(int row) const { return m_tasks.at(row); }
    void retranslate(); ///< the words of all cells may be others now

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Format &m_format;
    CodeWord m_word;
    QList<TaskInfo> m_tasks;
};

/// What a table says about a task in that column of TaskListModel, and its head: one for all tables.
QString taskCell(const TaskInfo &task, int column, const Format &format, const CodeWord &word);
QString taskHead(int column);
/// "0 Connected, 19 Transferred"; what the codes mean where the task has no rule of its own.
QString successRuleText(const QStringList &codes, const CodeWord &word);
/// Calling hours as stored, in plain words; as they are where they can't be read.
QString storedHoursText(const QString &json);

} // namespace callboard
