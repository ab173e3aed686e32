// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/push/endpoint.h"

#include "receiver/push/body_encoding.h"
#include "receiver/push/forwarded_sender.h"
#include "receiver/push/status_text.h"
#include "record/protocol/body_shape.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MsPerSecond = 1000;

/// The context under which this file's texts are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Receiver)
};

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

Reply bannedReply(qint64 banMs)
{
    Reply reply = errorReply(429, u"Too many wrong tokens came from this address."_s);
    reply.extraHeaders = "Retry-After: " + QByteArray::number(std::max<qint64>(1, banMs / MsPerSecond)) + "\r\n";
    return reply;
}

/// With an allow-list, whoever gets to push stands on it.
GuessLimits limitsFor(const ReceiverConfig &config)
{
    GuessLimits limits = config.guesses;
    if (config.knowsItsSenders())
        limits.freeFailures = limits.banAfter = std::numeric_limits<int>::max();
    return limits;
}

Refusal tooLargeRefusal()
{
    return Refusal{RefusalReason::TooLarge, u"The body is larger than what is taken here."_s, {}};
}

/// 415 names the encodings that would have been taken (RFC 9110, section 15.5.16).
Reply refusalReply(const Refusal &refusal)
{
    switch (refusal.reason) {
    case RefusalReason::TooLarge:
        return errorReply(413, refusal.error);
    case RefusalReason::UnknownEncoding: {
        Reply reply = errorReply(415, refusal.error);
        reply.extraHeaders = "Accept-Encoding: gzip, deflate\r\n";
        return reply;
    }
    default:
        return errorReply(400, refusal.error, refusal.field);
    }
}

} // namespace

Endpoint::Endpoint(const ReceiverConfig &config, ReceiverShared &shared, ArrivalSink &sink,
                   std::shared_ptr<ReceiptSink> receipts, std::function<void(const QString &)> notice)
    : m_config(config)
    , m_senders(shared.senders)
    , m_otherPaths(shared.otherPaths)
    , m_counters(shared.counters)
    , m_sink(sink)
    , m_receipts(std::move(receipts))
    , m_notice(std::move(notice))
    , m_purposes(config)
    , m_limits(limitsFor(config))
{ }

void Endpoint::renew()
{
    m_purposes = PurposeReader(m_config);
    m_limits = limitsFor(m_config);
}

void Endpoint::reply(const Exchange &exchange, const Reply &reply)
{
    exchange.connection.answer(exchange.sequence, reply);
}

Screening Endpoint::screen(const SenderConnection &connection, const RequestHead &head)
{
    const HeadReading reading = m_purposes.read(head);
    switch (reading.purpose) {
    case Purpose::OtherMethod:
        return TurnedAway{methodReply(reading.allow), false};
    case Purpose::Nothing:
        return nothingThere(head);
    case Purpose::Health:
    case Purpose::Metrics:
        if (!mayWatch(connection, head))
            return TurnedAway{errorReply(403, u"This is answered to the receiver's own computer only."_s), false};
        return Screened{reading.purpose, PushKind::Record};
    case Purpose::Push:
        break;
    }
    const QHostAddress sender = senderOf(m_config.trustedProxies, connection.address(), head);
    if (!mayPush(connection, head, sender))
        return notAllowed();
    // Of an address that tried too many not even the right token is taken: the next guess would learn from it.
    const Standing standing = m_senders.standing(sender, monotonicMs());
    if (standing != Standing::ShutOut && m_purposes.isAuthorized(head, reading))
        return Screened{Purpose::Push, reading.kind};
    if (standing == Standing::Free)
        return unauthorized(sender, PurposeReader::givenTokens(head, reading));
    return banned(sender, standing, PurposeReader::givenTokens(head, reading));
}

/// What is posted was meant for a receiver: somebody has to learn where it went.
TurnedAway Endpoint::nothingThere(const RequestHead &head)
{
    if (head.method == "POST") {
        ReceiverCounters::add(m_counters.pushesElsewhere);
        m_otherPaths.note(head.target, {m_config.token, m_config.secondToken}, QDateTime::currentMSecsSinceEpoch());
    }
    return TurnedAway{errorReply(404, u"There is nothing at this address."_s), false};
}

/// Who connects was compared with the allow-list already. What a proxy passes on comes from elsewhere: of a trusted one
/// its word counts, and any other on this computer would let in everybody where this computer is allowed.
bool Endpoint::mayPush(const SenderConnection &connection, const RequestHead &head, const QHostAddress &sender) const
{
    if (m_config.allow.isEmpty())
        return true;
    if (isInAny(m_config.trustedProxies, connection.address()))
        return isInAny(m_config.allow, sender);
    return !(head.forwarded && connection.isLoopback());
}

TurnedAway Endpoint::notAllowed()
{
    ReceiverCounters::add(m_counters.refusedByAllowList);
    return TurnedAway{errorReply(403,
                                 u"This address is not on the allow-list, or came through a proxy that is not "
                                 "trusted here."_s),
                      true};
}

/// A guess waits for its answer. To say once more that an old token is wrong tells nobody anything, and an answer that
/// waits would take a connection from the others behind that address.
TurnedAway Endpoint::banned(const QHostAddress &sender, Standing standing, const QByteArrayList &tokens)
{
    ReceiverCounters::add(m_counters.refusedByBan);
    const bool isGuess = standing == Standing::Banned && m_senders.noteFailureInBan(sender, tokens, m_limits);
    return TurnedAway{bannedReply(m_config.guesses.banMs), true, isGuess ? m_limits.longestDelayMs : 0};
}

/// On an allow-list stands who is known: such an address is told, and never shut out.
TurnedAway Endpoint::unauthorized(const QHostAddress &sender, const QByteArrayList &tokens)
{
    ReceiverCounters::add(m_counters.unauthorized);
    FailureVerdict verdict = m_senders.noteFailure(sender, tokens, m_limits, monotonicMs());
    if (verdict.isBan)
        ReceiverCounters::add(m_counters.bans);
    if (verdict.isFirst || verdict.isBan)
        logFailure(sender, verdict);
    return TurnedAway{unauthorizedReply(), true, verdict.delayMs};
}

void Endpoint::logFailure(const QHostAddress &address, const FailureVerdict &verdict)
{
    const std::optional<int> leftOut = m_senders.takeLine(monotonicMs());
    if (!leftOut)
        return;
    QString line = Texts::tr("A push from %1 had a wrong token or none.").arg(plainAddress(address).toString());
    if (verdict.isBan) {
        line = Texts::tr("%1 is banned for %2 seconds after %3 wrong or missing tokens.")
                   .arg(plainAddress(address).toString())
                   .arg(m_config.guesses.banMs / MsPerSecond)
                   .arg(m_config.guesses.banAfter);
    }
    if (*leftOut > 0)
        line += u' ' + Texts::tr("Such lines left out before it: %1.").arg(*leftOut);
    m_notice(line);
}

void Endpoint::push(const Exchange &exchange, const QByteArray &body)
{
    if (exchange.verified.tooLarge)
        return pushContent(exchange, body, tooLargeRefusal(), {});
    DecodedBody decoded = decodeBody(body, exchange.verified.head, framingLimits(m_config));
    std::shared_ptr<void> memory;
    if (decoded.text.size() > body.size()) {
        memory = m_unpacked.take(decoded.text.size(), std::max(m_config.unfinishedBytes, m_config.maxBodyBytes));
        if (!memory)
            return unavailable(exchange);
    }
    PushContent content = decoded.refusal ? PushContent(*std::move(decoded.refusal))
                                          : parseArrival(decoded.text, exchange.verified.kind, m_config.kinds);
    pushContent(exchange, decoded.text, std::move(content), std::move(memory));
}

void Endpoint::pushContent(const Exchange &exchange, const QByteArray &body, PushContent content,
                           std::shared_ptr<void> memory)
{
    if (const auto *refusal = std::get_if<Refusal>(&content)) {
        const Reply whenKept = refusalReply(*refusal);
        if (refusal->reason == RefusalReason::TooLarge)
            ReceiverCounters::add(m_counters.tooLarge);
        if (offer(exchange, body, std::move(content), std::move(memory)))
            exchange.connection.expectReceipt(exchange.sequence, whenKept);
        return;
    }
    if (const auto *other = std::get_if<OtherPush>(&content)) {
        const PushKind kind = other->kind;
        if (offer(exchange, body, std::move(content), std::move(memory)))
            exchange.connection.expectReceipt(exchange.sequence, kind);
        return;
    }
    const Part part = std::get<PartMessage>(content).part;
    if (offer(exchange, body, std::move(content), std::move(memory)))
        exchange.connection.expectReceipt(exchange.sequence, part);
}

QString Endpoint::remoteOf(const Exchange &exchange) const
{
    if (m_config.trustedProxies.isEmpty())
        return exchange.connection.remote();
    return senderOf(m_config.trustedProxies, exchange.connection.address(), exchange.verified.head).toString();
}

/// Of a body that is not kept whole nobody can find out later what it was.
PushKind Endpoint::kindFor(const Exchange &exchange, const QByteArray &body, const PushContent &content) const
{
    const auto *refusal = std::get_if<Refusal>(&content);
    const PushKind ofAddress = exchange.verified.kind;
    return refusal && refusal->reason == RefusalReason::TooLarge ? kindOfBeginning(body, ofAddress, m_config.kinds)
                                                                 : ofAddress;
}

/// Answers 503 itself when the store takes nothing.
bool Endpoint::offer(const Exchange &exchange, const QByteArray &body, PushContent content,
                     std::shared_ptr<void> memory)
{
    Arrival arrival;
    arrival.arrivedAt = QDateTime::currentMSecsSinceEpoch();
    arrival.remote = remoteOf(exchange);
    arrival.body = body;
    arrival.ofAddress = kindFor(exchange, body, content);
    arrival.content = std::move(content);
    arrival.sink = m_receipts;
    arrival.connection = exchange.connection.id();
    arrival.sequence = exchange.sequence;
    arrival.memory = std::move(memory);
    m_counters.lastPushAt.store(arrival.arrivedAt, std::memory_order_relaxed);
    if (m_sink.offer(std::move(arrival)))
        return true;
    unavailable(exchange);
    return false;
}

void Endpoint::unavailable(const Exchange &exchange)
{
    ReceiverCounters::add(m_counters.pushesUnavailable);
    reply(exchange, unavailableReply());
}

/// What a proxy on this computer passes on comes from elsewhere.
bool Endpoint::mayWatch(const SenderConnection &connection, const RequestHead &head) const
{
    return m_config.openHealth || (connection.isLoopback() && !head.forwarded);
}

void Endpoint::health(const Exchange &exchange)
{
    reply(exchange, healthReply(m_sink.ingestState(), QDateTime::currentMSecsSinceEpoch()));
}

void Endpoint::metrics(const Exchange &exchange)
{
    reply(
        exchange,
        metricsReply(m_counters.snapshot(), m_sink.ingestState(), m_config.kinds, QDateTime::currentMSecsSinceEpoch()));
}

} // namespace callboard
