// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/sender_connection.h"

#include <QScopedValueRollback>
#include <QSslSocket>

#include <algorithm>

#include <sys/socket.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 WireBufferBytes = 16 * 1024;
constexpr int MostInFlight = 16;
constexpr qint64 MostUnsentBytes = 64 * 1024;
constexpr int MostPerTurn = 8; // so that a pipeline of thousands does not keep the others waiting
constexpr qint64 MostDrainedBytes = 1024 * 1024;

} // namespace

SenderConnection::SenderConnection(quint64 id, std::unique_ptr<QTcpSocket> wire, const QHostAddress &address,
                                   const ConnectionContext &context, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_wire(std::move(wire))
    , m_context(context)
    , m_address(address)
    , m_remote(m_address.toString())
    , m_framer(context.limits)
{
    m_wire->setReadBufferSize(WireBufferBytes);
    m_wire->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_wire.get(), &QTcpSocket::readyRead, this, &SenderConnection::onReadyRead);
    connect(m_wire.get(), &QTcpSocket::bytesWritten, this, &SenderConnection::onBytesWritten);
    connect(m_wire.get(), &QTcpSocket::disconnected, this, &SenderConnection::onDisconnected);
    connect(m_wire.get(), &QTcpSocket::errorOccurred, this, &SenderConnection::onError);
}

SenderConnection::~SenderConnection()
{
    m_state = State::Closed;
    m_wire->disconnect(this);
    closeSpare();
    account();
}

void SenderConnection::begin(const QSslConfiguration *tls)
{
    if (tls)
        beginTls(*tls);
    updateWait();
    if (m_state == State::Open)
        pump();
}

void SenderConnection::beginTls(const QSslConfiguration &configuration)
{
    auto *secure = qobject_cast<QSslSocket *>(m_wire.get());
    m_tls = true;
    m_state = State::Handshaking;
    connect(secure, &QSslSocket::encrypted, this, &SenderConnection::onEncrypted);
    connect(secure, &QSslSocket::encryptedBytesWritten, this, &SenderConnection::onBytesWritten);
    secure->setSslConfiguration(configuration);
    secure->startServerEncryption();
}

void SenderConnection::onEncrypted()
{
    if (m_state != State::Handshaking)
        return;
    m_state = State::Open;
    pump();
}

void SenderConnection::onReadyRead()
{
    if (m_state == State::Open)
        pump();
    else if (m_state == State::Lingering)
        drain();
}

void SenderConnection::onBytesWritten()
{
    if (m_wait == Wait::Write)
        m_waitSinceNs = monotonicNs();
    if (m_state == State::Lingering) // queued: in the midst of encrypting, a TLS socket counts less than it holds
        QMetaObject::invokeMethod(this, &SenderConnection::halfClose, Qt::QueuedConnection);
    else
        pump();
}

void SenderConnection::onError()
{
    // Whatever ends an open connection is followed by disconnected(); a handshake may fail without.
    if (m_state == State::Handshaking)
        onDisconnected();
}

void SenderConnection::onDisconnected()
{
    if (m_state == State::Closed)
        return;
    if (m_isHalf || startHalf())
        return;
    if (m_state == State::Handshaking)
        ReceiverCounters::add(m_context.counters.tlsFailures);
    end();
}

void SenderConnection::end()
{
    m_state = State::Closed;
    closeSpare();
    account();
    Q_EMIT closed(m_id);
}

void SenderConnection::pump()
{
    m_again = true; // flushing a TLS socket also reads: what it finds calls for another round
    if (m_pumping)
        return;
    takeAll();
    updateWait();
    account();
    endHalf();
}

void SenderConnection::takeAll()
{
    const QScopedValueRollback<bool> pumping(m_pumping, true);
    const quint64 last = m_replies.opened() + MostPerTurn;
    while (m_state == State::Open && std::exchange(m_again, false)) {
        while (m_state == State::Open && mayTakeMore() && m_replies.opened() < last && step()) { }
        flush();
    }
    if (m_replies.opened() >= last)
        Q_EMIT hasMore(m_id);
}

void SenderConnection::flush()
{
    if (std::exchange(m_unflushed, false) && m_state != State::Closed)
        m_wire->flush();
}

bool SenderConnection::mayTakeMore() const
{
    return !m_finishing && m_replies.pending() < MostInFlight && unsentBytes() < MostUnsentBytes;
}

/// What the system has not taken yet; of a TLS socket, encrypted or not.
qint64 SenderConnection::unsentBytes() const
{
    const auto *secure = m_tls ? qobject_cast<const QSslSocket *>(m_wire.get()) : nullptr;
    return m_wire->bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

/// False when there is nothing left to do before more bytes come.
bool SenderConnection::step()
{
    switch (m_framer.next()) {
    case RequestFramer::Step::NeedMore:
        return m_framer.phase() == RequestFramer::Phase::Ended ? drain() : readWire();
    case RequestFramer::Step::HeadRead:
        screenHead();
        break;
    case RequestFramer::Step::SendContinue:
        sendContinue();
        break;
    case RequestFramer::Step::Complete:
        takeRequest();
        break;
    case RequestFramer::Step::Violated:
        refuse(m_framer.violation());
        break;
    }
    return true;
}

bool SenderConnection::readWire()
{
    // Asking for exactly what is there lets Qt hand its buffer over without a copy.
    const QByteArray bytes = m_wire->read(m_wire->bytesAvailable());
    if (bytes.isEmpty()) {
        m_framer.squeeze();
        return false;
    }
    m_framer.append(bytes);
    return true;
}

/// After the last request: lets the sender finish sending, within bounds, so that it gets to read its answer.
bool SenderConnection::drain()
{
    if (m_drained < MostDrainedBytes) // read, not skip(): the socket would keep its buffer of 32 kB
        m_drained += m_wire->read(m_wire->bytesAvailable()).size();
    return false;
}

void SenderConnection::takeRequest()
{
    VerifiedRequest request = m_framer.takeRequest();
    request.purpose = m_screened.purpose;
    request.kind = m_screened.kind;
    DueReply due;
    due.framing = {request.closes(), request.head.http10, request.head.method == "HEAD", keepAliveSeconds()};
    due.startedNs = monotonicNs();
    const quint64 sequence = m_replies.open(due);
    m_cutShort = request.tooLarge;
    m_wait = Wait::Nothing;
    ReceiverCounters::add(m_context.counters.requests);
    m_context.router.route(*this, sequence, request);
    const DueReply *unanswered = m_replies.find(sequence);
    if (unanswered && !unanswered->isPush)
        answer(sequence, errorReply(500, u"The request was not handled."_s));
}

/// Less than it is: a request that is under way when the connection is closed would be lost.
qint64 SenderConnection::keepAliveSeconds() const
{
    constexpr qint64 MsPerSecond = 1000, Margin = 10;
    return std::max<qint64>(0, m_context.config.deadlines.idleMs / MsPerSecond - Margin);
}

void SenderConnection::sendContinue()
{
    if (DueReply *interim = m_replies.find(m_replies.open({})))
        ReplyQueue::answer(*interim, "HTTP/1.1 100 Continue\r\n\r\n");
    collect();
}

void SenderConnection::answer(quint64 sequence, const Reply &reply)
{
    DueReply *due = m_replies.find(sequence);
    if (!due)
        return;
    complete(*due, reply);
    collect();
}

void SenderConnection::expectReceipt(quint64 sequence, Part part)
{
    DueReply *due = m_replies.find(sequence);
    if (!due)
        return;
    keepSpare();
    due->isPush = true;
    due->part = static_cast<quint8>(part);
}

void SenderConnection::expectReceipt(quint64 sequence, PushKind kind)
{
    DueReply *due = m_replies.find(sequence);
    if (!due)
        return;
    keepSpare();
    due->isPush = true;
    due->kind = kind;
}

void SenderConnection::expectReceipt(quint64 sequence, const Reply &whenKept)
{
    DueReply *due = m_replies.find(sequence);
    if (!due)
        return;
    keepSpare();
    due->isPush = due->isRefused = true;
    due->whenKept = whenKept;
}

void SenderConnection::complete(quint64 sequence, ReceiptKind kind)
{
    DueReply *due = m_replies.find(sequence);
    if (!due)
        return;
    countPush(*due, kind);
    if (kind == ReceiptKind::Unavailable)
        complete(*due, unavailableReply());
    else if (due->isRefused)
        complete(*due, due->whenKept);
    else if (kind == ReceiptKind::Stored)
        complete(*due, successReply());
    else
        complete(*due, errorReply(400, u"The record can't be used. It was kept for review."_s));
}

void SenderConnection::countPush(const DueReply &due, ReceiptKind kind)
{
    ReceiverCounters &counters = m_context.counters;
    if (kind == ReceiptKind::Unavailable)
        ReceiverCounters::add(counters.pushesUnavailable);
    else if (due.isRefused || kind == ReceiptKind::Kept)
        ReceiverCounters::add(counters.pushesRefused);
    else if (due.kind != PushKind::Record)
        counters.countOther(due.kind);
    else
        ReceiverCounters::add(due.part == static_cast<quint8>(Part::Outbound) ? counters.pushesOutbound
                                                                              : counters.pushesBasic);
    counters.countAck(monotonicNs() - due.startedNs);
}

void SenderConnection::complete(DueReply &due, const Reply &reply)
{
    m_context.counters.countReply(reply.status);
    ReplyQueue::answer(due, encodeReply(reply, due.framing));
}

void SenderConnection::send()
{
    if (m_state != State::Open)
        return;
    collect();
    pump();
    closeIfFinished();
}

void SenderConnection::collect()
{
    if (m_state != State::Open)
        return;
    bool closes = false;
    const QByteArray bytes = m_replies.takeReady(&closes);
    if (m_isHalf && !bytes.isEmpty()) {
        writeHalf(bytes);
    } else if (!bytes.isEmpty()) {
        writeWire(bytes);
    }
    if (closes)
        linger();
}

/// Straight to the system where nothing is unsent: Qt's socket would keep a buffer of 16 kB for its next answer.
void SenderConnection::writeWire(const QByteArray &bytes)
{
    qsizetype sent = 0;
    if (!m_tls && m_wire->bytesToWrite() == 0)
        sent = ::send(static_cast<int>(m_wire->socketDescriptor()), bytes.constData(),
                      static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent == bytes.size())
        return;
    m_wire->write(bytes.sliced(std::max<qsizetype>(0, sent))); // which also takes note of an error
    m_unflushed = true;
}

/// The last answer is written: lets the sender read it, then ends the connection.
void SenderConnection::linger()
{
    m_state = State::Lingering;
    flush();
    updateWait();
    if (m_isHalf)
        return endHalf();
    if (m_tls && !m_cutShort)
        m_wire->disconnectFromHost();
    else
        QMetaObject::invokeMethod(this, &SenderConnection::halfClose, Qt::QueuedConnection);
    drain();
}

void SenderConnection::halfClose()
{
    // Closing at once would reset the connection while bytes of the sender are unread, and the answer would be lost.
    if (m_state == State::Lingering && unsentBytes() == 0)
        ::shutdown(static_cast<int>(m_wire->socketDescriptor()), SHUT_WR);
}

void SenderConnection::finishUp()
{
    m_finishing = true;
    closeIfFinished();
}

void SenderConnection::closeIfFinished()
{
    if (!m_finishing || hasDueReplies() || m_state == State::Closed || m_state == State::Lingering)
        return;
    m_wire->disconnectFromHost();
}

} // namespace callboard
