// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/test_push.h"

namespace callboard {

class Receiver;

/// Pushes to a running receiver over HTTP what a platform might: believable calls that end now, and messages that have
/// to be refused, one of each kind.
class SamplePushes : public QObject
{
    Q_OBJECT
public:
    static constexpr int Good = 40; ///< at least so many are accepted
    static constexpr int Bad = 5;

    SamplePushes(const Receiver &receiver, QObject *parent);
    void send();

private:
    void push(const QByteArray &body);
    const Receiver &m_receiver;
    TestPush m_push;
};

} // namespace callboard
