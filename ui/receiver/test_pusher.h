// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/test_push.h"

namespace callboard {

class Receiver;

/// Pushes the specification's own example to the running receiver over real HTTP, as the platform would. GUI thread.
class TestPusher : public QObject
{
    Q_OBJECT
public:
    explicit TestPusher(const Receiver &receiver, QObject *parent = nullptr);
    /// Answers later with answered().
    void send();

Q_SIGNALS:
    /// What came back, for a person; `good`: it was "success".
    void answered(bool good, const QString &text);

private:
    void take(int status, const QString &error);

    const Receiver &m_receiver;
    TestPush m_push;
};

} // namespace callboard
