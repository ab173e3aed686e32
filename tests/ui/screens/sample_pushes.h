// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/test_push.h"

namespace callboard {

class Receiver;

/// Pushes to a running receiver over HTTP what a platform might: believable calls that end now, and messages that have
/// to be refused, one of each kind. One after the other, so that they arrive in the same order in every run.
class SamplePushes : public QObject
{
    Q_OBJECT
public:
    static constexpr int Good = 40; ///< at least so many are accepted
    static constexpr int Bad = 5;

    /// The same seed makes the same messages.
    SamplePushes(const Receiver &receiver, quint64 seed, QObject *parent);
    void send();
    qint64 count() const { return m_count; }
    bool isSent() const { return m_count > 0; }
    bool isDone() const { return isSent() && m_bodies.isEmpty(); } ///< the last one is answered

private:
    void pushNext();
    const Receiver &m_receiver;
    const quint64 m_seed;
    QList<QByteArray> m_bodies; ///< still to be pushed, and the one without an answer so far
    qint64 m_count = 0;
    TestPush m_push;
};

} // namespace callboard
