// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/alerts/alert_columns.h"
#include "ui/session/page.h"
#include "ui/session/services.h"

class QCheckBox;
class QFrame;
class QLabel;
class QPushButton;
class QSplitter;

namespace callboard {

class ListView;

/// What was raised, with acknowledging and the calls behind it; the rules; and how alerts make themselves noticed.
class AlertsPage : public Page
{
    Q_OBJECT
public:
    explicit AlertsPage(const Services &services, QWidget *parent = nullptr);

    QString title() const override { return tr("Alerts"); }
    void setActive(bool active) override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

private:
    QFrame *makeAlerts();
    QFrame *makeRules();
    void connectAll();
    void showAlerts();
    void showRules();
    void showChoices();
    void showPreferences();
    QHash<QString, QString> taskNames() const;
    const Alert *chosenAlert() const;
    const AlertRule *chosenRule() const;
    void acknowledge();
    void openCalls();
    void editRule(const AlertRule &rule);
    void removeRule();
    void switchRule(int row, bool enabled);

    const Services m_services;
    AlertList *m_alerts;
    AlertRuleList *m_rules;
    ListView *m_alertTable, *m_ruleTable;
    QLabel *m_summary, *m_none = nullptr;
    QPushButton *m_acknowledge = nullptr, *m_acknowledgeAll = nullptr, *m_calls = nullptr;
    QPushButton *m_new = nullptr, *m_edit = nullptr, *m_remove = nullptr;
    QCheckBox *m_sound = nullptr, *m_desktop = nullptr, *m_tray = nullptr;
    QSplitter *m_splitter;
    bool m_isActive = false;
};

} // namespace callboard
