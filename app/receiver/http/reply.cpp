// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/http/reply.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int RetryAfterSeconds = 2;

const char *reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Unknown";
    }
}

Reply retryReply(const QString &error)
{
    Reply reply = errorReply(503, error);
    reply.extraHeaders = "Retry-After: " + QByteArray::number(RetryAfterSeconds) + "\r\n";
    return reply;
}

} // namespace

QByteArray encodeReply(const Reply &reply, ReplyFraming framing)
{
    QByteArray bytes;
    bytes.reserve(160 + reply.extraHeaders.size() + reply.body.size());
    bytes.append("HTTP/1.1 ").append(QByteArray::number(reply.status)).append(' ');
    bytes.append(reasonPhrase(reply.status)).append("\r\n");
    if (!reply.contentType.isEmpty())
        bytes.append("Content-Type: ").append(reply.contentType).append("\r\n");
    bytes.append("Content-Length: ").append(QByteArray::number(reply.body.size())).append("\r\n");
    if (framing.close)
        bytes.append("Connection: close\r\n");
    else if (framing.http10)
        bytes.append("Connection: keep-alive\r\n");
    if (!framing.close && framing.keepAliveSeconds > 0)
        bytes.append("Keep-Alive: timeout=").append(QByteArray::number(framing.keepAliveSeconds)).append("\r\n");
    bytes.append(reply.extraHeaders).append("\r\n");
    if (!framing.head)
        bytes.append(reply.body);
    return bytes;
}

Reply successReply()
{
    return Reply{200, "application/json"_ba, "\"success\""_ba, {}};
}

Reply errorReply(int status, const QString &error, const QString &field)
{
    const QJsonObject object{{u"error"_s, error}, {u"field"_s, field}};
    return Reply{status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

Reply unavailableReply()
{
    return retryReply(u"The record could not be stored now. Please send it again."_s);
}

Reply tooManyConnectionsReply()
{
    return retryReply(u"Too many connections are open, so nothing was read. Please send it again."_s);
}

} // namespace callboard
