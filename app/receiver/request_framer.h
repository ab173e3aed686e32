// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/chunk_decoder.h"
#include "receiver/request_head.h"

#include <optional>

namespace callboard {

/// One request that passed the checks.
struct VerifiedRequest
{
    RequestHead head;
    QByteArray body; ///< chunks put together; of a body over the limit only the beginning
    bool tooLarge = false; ///< the body is over the limit, and the connection can't be used any more

    bool closes() const { return tooLarge || !head.keepAlive; }
    /// The request as QHttpServer gets to see it: the same method, target and body, and of the header only what the
    /// endpoint needs. Nothing in it can be read in two ways, and QHttpServer, which reads byte by byte, has less to
    /// do.
    QByteArray canonical() const;
};

/// Cuts a connection's bytes into requests, strictly. Pure: no I/O, no time. Not thread-safe.
class RequestFramer
{
public:
    enum class Step : quint8 {
        NeedMore, ///< append() more bytes
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
    const Violation &violation() const { return m_violation; }
    Phase phase() const;

private:
    Step readHead();
    Step readBody();
    Step readPlainBody();
    Step readChunks();
    Step headEnded(qsizetype lineStart);
    Step complete(const QByteArray &body, bool tooLarge);
    Step violated(const Violation &violation);
    void skipBlankLines();

    const FramingLimits m_limits;
    QByteArray m_input; ///< not yet part of a request
    qsizetype m_scanned = 0, m_lineStart = 0;
    Phase m_phase = Phase::Head;
    VerifiedRequest m_request;
    std::optional<ChunkDecoder> m_chunks;
    Violation m_violation;
};

} // namespace callboard
