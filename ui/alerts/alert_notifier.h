// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"

#include <QObject>
#include <QTimer>

namespace callboard {

class AlertMonitor;
class Desktop;
class Format;
class LiveFigures;

/// Makes raised alerts heard and seen outside of the window, as the preferences say: one sound and one notification for
/// all that were raised together. GUI thread.
class AlertNotifier : public QObject
{
    Q_OBJECT
public:
    AlertNotifier(AlertMonitor &alerts, const LiveFigures &feed, const Format &format, Desktop &desktop,
                  QObject *parent = nullptr);

private:
    void take(const Alert &alert);
    void tell();
    void showTray();

    AlertMonitor &m_alerts;
    const LiveFigures &m_feed;
    const Format &m_format;
    Desktop &m_desktop;
    QList<Alert> m_new;
    QTimer m_soon; ///< until everything that one look raised has come
};

} // namespace callboard
