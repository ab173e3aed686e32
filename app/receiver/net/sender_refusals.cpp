// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/sender_connection.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace callboard {

// The part of SenderConnection that turns requests away, and knows the memory that unfinished ones take.

void SenderConnection::screenHead()
{
    const Screening screening = m_context.router.screen(*this, m_framer.head());
    if (const auto *screened = std::get_if<Screened>(&screening)) {
        m_screened = *screened;
        if (m_screened.purpose == Purpose::Push && !std::exchange(m_hasPushed, true))
            Q_EMIT pushAccepted(m_id);
        return;
    }
    const auto &turned = std::get<TurnedAway>(screening);
    const RequestHead head = m_framer.head();
    DueReply due;
    due.framing = {!m_framer.skipBody(!turned.closes), head.http10, head.method == "HEAD", keepAliveSeconds()};
    m_cutShort = due.framing.close && head.hasBody();
    m_wait = Wait::Nothing;
    ReceiverCounters::add(m_context.counters.requests);
    const quint64 sequence = m_replies.open(due);
    if (turned.delayMs <= 0)
        return answer(sequence, turned.reply);
    QTimer::singleShot(std::chrono::milliseconds(turned.delayMs), this, [this, sequence, reply = turned.reply] {
        answer(sequence, reply);
        send();
    });
}

void SenderConnection::refuse(const Violation &violation)
{
    ReceiverCounters::add(m_context.counters.requests);
    DueReply due;
    due.framing.close = true;
    m_cutShort = true;
    answer(m_replies.open(due), errorReply(violation.status, QString::fromLatin1(violation.reason)));
}

void SenderConnection::giveUpBody()
{
    if (m_state != State::Open || m_framer.phase() == RequestFramer::Phase::Ended || unsentBytes() > 0)
        return cutOff();
    ReceiverCounters::add(m_context.counters.requests);
    ReceiverCounters::add(m_context.counters.bodiesGivenUp);
    m_framer.end();
    DueReply due;
    due.framing.close = true;
    m_cutShort = true;
    answer(m_replies.open(due), unavailableReply());
    account();
}

void SenderConnection::giveWay()
{
    if (currentWait() == Wait::Idle)
        m_wire->disconnectFromHost();
    else
        giveUpBody();
}

void SenderConnection::cutOff()
{
    m_wire->abort();
    onDisconnected();
}

void SenderConnection::account()
{
    const qint64 held = m_state == State::Closed ? 0 : m_framer.heldBytes() + unsentBytes();
    const qint64 more = held - std::exchange(m_held, held);
    if (more == 0)
        return;
    m_context.bodies.add(more);
    if (more > 0 && m_context.bodies.isExceeded())
        Q_EMIT overBudget();
}

} // namespace callboard
