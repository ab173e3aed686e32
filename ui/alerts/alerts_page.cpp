// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alerts_page.h"

#include "ui/alerts/alert_rule_dialog.h"
#include "ui/common/forms/controls.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/alert_words.h"
#include "ui/session/logs/log_exports.h"

#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;

} // namespace

AlertsPage::AlertsPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_alerts(makeAlertList(
          services.theme, services.format, [&feed = services.feed](const QString &id) { return feed.taskName(id); },
          this))
    , m_rules(makeAlertRuleList(services.theme, services.format, this))
    , m_alertTable(new ListView(u"alertTable"_s, *m_alerts))
    , m_ruleTable(new ListView(u"ruleTable"_s, *m_rules))
    , m_summary(makeNamed<PlainLabel>(u"alertSummary"_s))
    , m_splitter(makeSplitter(Qt::Vertical, {makeAlerts(), makeRules()}, {80 * Unit, 76 * Unit}))
{
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    connectAll();
    showPreferences();
    bindLanguage(this, [this] {
        showRules();
        showAlerts();
    });
}

QFrame *AlertsPage::makeAlerts()
{
    m_acknowledge = makeButton(u"acknowledge"_s, [] { return tr("Acknowledge"); });
    bindTip(m_acknowledge,
            [] { return tr("Somebody has seen it: the banner goes, the alert stays open until it clears"); });
    m_acknowledgeAll = makeButton(u"acknowledgeAll"_s, [] { return tr("Acknowledge all"); });
    m_calls = makeButton(u"alertCalls"_s, [] { return tr("Show calls"); });
    bindTip(m_calls, [] { return tr("The calls that the figure counts; of silence, those of the hour before it"); });
    auto *exported = makeButton(
        u"exportAlerts"_s, [] { return tr("Export…"); }, [] { return tr("Export all alerts so far to a file"); });
    connect(exported, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested(
            {{}, {}, std::make_shared<const TableExport>(alertHistory(taskNames(), m_services.format))});
    });
    bindName(m_alertTable, [] { return tr("Raised alerts, open ones first"); });
    setStyleClass(m_summary, u"caption"_s);
    m_none = makeLabel(u"caption"_s, [] {
        return tr("Nothing was raised yet. The rules below watch over all calls, whatever the other pages show.");
    });
    QLabel *title = makeTitle([] { return tr("Raised alerts"); });
    return makePanel(makeRow({title, m_summary, m_calls, m_acknowledge, m_acknowledgeAll, exported}, 1),
                     {m_none, m_alertTable});
}

QFrame *AlertsPage::makeRules()
{
    const auto box = [](const QString &name, const TextFunction &text) {
        auto *made = makeNamed<QCheckBox>(name);
        bindText(made, text);
        return made;
    };
    m_sound = box(u"alertSound"_s, [] { return tr("Sound"); });
    m_desktop = box(u"alertDesktop"_s, [] { return tr("Desktop notification"); });
    m_tray = box(u"alertTray"_s, [] { return tr("Icon in the tray"); });
    bindTip(m_tray, [] { return tr("The window closes into the tray, and goes on receiving there"); });
    m_new = makeButton(u"newRule"_s, [] { return tr("New rule…"); });
    m_edit = makeButton(u"editRule"_s, [] { return tr("Edit…"); });
    m_remove = makeNamed<QPushButton>(u"removeRule"_s);
    auto *exported = makeButton(
        u"exportRules"_s, [] { return tr("Export…"); }, [] { return tr("Export the rules to a file"); });
    connect(exported, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_ruleTable, {}, {})); });
    bindName(m_ruleTable, [] { return tr("Rules of the alerts"); });
    QHBoxLayout *head = makeRow({makeTitle([] { return tr("Rules"); }), m_sound, m_desktop, m_tray}, 0);
    head->addSpacing(2 * Unit);
    for (QPushButton *each : {m_new, m_edit, m_remove, exported})
        head->addWidget(each);
    return makePanel(head, {m_ruleTable});
}

void AlertsPage::connectAll()
{
    AlertMonitor &alerts = m_services.alerts;
    AlertPreferences &preferences = alerts.preferences();
    connect(&alerts, &AlertMonitor::alertsChanged, this, &AlertsPage::showAlerts);
    connect(&alerts, &AlertMonitor::rulesChanged, this, &AlertsPage::showRules);
    connect(&preferences, &AlertPreferences::changed, this, &AlertsPage::showPreferences);
    connect(m_alertTable, &ListView::chosenChanged, this, &AlertsPage::showChoices);
    connect(m_ruleTable, &ListView::chosenChanged, this, &AlertsPage::showChoices);
    connect(m_alertTable, &ListView::rowActivated, this, &AlertsPage::openCalls);
    connect(m_calls, &QPushButton::clicked, this, &AlertsPage::openCalls);
    connect(m_acknowledge, &QPushButton::clicked, this, &AlertsPage::acknowledge);
    connect(m_acknowledgeAll, &QPushButton::clicked, &alerts, &AlertMonitor::acknowledgeAll);
    connect(m_rules, &ListModelBase::checkRequested, this, &AlertsPage::switchRule);
    connect(m_ruleTable, &ListView::rowActivated, m_edit, &QPushButton::click);
    connect(m_new, &QPushButton::clicked, this, [this] { editRule({.threshold = 0.15, .clearThreshold = 0.10}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const AlertRule *rule = chosenRule())
            editRule(*rule);
    });
    connect(m_remove, &QPushButton::clicked, this, &AlertsPage::removeRule);
    connect(m_sound, &QCheckBox::toggled, &preferences, &AlertPreferences::setSound);
    connect(m_desktop, &QCheckBox::toggled, &preferences, &AlertPreferences::setDesktop);
    connect(m_tray, &QCheckBox::toggled, &preferences, &AlertPreferences::setTray);
}

void AlertsPage::setActive(bool active)
{
    m_isActive = active;
    if (active)
        showAlerts();
}

void AlertsPage::saveState(QSettings &settings) const
{
    settings.setValue("alerts/splitter"_L1, m_splitter->saveState());
    m_services.alerts.preferences().save(settings);
}

void AlertsPage::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value("alerts/splitter"_L1).toByteArray());
    m_services.alerts.preferences().restore(settings);
}

QHash<QString, QString> AlertsPage::taskNames() const
{
    QHash<QString, QString> names;
    for (const TaskInfo &task : m_services.feed.tasks())
        names.insert(task.taskId, m_services.feed.taskName(task.taskId));
    return names;
}

const Alert *AlertsPage::chosenAlert() const
{
    return m_alerts->at(m_alertTable->currentRow());
}

const AlertRule *AlertsPage::chosenRule() const
{
    return m_rules->at(m_ruleTable->currentRow());
}

void AlertsPage::showAlerts()
{
    if (!m_isActive)
        return;
    const AlertMonitor &monitor = m_services.alerts;
    m_alerts->setRows(sortedAlerts(monitor.alerts()));
    const Format &format = m_services.format;
    const qint64 open = monitor.open().size();
    m_summary->setText(
        monitor.alertsEver() > monitor.alerts().size()
            ? tr("%1 open, the newest %2 of %3 so far")
                  .arg(format.count(open), format.count(monitor.alerts().size()), format.count(monitor.alertsEver()))
            : tr("%1 open, %2 so far").arg(format.count(open), format.count(monitor.alertsEver())));
    m_none->setVisible(monitor.alerts().isEmpty());
    showChoices();
}

void AlertsPage::showRules()
{
    m_rules->setRows(m_services.alerts.rules());
    showChoices();
}

void AlertsPage::showChoices()
{
    const Alert *alert = chosenAlert();
    m_acknowledge->setEnabled(alert != nullptr && alert->wantsAttention());
    m_acknowledgeAll->setEnabled(!m_services.alerts.waiting().isEmpty());
    m_calls->setEnabled(alert != nullptr && m_services.alerts.callsOf(*alert).has_value());
    const AlertRule *rule = chosenRule();
    m_edit->setEnabled(rule != nullptr);
    m_remove->setEnabled(rule != nullptr);
    const bool isReadyMade = rule != nullptr && rule->id < FirstOwnRule;
    m_remove->setText(isReadyMade ? tr("As it came") : tr("Delete"));
    setTip(m_remove,
           isReadyMade ? tr("Gives this ready-made rule back the thresholds that it came with")
                       : tr("Deletes this rule; what it raised stays in the list"));
}

void AlertsPage::showPreferences()
{
    const AlertPreferences &preferences = m_services.alerts.preferences();
    const bool hasTray = QSystemTrayIcon::isSystemTrayAvailable();
    m_sound->setChecked(preferences.sound());
    m_desktop->setChecked(preferences.desktop());
    m_tray->setChecked(preferences.tray());
    m_desktop->setVisible(hasTray);
    m_tray->setVisible(hasTray);
}

void AlertsPage::acknowledge()
{
    if (const Alert *alert = chosenAlert())
        m_services.alerts.acknowledge(alert->key());
}

void AlertsPage::openCalls()
{
    const Alert *alert = chosenAlert();
    if (const auto calls = alert ? m_services.alerts.callsOf(*alert) : std::nullopt)
        Q_EMIT callsRequested(*calls);
}

void AlertsPage::editRule(const AlertRule &rule)
{
    auto *dialog = new AlertRuleDialog(rule, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_services.alerts.saveRule(dialog->rule()); });
    dialog->open();
}

void AlertsPage::removeRule()
{
    if (const AlertRule *rule = chosenRule())
        m_services.alerts.removeRule(rule->id);
}

void AlertsPage::switchRule(int row, bool enabled)
{
    AlertRule rule = *m_rules->at(row);
    rule.enabled = enabled;
    m_services.alerts.saveRule(rule);
}

} // namespace callboard
