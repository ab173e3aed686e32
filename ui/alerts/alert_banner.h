// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"
#include "record/filter/call_filter.h"
#include "ui/session/services.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;

namespace callboard {

/// The strip in the top bar while an alert waits to be acknowledged; hidden otherwise. It takes the place it is given,
/// whatever its text is.
///
/// Its buttons act on the alert that was shown when they were pressed. A further alert does not take the place of one
/// that was shown for less than two seconds or that the pointer is on.
class AlertBanner : public QFrame
{
    Q_OBJECT
public:
    explicit AlertBanner(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void callsRequested(const callboard::CallFilter &filter);
    void alertsRequested(); ///< show the page of alerts
    void shownChanged(bool isShown);

protected:
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void choose(const QList<Alert> &waiting);
    void showAlert(qsizetype others);
    void showButtons();
    void announce();
    void openCalls();
    void acknowledge();

    const Services m_services;
    QLabel *m_text;
    QPushButton *m_calls, *m_acknowledge, *m_all;
    std::optional<Alert> m_shown;
    Alert m_pressed; ///< what was shown when a button was pressed
    QTimer m_hold{this}; ///< runs while the shown alert is not to be replaced
};

} // namespace callboard
