// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/endpoint.h"

#include "receiver/status_text.h"

#include <QDateTime>
#include <QUrlQuery>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView BearerPrefix = "bearer ";

QByteArray bearerToken(const QHttpServerRequest &request)
{
    const QByteArray value = request.value("authorization");
    if (value.first(qMin(value.size(), BearerPrefix.size())).compare(BearerPrefix, Qt::CaseInsensitive) != 0)
        return {};
    return value.sliced(BearerPrefix.size()).trimmed();
}

Reply methodReply(const QByteArray &allow)
{
    Reply reply = errorReply(405, u"This method is not answered here."_s);
    reply.extraHeaders = "Allow: " + allow + "\r\n";
    return reply;
}

Reply unauthorizedReply()
{
    Reply reply = errorReply(401, u"The token is missing or wrong."_s);
    reply.extraHeaders = "WWW-Authenticate: Bearer\r\n";
    return reply;
}

Refusal tooLargeRefusal()
{
    return Refusal{RefusalReason::TooLarge, u"The body is larger than what is taken here."_s, {}};
}

bool isWatchPath(const QString &path)
{
    return path == "/healthz"_L1 || path == "/metrics"_L1;
}

} // namespace

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (qsizetype i = 0; i < a.size() && !b.isEmpty(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i % b.size()]);
    return difference == 0;
}

Endpoint::Endpoint(const ReceiverConfig &config, ReceiverCounters &counters, ArrivalSink &sink,
                   std::shared_ptr<ReceiptSink> receipts)
    : m_config(config)
    , m_counters(counters)
    , m_sink(sink)
    , m_receipts(std::move(receipts))
{ }

void Endpoint::reply(const Exchange &exchange, const Reply &reply)
{
    exchange.connection.answer(exchange.sequence, reply);
}

bool Endpoint::isAuthorized(const QHttpServerRequest &request, const QString &segment) const
{
    if (m_config.token.isEmpty())
        return true;
    if (equalInConstantTime(segment.toUtf8(), m_config.token))
        return true;
    const QString query = request.query().queryItemValue(u"token"_s, QUrl::FullyDecoded);
    return equalInConstantTime(query.toUtf8(), m_config.token)
        || equalInConstantTime(bearerToken(request), m_config.token);
}

void Endpoint::push(const Exchange &exchange, const QHttpServerRequest &request, const QString &segment)
{
    if (m_config.token.isEmpty() && !segment.isEmpty()) {
        missing(exchange, request);
        return;
    }
    if (!isAuthorized(request, segment)) {
        ReceiverCounters::add(m_counters.unauthorized);
        reply(exchange, unauthorizedReply());
        return;
    }
    take(exchange, request.body());
}

void Endpoint::take(const Exchange &exchange, const QByteArray &body)
{
    if (exchange.verified.tooLarge) {
        ReceiverCounters::add(m_counters.tooLarge);
        const Refusal refusal = tooLargeRefusal();
        if (offer(exchange, body, refusal))
            exchange.connection.expectReceipt(exchange.sequence, errorReply(413, refusal.error));
        return;
    }
    auto content = parsePush(body);
    if (const auto *refusal = std::get_if<Refusal>(&content)) {
        const Reply whenKept = errorReply(400, refusal->error, refusal->field);
        if (offer(exchange, body, std::move(content)))
            exchange.connection.expectReceipt(exchange.sequence, whenKept);
        return;
    }
    const Part part = std::get<PartMessage>(content).part;
    if (offer(exchange, body, std::move(content)))
        exchange.connection.expectReceipt(exchange.sequence, part);
}

/// Answers 503 itself when the store takes nothing.
bool Endpoint::offer(const Exchange &exchange, const QByteArray &body, std::variant<PartMessage, Refusal> content)
{
    Arrival arrival;
    arrival.arrivedAt = QDateTime::currentMSecsSinceEpoch();
    arrival.remote = exchange.connection.remote();
    arrival.body = body;
    arrival.content = std::move(content);
    arrival.sink = m_receipts;
    arrival.connection = exchange.connection.id();
    arrival.sequence = exchange.sequence;
    m_counters.lastPushAt.store(arrival.arrivedAt, std::memory_order_relaxed);
    if (m_sink.offer(std::move(arrival)))
        return true;
    ReceiverCounters::add(m_counters.pushesUnavailable);
    reply(exchange, unavailableReply());
    return false;
}

bool Endpoint::mayWatch(const Exchange &exchange) const
{
    if (m_config.openHealth || exchange.connection.isLoopback())
        return true;
    reply(exchange, errorReply(403, u"This is answered to the receiver's own computer only."_s));
    return false;
}

void Endpoint::health(const Exchange &exchange)
{
    if (mayWatch(exchange))
        reply(exchange, healthReply(m_sink.ingestState(), QDateTime::currentMSecsSinceEpoch()));
}

void Endpoint::metrics(const Exchange &exchange)
{
    if (mayWatch(exchange))
        reply(exchange, metricsReply(m_counters.snapshot(), m_sink.ingestState()));
}

/// Empty behind a closing slash. A slash that is part of the token arrives decoded, like one that parts segments.
std::optional<QString> Endpoint::tokenSegment(const QString &path) const
{
    const QString start = m_config.path.endsWith(u'/') ? m_config.path : m_config.path + u'/';
    if (m_config.token.isEmpty() || !path.startsWith(start))
        return std::nullopt;
    const QString segment = path.sliced(start.size());
    const bool isOne = !segment.contains(u'/') || equalInConstantTime(segment.toUtf8(), m_config.token);
    return isOne ? std::optional(segment) : std::nullopt;
}

void Endpoint::missing(const Exchange &exchange, const QHttpServerRequest &request)
{
    const QString path = request.url().path();
    const std::optional<QString> segment = tokenSegment(path);
    if (isWatchPath(path))
        reply(exchange, methodReply("GET, HEAD"));
    else if (segment && request.method() == QHttpServerRequest::Method::Post)
        push(exchange, request, *segment);
    else if (segment || path == m_config.path)
        reply(exchange, methodReply("POST"));
    else
        reply(exchange, errorReply(404, u"There is nothing at this address."_s));
}

} // namespace callboard
