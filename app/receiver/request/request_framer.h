// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "receiver/http/chunk_decoder.h"
#include "receiver/http/request_head.h"
#include "receiver/request/request_purpose.h"

#include <optional>

namespace callboard {

/// One request that passed the checks.
struct VerifiedRequest
{
    RequestHead head;
    QByteArray body; ///< chunks put together; of a body over the limit only the beginning
    bool tooLarge = false; ///< the body is over the limit, and the connection can't be used any more
    Purpose purpose = Purpose::Push; ///< set by whoever screened the head
    PushKind kind = PushKind::Record; ///< that the address of a push names; set there, too

    bool closes() const { return tooLarge || !head.keepAlive; }
};

/// What the receiver's settings say of one request.
inline FramingLimits framingLimits(const ReceiverConfig &config)
{
    FramingLimits limits;
    limits.bodyBytes = config.maxBodyBytes;
    return limits;
}

/// Cuts a connection's bytes into requests, strictly. Pure: no I/O, no time. Not thread-safe.
class RequestFramer
{
public:
    enum class Step : quint8 {
        NeedMore, ///< append() more bytes
        HeadRead, ///< head() is complete, and nothing of the body is taken yet; skipBody() where it is not wanted
        SendContinue, ///< the sender waits for "100 Continue" before its body
        Complete, ///< takeRequest()
        Violated, ///< see violation(); the rest of the connection's bytes mean nothing
    };
    /// Where the next request stands, for deadlines.
    enum class Phase : quint8 { Idle, Head, Body, Ended };

    explicit RequestFramer(const FramingLimits &limits)
        : m_limits(limits)
    { }

    void append(const QByteArray &bytes);
    Step next();
    VerifiedRequest takeRequest();
    /// After HeadRead.
    const RequestHead &head() const { return m_request.head; }
    /// After HeadRead, for a request that is answered without its body: what comes of it is passed over and never held.
    /// False when the connection has to end instead, because nobody can say how much that would be.
    bool skipBody(bool mayGoOn);
    bool isSkipping() const { return m_toSkip > 0; }
    /// The rest of the connection's bytes mean nothing.
    void end();
    /// Gives back what a socket's buffer takes beyond the bytes in it; for a request whose rest may be long in coming.
    void squeeze();
    /// What it holds of requests that are not complete, in bytes of memory.
    qint64 heldBytes() const;
    const Violation &violation() const { return m_violation; }
    Phase phase() const;

private:
    Step readHead();
    Step startBody();
    Step passOver();
    Step readBody();
    Step readPlainBody();
    Step readChunks();
    Step headEnded(qsizetype lineStart);
    Step complete(const QByteArray &body, bool tooLarge);
    Step violated(const Violation &violation);
    void skipBlankLines();
    void consume(qsizetype size);

    const FramingLimits m_limits;
    QByteArray m_input; ///< not yet part of a request
    qsizetype m_scanned = 0, m_lineStart = 0;
    qint64 m_toSkip = 0; ///< bytes of a body that nobody wants
    Phase m_phase = Phase::Head;
    bool m_screened = false; ///< the head was shown, the body may be taken
    VerifiedRequest m_request;
    std::optional<ChunkDecoder> m_chunks;
    Violation m_violation;
};

} // namespace callboard
