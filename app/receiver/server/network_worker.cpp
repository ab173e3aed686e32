// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/server/network_worker.h"

#include <QCoreApplication>
#include <QSslSocket>

#include <algorithm>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The context under which this file's texts are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Receiver)
};

constexpr qint64 ShortestSweepMs = 10;
constexpr qint64 LongestSweepMs = 500;
constexpr qint64 SweepsPerDeadline = 4;
constexpr std::size_t MostStrangers = 256;

/// Often enough for the shortest deadline to be kept well.
int sweepInterval(const ReceiverDeadlines &deadlines)
{
    const qint64 shortest = std::min({deadlines.handshakeMs, deadlines.headMs, deadlines.bodyMs, deadlines.idleMs,
                                      deadlines.writeMs, deadlines.lingerMs});
    return static_cast<int>(std::clamp(shortest / SweepsPerDeadline, ShortestSweepMs, LongestSweepMs));
}

/// Hands what the allocator keeps for later back to the system.
void releaseFreeMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

bool mayConnect(const ReceiverConfig &config, const QHostAddress &address)
{
    return config.allow.isEmpty() || isInAny(config.allow, address) || isInAny(config.trustedProxies, address);
}

QHostAddress peerOf(int socket)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &size) != 0)
        return {};
    return plainAddress(QHostAddress(reinterpret_cast<const sockaddr *>(&peer)));
}

} // namespace

NetworkWorker::NetworkWorker(const ReceiverConfig &config, std::shared_ptr<ReceiverShared> shared, ArrivalSink &sink)
    : m_config(config)
    , m_knowsSenders(config.knowsItsSenders())
    , m_shared(std::move(shared))
    , m_mailbox(
          std::make_shared<ReceiptMailbox>(this, [this](const QList<Receipt> &receipts) { deliverReceipts(receipts); }))
    , m_endpoint(m_config, *m_shared, sink, m_mailbox, [this](const QString &sentence) { Q_EMIT noticed(sentence); })
    , m_bodies(m_config, m_shared->counters)
    , m_hellos([this](int socket, const QHostAddress &address) { add(socket, address); },
               [this](const QHostAddress &address) {
                   ReceiverCounters::add(m_shared->counters.tlsFailures);
                   noteEnd(address);
               })
    , m_sweep(this)
    , m_turn(this)
{
    connect(&m_sweep, &QTimer::timeout, this, &NetworkWorker::sweep);
    connect(&m_turn, &QTimer::timeout, this, &NetworkWorker::goOn);
    m_turn.setSingleShot(true);
}

NetworkWorker::~NetworkWorker()
{
    m_mailbox->close();
    m_hellos.endAll();
    for (const SenderConnection *connection : std::as_const(m_connections)) { // those that did not end in time
        noteEnd(connection->address());
        delete connection;
    }
}

void NetworkWorker::serve(qintptr listener, const std::optional<QSslConfiguration> &tls, int maxConnections)
{
    m_tls = tls;
    m_maxConnections = maxConnections;
    m_gate = std::make_unique<HttpGate>(m_endpoint);
    m_context.emplace(ConnectionContext{m_config, m_shared->counters, *m_gate, m_bodies, framingLimits(m_config)});
    if (!m_gate->listenOn(listener, [this](qintptr descriptor) { accept(descriptor); }))
        return;
    connect(m_gate->server(), &GuardedServer::acceptFailed, this,
            [this] { ReceiverCounters::add(m_shared->counters.acceptErrors); });
    m_sweep.start(sweepInterval(m_config.deadlines));
}

void NetworkWorker::renew(const ReceiverConfig &config, const std::optional<QSslConfiguration> &tls)
{
    m_config.token = config.token;
    m_config.secondToken = config.secondToken;
    m_config.allow = config.allow;
    m_knowsSenders = config.knowsItsSenders();
    m_tls = tls;
    m_endpoint.renew();
    const QList<SenderConnection *> connections = m_connections.values();
    for (SenderConnection *connection : connections) {
        if (!mayConnect(m_config, connection->address()))
            connection->finishUp();
    }
}

void NetworkWorker::accept(qintptr descriptor)
{
    const int socket = static_cast<int>(descriptor);
    const QHostAddress address = peerOf(socket);
    if (!mayConnect(m_config, address)) {
        ReceiverCounters::add(m_shared->counters.refusedByAllowList);
        ::close(socket);
        return;
    }
    Admission admission = admit(address);
    if (admission == Admission::Full && m_config.reserveShare > 0) {
        const bool hasMadeRoom = makeRoom();
        logFull(hasMadeRoom);
        if (hasMadeRoom)
            admission = admit(address);
    }
    if (admission != Admission::Taken)
        return refuse(admission, socket);
    ReceiverCounters::add(m_shared->counters.connections);
    ReceiverCounters::add(m_shared->counters.connectionsTotal);
    if (m_tls)
        m_hellos.add(socket, address, monotonicNs());
    else
        add(socket, address);
}

Admission NetworkWorker::admit(const QHostAddress &address)
{
    const qint64 open = m_shared->counters.connections.load(std::memory_order_relaxed);
    const bool isTrusted = m_knowsSenders || isInAny(m_config.trustedProxies, address);
    return m_shared->senders.admit(address, isTrusted, open, m_maxConnections, m_config, monotonicMs());
}

/// For somebody with few connections the oldest one ends that has brought nothing: many silent ones, however many
/// addresses they come from, keep nobody out.
bool NetworkWorker::makeRoom()
{
    if (m_hellos.endOldest())
        return true;
    if (m_strangers.empty())
        return false;
    m_connections.value(*m_strangers.begin())->cutOff();
    return true;
}

void NetworkWorker::logFull(bool hasMadeRoom)
{
    const std::optional<int> leftOut = m_shared->senders.takeLine(monotonicMs());
    if (!leftOut)
        return;
    QString line = hasMadeRoom
        ? Texts::tr("All %1 connections are taken. One that has sent no record was ended for a new sender.")
        : Texts::tr("All %1 connections are taken by senders of records. A new one was answered to try again.");
    line = line.arg(m_maxConnections);
    if (*leftOut > 0)
        line += u' ' + Texts::tr("Such lines left out before it: %1.").arg(*leftOut);
    Q_EMIT noticed(line);
}

void NetworkWorker::add(int socket, const QHostAddress &address)
{
    std::unique_ptr<QTcpSocket> wire = m_tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
    if (!wire->setSocketDescriptor(socket)) {
        ::close(socket);
        return noteEnd(address);
    }
    auto *connection = new SenderConnection(++m_lastId, std::move(wire), address, *m_context, this);
    m_connections.insert(connection->id(), connection);
    m_strangers.insert(connection->id());
    connect(connection, &SenderConnection::closed, this, &NetworkWorker::remove);
    connect(connection, &SenderConnection::overBudget, this, &NetworkWorker::easeBodies);
    connect(connection, &SenderConnection::hasMore, this, [this](quint64 id) {
        m_unfinished.insert(id);
        if (!m_turn.isActive())
            m_turn.start(0);
    });
    connect(connection, &SenderConnection::pushAccepted, this, [this](quint64 id) { m_strangers.erase(id); });
    connection->begin(m_tls ? &*m_tls : nullptr);
    if (m_tls) {
        limitStrangers();
        limitIdle();
    }
}

/// A TLS socket takes 60 kB and more, whether anything is sent over it or not. So of very many that are in a handshake,
/// or have not brought a push yet, the oldest goes: honest senders are past both in a moment.
void NetworkWorker::limitStrangers()
{
    while (m_strangers.size() > MostStrangers) {
        const quint64 oldest = *m_strangers.begin();
        m_strangers.erase(m_strangers.begin());
        if (SenderConnection *connection = m_connections.value(oldest))
            connection->giveWay();
    }
}

void NetworkWorker::noteEnd(const QHostAddress &address)
{
    ReceiverCounters::add(m_shared->counters.connections, -1);
    m_shared->senders.leave(address);
}

/// Beyond that whoever has been between two pushes for longest makes room; it connects again for the next one.
void NetworkWorker::limitIdle()
{
    if (m_connections.size() <= m_config.maxTlsConnections)
        return;
    SenderConnection *longest = nullptr;
    for (SenderConnection *connection : std::as_const(m_connections)) {
        const std::optional<qint64> since = connection->idleSinceNs();
        if (since && (!longest || *since < *longest->idleSinceNs()))
            longest = connection;
    }
    if (longest)
        longest->giveWay();
}

/// Who is shut out gets no answer: one to each of them would be work that they can make.
void NetworkWorker::refuse(Admission admission, int socket)
{
    ReceiverCounters &counters = m_shared->counters;
    ReceiverCounters::add(admission == Admission::Full          ? counters.refusedByLimit
                              : admission == Admission::TooMany ? counters.refusedByAddressLimit
                                                                : counters.refusedByBan);
    if (!m_tls && admission != Admission::Banned) {
        const QByteArray bytes = encodeReply(tooManyConnectionsReply(), {true, false, false});
        ::send(socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
        ::shutdown(socket, SHUT_WR);
    }
    ::close(socket);
}

void NetworkWorker::remove(quint64 id)
{
    SenderConnection *connection = m_connections.take(id);
    if (!connection)
        return;
    m_strangers.erase(id);
    noteEnd(connection->address());
    connection->deleteLater();
    finishDraining();
}

void NetworkWorker::goOn()
{
    const QSet<quint64> ids = std::exchange(m_unfinished, {});
    for (const quint64 id : ids) {
        if (SenderConnection *connection = m_connections.value(id))
            connection->goOn();
    }
}

/// The largest goes first, of equal ones the newest: what an honest sender has under way is small and soon complete.
void NetworkWorker::easeBodies()
{
    while (m_bodies.isExceeded()) {
        const auto isLess = [](const SenderConnection *a, const SenderConnection *b) {
            return std::pair(a->heldBytes(), a->id()) < std::pair(b->heldBytes(), b->id());
        };
        const auto largest = std::max_element(m_connections.cbegin(), m_connections.cend(), isLess);
        if (largest == m_connections.cend() || (*largest)->heldBytes() == 0)
            return;
        (*largest)->giveUpBody();
    }
}

/// All answers of one commit are put in place first, then every connection writes once.
void NetworkWorker::deliverReceipts(const QList<Receipt> &receipts)
{
    QList<SenderConnection *> touched;
    touched.reserve(receipts.size());
    for (const Receipt &receipt : receipts) {
        SenderConnection *connection = m_connections.value(receipt.connection);
        if (!connection)
            continue;
        connection->complete(receipt.sequence, receipt.kind);
        if (touched.isEmpty() || touched.last() != connection)
            touched.append(connection);
    }
    for (SenderConnection *connection : std::as_const(touched))
        connection->send();
}

void NetworkWorker::sweep()
{
    const qint64 now = monotonicNs();
    const QList<SenderConnection *> connections = m_connections.values();
    for (SenderConnection *connection : connections)
        connection->sweep(now);
    m_hellos.sweep(now, m_config.deadlines.handshakeMs);
    if (m_bodies.takeTrimDue())
        releaseFreeMemory();
}

void NetworkWorker::stopAccepting()
{
    if (m_gate)
        m_gate->stopAccepting();
}

void NetworkWorker::drain()
{
    stopAccepting();
    m_draining = true;
    m_hellos.endAll();
    const QList<SenderConnection *> connections = m_connections.values();
    for (SenderConnection *connection : connections)
        connection->finishUp();
    QTimer::singleShot(std::chrono::milliseconds(m_config.deadlines.drainMs), this, [this] {
        m_drained = true;
        Q_EMIT drained();
    });
    finishDraining();
}

void NetworkWorker::finishDraining()
{
    if (!m_draining || m_drained || !m_connections.isEmpty())
        return;
    m_drained = true;
    Q_EMIT drained();
}

NetworkThread::NetworkThread(const ReceiverConfig &config, const std::shared_ptr<ReceiverShared> &shared,
                             ArrivalSink &sink)
    : m_worker(new NetworkWorker(config, shared, sink))
{
    m_thread.setObjectName(u"receiver"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    QObject::connect(
        m_worker, &NetworkWorker::drained, m_worker, [this] { m_drained.release(); }, Qt::DirectConnection);
    QObject::connect(m_worker, &NetworkWorker::drained, &m_thread, &QThread::quit, Qt::QueuedConnection);
    m_thread.start();
}

NetworkThread::~NetworkThread()
{
    if (!m_thread.isFinished())
        m_drained.acquire(); // its owner's event loop, which would end it, may run no more
    m_thread.quit();
    m_thread.wait();
}

} // namespace callboard
