// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "receiver/request/body_budget.h"
#include "receiver/request/receiver_stats.h"
#include "receiver/request/reply_queue.h"
#include "receiver/request/request_framer.h"
#include "record/protocol/ingest.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTcpSocket>

#include <memory>
#include <optional>
#include <variant>

namespace callboard {

class SenderConnection;

/// The answer to a request by its head alone.
struct TurnedAway
{
    Reply reply;
    bool closes = false; ///< the connection ends with it; otherwise the body is passed over
    qint64 delayMs = 0; ///< so long it waits
};

/// What a request is for.
struct Screened
{
    Purpose purpose = Purpose::Push;
    PushKind kind = PushKind::Record; ///< that the address of a push names
};

/// What a request is for, or why it is turned away.
using Screening = std::variant<Screened, TurnedAway>;

/// Where a connection's verified requests go.
class RequestRouter
{
public:
    RequestRouter() = default;
    virtual ~RequestRouter() = default;
    Q_DISABLE_COPY_MOVE(RequestRouter)
    /// Looks at a request whose head is complete, before any of its body is held.
    virtual Screening screen(const SenderConnection &connection, const RequestHead &head) = 0;
    /// Handles one request before returning: by SenderConnection::answer() or SenderConnection::expectReceipt().
    virtual void route(SenderConnection &connection, quint64 sequence, const VerifiedRequest &request) = 0;
};

/// What all connections of a network thread share. Outlives them.
struct ConnectionContext
{
    const ReceiverConfig &config;
    ReceiverCounters &counters;
    RequestRouter &router;
    BodyBudget &bodies;
    FramingLimits limits;
};

/// One sender: reads its bytes strictly, passes whole requests on, writes the answers in order, and keeps the deadlines
/// and limits. Only what passed the checks goes further. Lives on a network thread; owns its socket.
class SenderConnection : public QObject
{
    Q_OBJECT

public:
    SenderConnection(quint64 id, std::unique_ptr<QTcpSocket> wire, const QHostAddress &address,
                     const ConnectionContext &context, QObject *parent);
    ~SenderConnection() override;

    /// To be called once, with the signals connected. TLS when a configuration is given.
    void begin(const QSslConfiguration *tls);

    quint64 id() const { return m_id; }
    /// The sender's address in plain form.
    const QString &remote() const { return m_remote; }
    const QHostAddress &address() const { return m_address; }
    bool isLoopback() const { return m_address.isLoopback(); }

    /// Answers a request; it leaves when all earlier ones have their answer. Unknown numbers are ignored.
    void answer(quint64 sequence, const Reply &reply);
    /// Says that a push was offered to the store. `whenKept` is the answer of a refused message.
    void expectReceipt(quint64 sequence, Part part);
    void expectReceipt(quint64 sequence, PushKind kind);
    void expectReceipt(quint64 sequence, const Reply &whenKept);
    /// Turns a receipt into its answer; send() puts it on the wire.
    void complete(quint64 sequence, ReceiptKind kind);
    /// Writes what was settled and goes on reading.
    void send();

    /// Takes what was left when hasMore() was emitted.
    void goOn() { pump(); }

    /// Ends what took too long. `nowNs` is monotonicNs().
    void sweep(qint64 nowNs);
    /// At shutdown: takes no more requests and closes as soon as no answer is due.
    void finishUp();
    bool hasDueReplies() const { return m_replies.pending() > 0; }
    /// Since when it has been between two requests, by monotonicNs(); nothing while it is not.
    std::optional<qint64> idleSinceNs() const;

    /// The memory that its unfinished request and its unsent answers take, in bytes.
    qint64 heldBytes() const { return m_held; }
    /// Gives that memory back: the unfinished request is answered 503, and the connection ends. Whoever does not even
    /// read its answers is cut off.
    void giveUpBody();
    /// Ends for the sake of others: without a word where none is due.
    void giveWay();
    /// The same at once: the connection is over when this returns.
    void cutOff();

Q_SIGNALS:
    /// The head of its first push was accepted.
    void pushAccepted(quint64 id);
    /// The memory for unfinished requests is used up, and this connection just took more of it.
    void overBudget();
    /// It has more to take, and lets the others come first; goOn() is due soon.
    void hasMore(quint64 id);
    /// The connection is over. Delete it later.
    void closed(quint64 id);

private:
    enum class State : quint8 { Handshaking, Open, Lingering, Closed };
    /// What the connection waits for, each with its own deadline; Nothing has none.
    enum class Wait : quint8 { Nothing, Handshake, Idle, Head, Body, Write, Linger };

    void beginTls(const QSslConfiguration &configuration);
    void onEncrypted();
    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void onError();

    void pump();
    void takeAll();
    void flush();
    void account();
    void screenHead();
    bool step();
    bool mayTakeMore() const;
    qint64 unsentBytes() const;
    bool readWire();
    bool drain();
    void takeRequest();
    qint64 keepAliveSeconds() const;
    void sendContinue();
    void refuse(const Violation &violation);
    void complete(DueReply &due, const Reply &reply);
    void countPush(const DueReply &due, ReceiptKind kind);
    void collect();
    void writeWire(const QByteArray &bytes);
    void linger();
    void halfClose();
    void closeIfFinished();
    void end();
    void keepSpare();
    void closeSpare();
    bool startHalf();
    void writeHalf(const QByteArray &bytes);
    void endHalf();

    Wait currentWait() const;
    qint64 allowedMs(Wait wait) const;
    void updateWait();
    void expire(Wait wait);

    const quint64 m_id;
    std::unique_ptr<QTcpSocket> m_wire;
    const ConnectionContext &m_context;
    const QHostAddress m_address;
    const QString m_remote;
    RequestFramer m_framer;
    ReplyQueue m_replies;
    State m_state = State::Open;
    Wait m_wait = Wait::Nothing;
    qint64 m_waitSinceNs = 0;
    qint64 m_drained = 0;
    qint64 m_held = 0;
    Screened m_screened; ///< the request whose body is being read
    bool m_pumping = false;
    bool m_again = false;
    bool m_unflushed = false;
    bool m_finishing = false;
    bool m_cutShort = false; ///< ends although the sender may still be sending
    bool m_tls = false;
    bool m_hasPushed = false; ///< the head of a push was accepted
    bool m_isHalf = false; ///< the sender has closed its half; answers leave through the spare descriptor
    int m_spare = -1; ///< the wire's socket once more; owned
};

/// The monotonic clock, in ns and in ms.
qint64 monotonicNs();
qint64 monotonicMs();

} // namespace callboard
