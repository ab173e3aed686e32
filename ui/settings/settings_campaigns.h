// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/services.h"
#include "ui/settings/campaigns/task_columns.h"
#include "ui/settings/settings_section.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

class ListView;

/// All campaigns: name, list size, calling hours, success rule, edited one by one or taken from a CSV file. GUI thread.
class SettingsCampaigns : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsCampaigns(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;
    void focusFilter() override;

private:
    void layOut();
    void refresh();
    void showTasks(const QList<TaskInfo> &tasks);
    void edit(int row);
    void importFile();
    void exportShown();
    void showButtons();

    Services m_services;
    TaskList *m_model;
    ReadTicket m_query;
    bool m_active = false;

    QLabel *m_status;
    QLineEdit *m_filter;
    QPushButton *m_edit;
    ListView *m_table;
};

} // namespace callboard
