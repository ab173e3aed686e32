// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/sender_connection.h"

#include <chrono>

namespace callboard {

// The part of SenderConnection that knows how long to wait for what.

namespace {
constexpr qint64 NsPerMs = 1'000'000;
}

qint64 monotonicNs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

qint64 monotonicMs()
{
    return monotonicNs() / NsPerMs;
}

SenderConnection::Wait SenderConnection::currentWait() const
{
    if (m_state == State::Handshaking)
        return Wait::Handshake;
    if (m_state == State::Lingering)
        return Wait::Linger;
    if (unsentBytes() > 0)
        return Wait::Write;
    if (hasDueReplies())
        return Wait::Nothing;
    switch (m_framer.phase()) {
    case RequestFramer::Phase::Head:
        return Wait::Head;
    case RequestFramer::Phase::Body:
        return Wait::Body;
    case RequestFramer::Phase::Idle:
    case RequestFramer::Phase::Ended:
        break;
    }
    return Wait::Idle;
}

qint64 SenderConnection::allowedMs(Wait wait) const
{
    const ReceiverDeadlines &deadlines = m_context.config.deadlines;
    switch (wait) {
    case Wait::Handshake:
        return deadlines.handshakeMs;
    case Wait::Idle:
        return deadlines.idleMs;
    case Wait::Head:
        return deadlines.headMs;
    case Wait::Body:
        return deadlines.bodyMs;
    case Wait::Write:
        return deadlines.writeMs;
    case Wait::Linger:
        return deadlines.lingerMs;
    case Wait::Nothing:
        break;
    }
    return 0;
}

void SenderConnection::updateWait()
{
    const Wait wait = currentWait();
    if (wait == m_wait)
        return;
    m_wait = wait;
    m_waitSinceNs = monotonicNs();
}

std::optional<qint64> SenderConnection::idleSinceNs() const
{
    return m_wait == Wait::Idle && currentWait() == Wait::Idle ? std::optional(m_waitSinceNs) : std::nullopt;
}

void SenderConnection::sweep(qint64 nowNs)
{
    updateWait();
    if (m_state == State::Closed || m_wait == Wait::Nothing)
        return;
    if (nowNs - m_waitSinceNs >= allowedMs(m_wait) * NsPerMs)
        expire(m_wait);
    account();
}

void SenderConnection::expire(Wait wait)
{
    if (m_framer.isSkipping()) {
        ReceiverCounters::add(m_context.counters.timeouts); // its answer has left
        m_wire->disconnectFromHost();
    } else if (wait == Wait::Head || wait == Wait::Body) {
        ReceiverCounters::add(m_context.counters.timeouts);
        refuse({408, "The request did not end in time."});
    } else if (wait == Wait::Idle) {
        m_wire->disconnectFromHost();
    } else {
        cutOff();
    }
}

} // namespace callboard
