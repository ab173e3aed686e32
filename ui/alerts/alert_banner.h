// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "ui/session/services.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace callboard {

/// The strip across the window's top while an alert waits to be acknowledged; hidden otherwise.
class AlertBanner : public QFrame
{
    Q_OBJECT
public:
    explicit AlertBanner(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void callsRequested(const callboard::CallFilter &filter);
    void alertsRequested(); ///< show the page of alerts

private:
    void refresh();
    void openCalls();
    void acknowledge();

    const Services m_services;
    QLabel *m_text;
    QPushButton *m_calls, *m_acknowledge, *m_all;
};

} // namespace callboard
