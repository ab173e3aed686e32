// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/net/pending_hellos.h"
#include "receiver/push/receipt_mailbox.h"
#include "receiver/qthttp/http_gate.h"

#include <QHash>
#include <QSemaphore>
#include <QSet>
#include <QSslConfiguration>
#include <QThread>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>

namespace callboard {

/// What a network thread runs: its connections, its HTTP server, its mailbox. All functions on that thread.
class NetworkWorker : public QObject
{
    Q_OBJECT

public:
    NetworkWorker(const ReceiverConfig &config, std::shared_ptr<ReceiverShared> shared, ArrivalSink &sink);
    ~NetworkWorker() override;

    /// Takes a listening descriptor and serves it; over TLS when a configuration is given.
    void serve(qintptr listener, const std::optional<QSslConfiguration> &tls, int maxConnections);
    /// Goes on with the tokens, the allow-list and the certificate of another configuration.
    void renew(const ReceiverConfig &config, const std::optional<QSslConfiguration> &tls);
    void stopAccepting();
    /// Stops accepting, and emits drained() once nothing is due any more or the time for it is up.
    void drain();

Q_SIGNALS:
    void drained();
    /// A sentence for the log.
    void noticed(const QString &sentence);

private:
    void accept(qintptr descriptor);
    void add(int socket, const QHostAddress &address);
    Admission admit(const QHostAddress &address);
    bool makeRoom();
    void logFull(bool hasMadeRoom);
    void limitStrangers();
    void limitIdle();
    void noteEnd(const QHostAddress &address);
    void refuse(Admission admission, int socket);
    void remove(quint64 id);
    void easeBodies();
    void goOn();
    void deliverReceipts(const QList<Receipt> &receipts);
    void sweep();
    void finishDraining();

    ReceiverConfig m_config;
    bool m_knowsSenders; ///< as the configuration says
    const std::shared_ptr<ReceiverShared> m_shared;
    const std::shared_ptr<ReceiptMailbox> m_mailbox;
    Endpoint m_endpoint;
    std::unique_ptr<HttpGate> m_gate;
    BodyBudget m_bodies;
    std::optional<ConnectionContext> m_context; ///< like the gate, made on the thread
    std::optional<QSslConfiguration> m_tls;
    QHash<quint64, SenderConnection *> m_connections; ///< owned as children
    PendingHellos m_hellos;
    std::set<quint64> m_strangers; ///< without an accepted push so far, the oldest first
    QTimer m_sweep;
    QSet<quint64> m_unfinished; ///< connections that have more to take
    QTimer m_turn; ///< once around the event loop, so that all sockets come first; posted events would overtake them
    quint64 m_lastId = 0;
    int m_maxConnections = 0;
    bool m_draining = false;
    bool m_drained = false;
};

/// A thread with one worker on it. Made and used by one owner, whose thread ends it once the worker is drained: a
/// thread that ends itself may be gone while the owner is still in the call that posted the last event to it.
class NetworkThread
{
public:
    NetworkThread(const ReceiverConfig &config, const std::shared_ptr<ReceiverShared> &shared, ArrivalSink &sink);
    /// Waits for the worker to be drained, and for the thread to end.
    ~NetworkThread();
    Q_DISABLE_COPY_MOVE(NetworkThread)

    /// Runs a function on the thread, later.
    template <typename Function>
    void post(Function function)
    {
        QMetaObject::invokeMethod(m_worker, std::move(function), Qt::QueuedConnection);
    }
    NetworkWorker *worker() const { return m_worker; }

    /// Runs a function on the thread of `context` once the thread has ended.
    template <typename Function>
    void whenEnded(const QObject *context, Function function)
    {
        QObject::connect(&m_thread, &QThread::finished, context, std::move(function), Qt::QueuedConnection);
    }
    bool hasEnded() const { return m_thread.isFinished(); }

private:
    QThread m_thread;
    QSemaphore m_drained;
    NetworkWorker *m_worker; ///< deleted on its thread when that ends
};

} // namespace callboard
