// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/sender_connection.h"

#include <QHttpServerRequest>

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

    /// POST to the path; `segment` is what follows it in the path, if anything.
    void push(const Exchange &exchange, const QHttpServerRequest &request, const QString &segment);
    void health(const Exchange &exchange);
    void metrics(const Exchange &exchange);
    /// Any other method or path.
    void missing(const Exchange &exchange, const QHttpServerRequest &request);

private:
    bool isAuthorized(const QHttpServerRequest &request, const QString &segment) const;
    bool mayWatch(const Exchange &exchange) const;
    std::optional<QString> tokenSegment(const QString &path) const;
    bool offer(const Exchange &exchange, const QByteArray &body, std::variant<PartMessage, Refusal> content);
    void take(const Exchange &exchange, const QByteArray &body);
    static void reply(const Exchange &exchange, const Reply &reply);

    const ReceiverConfig &m_config;
    ReceiverCounters &m_counters;
    ArrivalSink &m_sink;
    const std::shared_ptr<ReceiptSink> m_receipts;
};

/// Compares without telling by its duration where the first difference is. Lengths may be told.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace callboard
