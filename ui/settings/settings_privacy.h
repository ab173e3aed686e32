// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/logs/audit_columns.h"
#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QComboBox;
class QLabel;
class QListWidget;

namespace callboard {

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

private:
    void addFields();
    void layOut();
    void connectAll();
    void fill();
    void fillColumns(const QStringList &seen);
    void keep();
    void showState();
    void refresh();
    void loadMore();

    Services m_services;
    FieldForm *m_form;
    SettingsErase *m_erase;
    QLabel *m_state;
    QComboBox *m_reveal, *m_minutes;
    QListWidget *m_columns;
    AuditList *m_model;
    QLabel *m_logStatus;
    ReadTicket m_columnQuery, m_pageQuery;
    QStringList m_seen;
    bool m_active = false;
};

} // namespace callboard
