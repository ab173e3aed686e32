// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/request_purpose.h"
#include "receiver/sender_connection.h"

namespace callboard {

/// A request on its way through QHttpServer.
struct Exchange
{
    SenderConnection &connection;
    quint64 sequence;
    const VerifiedRequest &verified;
};

/// What the receiver answers to: the table of answers in README.md, health and metrics. Lives on a network thread.
class Endpoint
{
public:
    /// `receipts` is where the store reports to; all of it must outlive the endpoint.
    Endpoint(const ReceiverConfig &config, ReceiverCounters &counters, ArrivalSink &sink,
             std::shared_ptr<ReceiptSink> receipts);

    /// What a request is for, or the answer that turns it away: other path or method, no token, somebody else's
    /// computer.
    Screening screen(const SenderConnection &connection, const RequestHead &head);
    /// These take screened requests.
    void push(const Exchange &exchange);
    void health(const Exchange &exchange);
    void metrics(const Exchange &exchange);

private:
    bool mayWatch(const SenderConnection &connection, const RequestHead &head) const;
    bool offer(const Exchange &exchange, const QByteArray &body, std::variant<PartMessage, Refusal> content);
    void take(const Exchange &exchange, const QByteArray &body);
    static void reply(const Exchange &exchange, const Reply &reply);

    const ReceiverConfig &m_config;
    ReceiverCounters &m_counters;
    ArrivalSink &m_sink;
    const std::shared_ptr<ReceiptSink> m_receipts;
    PurposeReader m_purposes;
};

} // namespace callboard
