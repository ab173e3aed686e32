// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace callboard {

class TaskListModel;
struct TaskInfo;

/// All campaigns: name, list size, calling hours, success rule, edited one by one or taken from a CSV file. GUI thread.
class SettingsCampaigns : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsCampaigns(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;
    void focusFilter() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTable();
    void layOut();
    void retranslate();
    void refresh();
    void showTasks(const QList<TaskInfo> &tasks);
    void editCurrent();
    void importFile();
    void showButtons();

    Services m_services;
    TaskListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    ReadTicket m_query;
    bool m_active = false;

    QLabel *m_title, *m_status;
    QLineEdit *m_filter;
    QPushButton *m_edit, *m_import, *m_export;
    QTableView *m_table;
};

} // namespace callboard
