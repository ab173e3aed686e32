// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/alerts/alert_monitor.h"

#include "live/alert/alert_calls.h"
#include "live/runner/alert_rows.h"
#include "store/database/snapshot.h"
#include "store/write/store_writer.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(lcAlerts)

namespace {

constexpr int RetryMs = 60'000;

bool isSame(const Alert &a, const Alert &b)
{
    return a.raisedAt == b.raisedAt && a.key() == b.key();
}

} // namespace

AlertMonitor::AlertMonitor(AlertRunner &runner, ReaderPool &readers, StoreWriter &writer, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_readers(readers)
    , m_writer(writer)
{
    connect(&runner, &AlertRunner::loaded, this, &AlertMonitor::load);
    connect(&runner, &AlertRunner::alertChanged, this, &AlertMonitor::takeChange);
    connect(&runner, &AlertRunner::openAlertsChanged, this, &AlertMonitor::followOpen);
    connect(&runner, &AlertRunner::rulesChanged, this, &AlertMonitor::rulesChanged);
    connect(&m_retryTimer, &QTimer::timeout, this, &AlertMonitor::load);
    m_retryTimer.setObjectName(u"alertHistoryRetry"_s);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(RetryMs);
    if (runner.isLoaded())
        load();
}

void AlertMonitor::load()
{
    m_load = m_readers.ask<History>(
        this,
        [](Connection &connection) {
            const Snapshot snapshot(connection);
            return History{loadAlerts(connection, MostShown), countAlerts(connection)};
        },
        [this](const History &history) { takeHistory(history); },
        [this](const QString &why) {
            qCWarning(lcAlerts).noquote()
                << "Earlier alerts could not be read, which is tried again in a minute:" << why;
            m_retryTimer.start();
        });
}

void AlertMonitor::takeHistory(const History &history)
{
    m_alerts = alertsFromRows(history.recent);
    m_alertsEver = history.ever;
    m_isLoaded = true;
    const QList<AlertChange> early = std::exchange(m_early, {});
    for (const AlertChange &change : early)
        put(change);
    const QList<Alert> open = m_runner.open();
    for (const Alert &alert : open) { // also those that have been open for longer than the list goes back
        if (!find(alert))
            m_alerts.append(alert);
    }
    followOpen();
}

void AlertMonitor::takeChange(const AlertChange &change)
{
    if (m_isLoaded)
        put(change);
    else
        m_early.append(change);
    if (change.event == AlertEvent::Raised)
        Q_EMIT raised(change.alert);
    Q_EMIT alertsChanged();
}

void AlertMonitor::put(const AlertChange &change)
{
    if (Alert *known = find(change.alert)) {
        *known = change.alert;
        return;
    }
    if (change.event != AlertEvent::Raised) // it is older than the list goes back
        return;
    m_alerts.prepend(change.alert);
    ++m_alertsEver;
    if (m_alerts.size() > MostShown)
        m_alerts.removeLast();
}

void AlertMonitor::followOpen()
{
    const QList<Alert> open = m_runner.open();
    for (const Alert &alert : open) {
        if (Alert *known = find(alert))
            *known = alert;
    }
    Q_EMIT alertsChanged();
}

Alert *AlertMonitor::find(const Alert &alert)
{
    const auto known = std::find_if(m_alerts.begin(), m_alerts.end(), [&](const Alert &a) { return isSame(a, alert); });
    return known == m_alerts.end() ? nullptr : &*known;
}

qint64 AlertMonitor::saveRule(AlertRule rule)
{
    QList<AlertRule> all = m_runner.rules();
    if (rule.id == 0) {
        rule.id = FirstOwnRule;
        for (const AlertRule &other : std::as_const(all))
            rule.id = std::max(rule.id, other.id + 1);
    }
    const auto known = std::find_if(all.begin(), all.end(), [&](const auto &r) { return r.id == rule.id; });
    if (known != all.end())
        *known = rule;
    else
        all.append(rule);
    m_writer.saveAlertRule({rule.id, ruleToJson(rule)});
    m_runner.setRules(all);
    return rule.id;
}

void AlertMonitor::removeRule(qint64 id)
{
    QList<AlertRule> all = m_runner.rules();
    const QList<AlertRule> shipped = readyMadeRules();
    const auto known = std::find_if(all.begin(), all.end(), [id](const auto &r) { return r.id == id; });
    const auto original = std::find_if(shipped.begin(), shipped.end(), [id](const auto &r) { return r.id == id; });
    if (known == all.end())
        return;
    if (original != shipped.end())
        *known = *original;
    else
        all.erase(known);
    m_writer.removeAlertRule(id);
    m_runner.setRules(all);
}

void AlertMonitor::acknowledgeAll()
{
    const QList<Alert> all = waiting();
    for (const Alert &alert : all)
        acknowledge(alert.key());
}

QList<Alert> AlertMonitor::open() const
{
    QList<Alert> alerts = m_runner.open();
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const Alert &a, const Alert &b) { return a.rule.severity > b.rule.severity; });
    return alerts;
}

QList<Alert> AlertMonitor::waiting() const
{
    QList<Alert> alerts = open();
    alerts.removeIf([](const Alert &alert) { return !alert.wantsAttention(); });
    return alerts;
}

std::optional<CallFilter> AlertMonitor::callsOf(const Alert &alert) const
{
    return callsOfAlert(alert, m_runner.figureRules());
}

} // namespace callboard
