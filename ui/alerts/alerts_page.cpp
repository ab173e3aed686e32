// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alerts_page.h"

#include "ui/alerts/alert_rule_dialog.h"
#include "ui/alerts/alert_rule_model.h"
#include "ui/alerts/alert_table_model.h"
#include "ui/common/tables/table_copier.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/alert_words.h"
#include "ui/session/logs/log_exports.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QSystemTrayIcon>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;

QPushButton *button(const QString &name)
{
    auto *made = new QPushButton;
    made->setObjectName(name);
    return made;
}

QLabel *titleLabel()
{
    auto *label = new PlainLabel;
    label->setProperty("styleClass", u"title"_s);
    return label;
}

} // namespace

AlertsPage::AlertsPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_alerts(new AlertTableModel(
          services.theme, services.format, [&feed = services.feed](const QString &id) { return feed.taskName(id); },
          this))
    , m_rules(new AlertRuleModel(services.theme, services.format, this))
    , m_alertTable(makeTable(u"alertTable"_s, m_alerts))
    , m_ruleTable(makeTable(u"ruleTable"_s, m_rules))
    , m_alertsTitle(titleLabel())
    , m_rulesTitle(titleLabel())
    , m_summary(new PlainLabel)
    , m_none(new PlainLabel)
    , m_acknowledge(button(u"acknowledge"_s))
    , m_acknowledgeAll(button(u"acknowledgeAll"_s))
    , m_calls(button(u"alertCalls"_s))
    , m_export(button(u"exportAlerts"_s))
    , m_new(button(u"newRule"_s))
    , m_edit(button(u"editRule"_s))
    , m_remove(button(u"removeRule"_s))
    , m_exportRules(button(u"exportRules"_s))
    , m_sound(new QCheckBox)
    , m_desktop(new QCheckBox)
    , m_tray(new QCheckBox)
    , m_splitter(new QSplitter(Qt::Vertical))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(2 * Unit);
    m_splitter->addWidget(makeAlerts());
    m_splitter->addWidget(makeRules());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({80 * Unit, 76 * Unit});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    connectAll();
    retranslate();
    showPreferences();
    showRules();
    showAlerts();
}

QTableView *AlertsPage::makeTable(const QString &name, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(model);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setSelectionMode(QTableView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(6 * Unit);
    table->horizontalHeader()->setHighlightSections(false);
    new TableCopier(*table);
    return table;
}

QFrame *AlertsPage::makeAlerts()
{
    constexpr int Widths[] = {32, 30, 30, 80, 40, 27, 27};
    for (int column = 0; column < AlertTableModel::ColumnCount; ++column)
        m_alertTable->setColumnWidth(column, Widths[column] * Unit);
    m_alertTable->horizontalHeader()->setSectionResizeMode(AlertTableModel::What, QHeaderView::Stretch);
    m_summary->setObjectName(u"alertSummary"_s);
    m_summary->setProperty("styleClass", u"caption"_s);
    m_none->setProperty("styleClass", u"caption"_s);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Unit);
    top->addWidget(m_alertsTitle);
    top->addWidget(m_summary, 1);
    top->addWidget(m_calls);
    top->addWidget(m_acknowledge);
    top->addWidget(m_acknowledgeAll);
    top->addWidget(m_export);
    auto *panel = new QFrame;
    panel->setProperty("styleClass", u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->addLayout(top);
    layout->addWidget(m_none);
    layout->addWidget(m_alertTable, 1);
    return panel;
}

QFrame *AlertsPage::makeRules()
{
    constexpr int Widths[] = {12, 60, 90, 32, 26};
    for (int column = 0; column < AlertRuleModel::ColumnCount; ++column)
        m_ruleTable->setColumnWidth(column, Widths[column] * Unit);
    m_ruleTable->horizontalHeader()->setSectionResizeMode(AlertRuleModel::Condition, QHeaderView::Stretch);
    m_sound->setObjectName(u"alertSound"_s);
    m_desktop->setObjectName(u"alertDesktop"_s);
    m_tray->setObjectName(u"alertTray"_s);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Unit);
    top->addWidget(m_rulesTitle);
    top->addStretch(1);
    for (QCheckBox *box : {m_sound, m_desktop, m_tray})
        top->addWidget(box);
    top->addSpacing(2 * Unit);
    for (QPushButton *each : {m_new, m_edit, m_remove, m_exportRules})
        top->addWidget(each);
    auto *panel = new QFrame;
    panel->setProperty("styleClass", u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->addLayout(top);
    layout->addWidget(m_ruleTable, 1);
    return panel;
}

void AlertsPage::connectAll()
{
    AlertMonitor &alerts = m_services.alerts;
    AlertPreferences &preferences = alerts.preferences();
    connect(&alerts, &AlertMonitor::alertsChanged, this, &AlertsPage::showAlerts);
    connect(&alerts, &AlertMonitor::rulesChanged, this, &AlertsPage::showRules);
    connect(&preferences, &AlertPreferences::changed, this, &AlertsPage::showPreferences);
    connect(&m_services.theme, &Theme::changed, this, [this] {
        m_alerts->retranslate();
        m_rules->retranslate();
    });
    connect(m_alertTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlertsPage::showChoices);
    connect(m_ruleTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlertsPage::showChoices);
    connect(m_alertTable, &QTableView::activated, this, &AlertsPage::openCalls);
    connect(m_calls, &QPushButton::clicked, this, &AlertsPage::openCalls);
    connect(m_acknowledge, &QPushButton::clicked, this, &AlertsPage::acknowledge);
    connect(m_export, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested(
            {{}, {}, std::make_shared<const TableExport>(alertHistory(taskNames(), m_services.format))});
    });
    connect(m_exportRules, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_ruleTable, {}, {})); });
    connect(m_acknowledgeAll, &QPushButton::clicked, &alerts, &AlertMonitor::acknowledgeAll);
    connect(m_rules, &AlertRuleModel::enabledRequested, this, &AlertsPage::switchRule);
    connect(m_ruleTable, &QTableView::activated, m_edit, &QPushButton::click);
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
    return m_alerts->at(m_alertTable->currentIndex().row());
}

const AlertRule *AlertsPage::chosenRule() const
{
    return m_rules->at(m_ruleTable->currentIndex().row());
}

void AlertsPage::showAlerts()
{
    if (!m_isActive)
        return;
    const std::optional<Alert> chosen = chosenAlert() ? std::optional(*chosenAlert()) : std::nullopt;
    const int scrolled = m_alertTable->verticalScrollBar()->value();
    const AlertMonitor &monitor = m_services.alerts;
    m_alerts->setAlerts(monitor.alerts());
    if (const int row = chosen ? m_alerts->rowOf(*chosen) : -1; row >= 0 && row != m_alertTable->currentIndex().row())
        m_alertTable->setCurrentIndex(m_alerts->index(row, 0));
    m_alertTable->verticalScrollBar()->setValue(scrolled);
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
    m_rules->setRules(m_services.alerts.rules());
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

void AlertsPage::switchRule(qint64 ruleId, bool enabled)
{
    for (AlertRule rule : m_services.alerts.rules()) {
        if (rule.id != ruleId)
            continue;
        rule.enabled = enabled;
        m_services.alerts.saveRule(rule);
        return;
    }
}

void AlertsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showAlerts();
    }
    Page::changeEvent(event);
}

void AlertsPage::retranslate()
{
    m_alertsTitle->setText(tr("Raised alerts"));
    m_rulesTitle->setText(tr("Rules"));
    m_none->setText(tr("Nothing was raised yet. The rules below watch over all calls, whatever the other pages show."));
    m_alertTable->setAccessibleName(tr("Raised alerts, open ones first"));
    m_ruleTable->setAccessibleName(tr("Rules of the alerts"));
    m_calls->setText(tr("Show calls"));
    setTip(m_calls, tr("The calls that the figure counts; of silence, those of the hour before it"));
    m_acknowledge->setText(tr("Acknowledge"));
    setTip(m_acknowledge, tr("Somebody has seen it: the banner goes, the alert stays open until it clears"));
    m_acknowledgeAll->setText(tr("Acknowledge all"));
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export all alerts so far to a file"));
    m_exportRules->setText(tr("Export…"));
    m_exportRules->setAccessibleName(tr("Export the rules to a file"));
    m_new->setText(tr("New rule…"));
    m_edit->setText(tr("Edit…"));
    m_sound->setText(tr("Sound"));
    m_desktop->setText(tr("Desktop notification"));
    m_tray->setText(tr("Icon in the tray"));
    setTip(m_tray, tr("The window closes into the tray, and goes on receiving there"));
    m_alerts->retranslate();
    m_rules->retranslate();
    showChoices();
}

} // namespace callboard
