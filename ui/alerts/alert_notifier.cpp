// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_notifier.h"

#include "ui/alerts/desktop.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/alert_words.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MostLines = 4;
}

AlertNotifier::AlertNotifier(AlertMonitor &alerts, const LiveFigures &feed, const Format &format, Desktop &desktop,
                             QObject *parent)
    : QObject(parent)
    , m_alerts(alerts)
    , m_feed(feed)
    , m_format(format)
    , m_desktop(desktop)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &AlertNotifier::tell);
    connect(&alerts, &AlertMonitor::raised, this, &AlertNotifier::take);
    connect(&alerts, &AlertMonitor::alertsChanged, this, &AlertNotifier::showTray);
    connect(&alerts.preferences(), &AlertPreferences::changed, this, &AlertNotifier::showTray);
    showTray();
}

void AlertNotifier::take(const Alert &alert)
{
    m_new.append(alert);
    m_soon.start();
}

/// The icon carries the notifications: without it the desktop shows none. It goes when all is acknowledged, unless it
/// is wanted for itself.
void AlertNotifier::showTray()
{
    const AlertPreferences &preferences = m_alerts.preferences();
    m_desktop.setTrayVisible(preferences.tray() || (preferences.desktop() && !m_alerts.waiting().isEmpty()));
}

void AlertNotifier::tell()
{
    const QList<Alert> fresh = std::exchange(m_new, {});
    if (fresh.isEmpty())
        return;
    if (m_alerts.preferences().sound())
        m_desktop.beep();
    if (!m_alerts.preferences().desktop())
        return;
    showTray();
    QStringList lines;
    for (const Alert &alert : fresh.first(std::min(MostLines, fresh.size())))
        lines.append(alertHeadline(alert, m_feed.taskName(alert.taskId), m_format));
    if (fresh.size() > MostLines)
        lines.append(tr("%1 more").arg(m_format.count(fresh.size() - MostLines)));
    m_desktop.notify(fresh.size() == 1 ? tr("Callboard: alert")
                                       : tr("Callboard: %1 alerts").arg(m_format.count(fresh.size())),
                     lines.join(u'\n'));
}

} // namespace callboard
