// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace callboard {

/// An answer before it is put on the wire.
struct Reply
{
    int status = 200;
    QByteArray contentType; ///< empty for none
    QByteArray body;
    QByteArray extraHeaders; ///< whole lines, each ending in CRLF
};

/// How the request asks for its answer to be put.
struct ReplyFraming
{
    bool close = false; ///< the connection ends after this answer
    bool http10 = false;
    bool head = false; ///< HEAD: no body
    qint64 keepAliveSeconds = 0; ///< how long the sender may use the connection again; 0: not told
};

/// The bytes of an answer.
QByteArray encodeReply(const Reply &reply, ReplyFraming framing);

/// `"success"`: sent only for what is durable.
Reply successReply();
/// {"error": …, "field": …}
Reply errorReply(int status, const QString &error, const QString &field = {});
/// 503 with Retry-After.
Reply unavailableReply();
/// 503 for somebody who may not connect now, with Retry-After.
Reply tooManyConnectionsReply();

} // namespace callboard
