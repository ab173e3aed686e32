// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "receiver/request/receiver_stats.h"
#include "record/protocol/ingest.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <vector>

namespace callboard {

class NetworkThread;
struct ListeningSockets;
struct OpenResult;
struct ReceiverShared;

/// Takes pushes over HTTP and offers them to an ArrivalSink; the answer leaves when the receipt comes back.
///
/// Lives on its creator's thread and never blocks it, except in startAndWait() and shutdown(); the network has its own
/// threads. The sink must outlive the receiver. Receipts that come after the receiver is gone are dropped.
class Receiver : public QObject
{
    Q_OBJECT

public:
    Receiver(ReceiverConfig config, ArrivalSink &sink, QObject *parent = nullptr);
    /// Shuts down when that has not been done.
    ~Receiver() override;

    /// Opens the port. Answers later with listening() or failed(). To be called once; restart() opens it again.
    void start();
    /// Goes on with another configuration: stops accepting, answers what is due, closes, and then starts, without
    /// waiting here. Answers like start(). Counters go on. Called again before that, the latest configuration counts.
    void restart(const ReceiverConfig &config);
    /// Takes another configuration's tokens, allow-list and certificate, without closing what is open: what is asked
    /// from now on goes by the new ones. Only connections from addresses that are no longer allowed end, after their
    /// answers. Nothing changes where the certificate can't be used. Answers later with reloaded().
    void reload(const ReceiverConfig &config);
    /// Like start(), but returns when it is known. The signal follows as well. `error` gets what failed() would say.
    bool startAndWait(QString *error);

    /// Where to push to, with the real port, such as http://127.0.0.1:8787/receiveCallRecord. Empty until listening.
    /// Never contains the token.
    QUrl url() const { return m_url; }
    const ReceiverConfig &config() const { return m_config; }

    /// No new connections from now on; those that are open go on.
    void stopAccepting();
    /// Stops accepting, waits for the answers that are due (at most deadlines.drainMs), closes everything and joins the
    /// threads. The sink must still deliver receipts meanwhile, from another thread. Safe to call twice.
    void shutdown();

    /// From any thread.
    ReceiverStats stats() const;

Q_SIGNALS:
    void listening(const QUrl &url);
    /// The reason is translated and speaks to a person: what went wrong and what to do.
    void failed(const QString &reason);
    /// `error` is translated and says why nothing was changed; empty when all was.
    void reloaded(const QString &error);
    /// Something for the log that is no failure, such as wrong tokens; translated, without the token. Some a minute.
    void noticed(const QString &sentence);

private:
    void startThreads();
    void startThread();
    void finishReloading(const ReceiverConfig &config, const std::shared_ptr<OpenResult> &result);
    bool finishOpening(const std::shared_ptr<OpenResult> &result);
    template <typename Function>
    void tellLater(Function tell);
    void drainThreads();
    void forgetRetired();
    void keepSockets(const OpenResult &result);
    bool isSameDoor(const ReceiverConfig &config) const;

    ReceiverConfig m_config;
    ArrivalSink &m_sink;
    std::shared_ptr<ReceiverShared> m_shared;
    std::vector<std::unique_ptr<NetworkThread>> m_threads;
    std::vector<std::unique_ptr<NetworkThread>> m_retired; ///< still answering for the configuration before
    int m_openings = 0; ///< the number of the latest one; what an older one came to is of no interest
    bool m_restarting = false;
    QUrl m_url;
    /// The listening sockets once more, so that a restart at the same place leaves nobody before a closed port: who
    /// comes meanwhile waits until the new threads accept.
    std::shared_ptr<const ListeningSockets> m_sockets;
};

} // namespace callboard
