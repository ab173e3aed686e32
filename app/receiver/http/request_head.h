// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <variant>

namespace callboard {

/// What one request may take up, in bytes. QHttpServer (up to 6.8) limits none of it.
struct FramingLimits
{
    qint64 headBytes = 16 * 1024;
    qint64 targetBytes = 8 * 1024;
    int fields = 64; ///< QHttpServer drops every header of a request with more than 100
    qint64 bodyBytes = 256 * 1024;
    qint64 keptBytes = 4 * 1024; ///< of a body over the limit
    qint64 chunkLineBytes = 128;
};

/// Why a request is turned away before QHttpServer sees it.
struct Violation
{
    int status = 400;
    QByteArray reason; ///< one English sentence for the sender
    friend bool operator==(const Violation &, const Violation &) = default;
};

/// A request's head, strictly read (RFC 9112). Only what the receiver has a use for is kept.
struct RequestHead
{
    QByteArray method, target, host;
    QByteArray authorization;
    QByteArray contentEncoding; ///< as it came, all of them when there are several; empty for none
    QByteArray charset; ///< of the Content-Type, without quotes; empty for none
    qint64 contentLength = -1; ///< -1: none given
    bool chunked = false;
    bool http10 = false;
    bool keepAlive = true;
    bool expectContinue = false;
    QByteArray forwardedFor; ///< X-Forwarded-For: addresses with commas between them, the nearest one last
    bool forwarded = false; ///< something in front of the receiver says that it passes on another's request

    bool hasBody() const { return chunked || contentLength > 0; }
};

/// Reads a head: request line and header fields, each ending in CRLF, without the empty line. Whoever frames a request
/// differently from its sender lets a second one be smuggled inside it, so whatever is ambiguous is a violation: two
/// lengths, a length and a transfer coding, folded lines, white space around a name. Pure; any thread.
std::variant<RequestHead, Violation> parseHead(QByteArrayView head, const FramingLimits &limits);

/// True for the characters of a method or header name (RFC 9110, "token").
bool isTokenChar(char c);

} // namespace callboard
