// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"
#include "ui/session/page.h"
#include "ui/session/services.h"

class QAbstractItemModel;
class QCheckBox;
class QFrame;
class QLabel;
class QPushButton;
class QSplitter;
class QTableView;

namespace callboard {

class AlertRuleModel;
class AlertTableModel;

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

protected:
    void changeEvent(QEvent *event) override;

private:
    QFrame *makeAlerts();
    QFrame *makeRules();
    QTableView *makeTable(const QString &name, QAbstractItemModel *model);
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
    void switchRule(qint64 ruleId, bool enabled);
    void retranslate();

    const Services m_services;
    AlertTableModel *m_alerts;
    AlertRuleModel *m_rules;
    QTableView *m_alertTable, *m_ruleTable;
    QLabel *m_alertsTitle, *m_rulesTitle, *m_summary, *m_none;
    QPushButton *m_acknowledge, *m_acknowledgeAll, *m_calls, *m_export;
    QPushButton *m_new, *m_edit, *m_remove, *m_exportRules;
    QCheckBox *m_sound, *m_desktop, *m_tray;
    QSplitter *m_splitter;
    bool m_isActive = false;
};

} // namespace callboard
