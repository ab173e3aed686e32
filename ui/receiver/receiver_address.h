// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receiver/test_pusher.h"
#include "ui/session/services.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace callboard {

class PushAddressField;
class WarningBar;

/// Where to push to, and how it is guarded, at a glance. Part of the Receiver page.
class ReceiverAddress : public QFrame
{
    Q_OBJECT
public:
    explicit ReceiverAddress(const Services &services, QWidget *parent = nullptr);

private:
    void layOut();
    void showState();
    QString guardText() const;
    void say(bool good, const QString &text);

    Services m_services;
    TestPusher m_pusher;
    QString m_failure;
    QLabel *m_guards, *m_outcome;
    PushAddressField *m_url;
    QPushButton *m_test;
    WarningBar *m_open; ///< that the address is open to others
};

} // namespace callboard
