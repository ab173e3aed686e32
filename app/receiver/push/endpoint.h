// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/net/sender_connection.h"
#include "receiver/net/sender_table.h"
#include "receiver/push/unpacked_budget.h"
#include "receiver/request/request_purpose.h"

#include <functional>

namespace callboard {

/// A request on its way through QHttpServer.
struct Exchange
{
    SenderConnection &connection;
    quint64 sequence;
    const VerifiedRequest &verified;
};

/// What the receiver answers to: the answers in packaging/man/callboard-receiver.7.md, health and metrics. Lives on a
/// network thread.
class Endpoint
{
public:
    /// `receipts` is where the store reports to; all of it must outlive the endpoint.
    /// `notice` is called with a sentence for the log.
    Endpoint(const ReceiverConfig &config, ReceiverShared &shared, ArrivalSink &sink,
             std::shared_ptr<ReceiptSink> receipts, std::function<void(const QString &)> notice);

    /// What a request is for, or the answer that turns it away: other path or method, no token, somebody else's
    /// computer.
    Screening screen(const SenderConnection &connection, const RequestHead &head);
    /// To be called when the configuration has changed.
    void renew();
    /// These take screened requests.
    void push(const Exchange &exchange, const QByteArray &body);
    void health(const Exchange &exchange);
    void metrics(const Exchange &exchange);

private:
    TurnedAway nothingThere(const RequestHead &head);
    TurnedAway unauthorized(const QHostAddress &sender, const QByteArrayList &tokens);
    TurnedAway banned(const QHostAddress &sender, Standing standing, const QByteArrayList &tokens);
    void logFailure(const QHostAddress &address, const FailureVerdict &verdict);
    bool mayPush(const SenderConnection &connection, const RequestHead &head, const QHostAddress &sender) const;
    TurnedAway notAllowed();
    QString remoteOf(const Exchange &exchange) const;
    bool mayWatch(const SenderConnection &connection, const RequestHead &head) const;
    void pushContent(const Exchange &exchange, const QByteArray &body, PushContent content,
                     std::shared_ptr<void> memory);
    void unavailable(const Exchange &exchange);
    PushKind kindFor(const Exchange &exchange, const QByteArray &body, const PushContent &content) const;
    bool offer(const Exchange &exchange, const QByteArray &body, PushContent content, std::shared_ptr<void> memory);
    static void reply(const Exchange &exchange, const Reply &reply);

    const ReceiverConfig &m_config;
    SenderTable &m_senders;
    OtherPaths &m_otherPaths;
    ReceiverCounters &m_counters;
    ArrivalSink &m_sink;
    const std::shared_ptr<ReceiptSink> m_receipts;
    const std::function<void(const QString &)> m_notice;
    PurposeReader m_purposes;
    GuessLimits m_limits;
    UnpackedBudget m_unpacked;
};

} // namespace callboard
