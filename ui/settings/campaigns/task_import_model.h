// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/theme.h"
#include "ui/settings/campaigns/task_import_plan.h"
#include "ui/settings/campaigns/task_list_model.h"

namespace callboard {

/// The lines of an import, with what each would do. GUI thread.
class TaskImportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Behind the first two come the columns of TaskListModel.
    enum Column { Line, Effect, FirstOfTask, ColumnCount = FirstOfTask + TaskListModel::ColumnCount };

    TaskImportModel(const Theme &theme, const Format &format, CodeWord word, QObject *parent = nullptr);

    void setTasks(const QList<PlannedTask> &tasks);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PlannedTask &task, int column) const;
    QString toolTip(const PlannedTask &task, int column) const;
    bool isChanged(const PlannedTask &task, int column) const;

    const Theme &m_theme;
    const Format &m_format;
    CodeWord m_word;
    QList<PlannedTask> m_tasks;
};

} // namespace callboard
