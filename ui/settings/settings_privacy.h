// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableView;

namespace callboard {

class AuditTableModel;
class FieldForm;
class SettingsErase;
struct PrivacyPreferences;

/// Personal data: who may reveal it and for how long, which customer columns are covered wholly, and the audit log.
/// Every change holds at once and is noted in the log. GUI thread.
class SettingsPrivacy : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsPrivacy(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeWidgets();
    void makeTable();
    void layOut();
    void connectAll();
    void retranslate();
    void fill();
    void fillColumns(const QStringList &seen);
    void keep();
    void showState();
    void refresh();
    void loadMore();

    Services m_services;
    FieldForm *m_form;
    SettingsErase *m_erase;
    QLabel *m_ruleHead, *m_logHead, *m_state, *m_logStatus;
    QComboBox *m_reveal, *m_minutes;
    QListWidget *m_columns;
    AuditTableModel *m_model;
    QTableView *m_table;
    QPushButton *m_export;
    ReadTicket m_columnQuery, m_pageQuery;
    QStringList m_seen;
    bool m_filling = false, m_active = false;
};

} // namespace callboard
