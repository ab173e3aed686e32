// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/platform_connection.h"

#include <QMetaObject>
#include <QNetworkProxy>
#include <QSignalBlocker>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype UntilClosed = -1;
constexpr qsizetype LargestAnswer = 1 << 20;

QByteArray targetOf(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return target;
}

QByteArray requestHead(const QUrl &url, const QByteArray &token)
{
    QByteArray head = "POST " + targetOf(url) + " HTTP/1.1\r\nHost: " + url.authority(QUrl::FullyEncoded).toLatin1()
        + "\r\nContent-Type: application/json\r\n";
    if (!token.isEmpty())
        head += "Authorization: Bearer " + token + "\r\n";
    return head + "Content-Length: ";
}

/// The value of a header field in a lower-cased head; empty where it is absent.
QByteArray headerValue(const QByteArray &head, const QByteArray &name)
{
    const qsizetype at = head.indexOf("\r\n" + name + ':');
    if (at < 0)
        return {};
    const qsizetype from = at + 3 + name.size();
    return head.mid(from, head.indexOf("\r\n", from) - from).trimmed();
}

} // namespace

PlatformConnection::PlatformConnection(const QUrl &url, const QByteArray &token, QObject *parent)
    : QObject(parent)
    , m_host(url.host())
    , m_port(static_cast<quint16>(url.port(80)))
    , m_head(requestHead(url, token))
{
    m_socket.setProxy(QNetworkProxy::NoProxy); // the receiver itself is wanted
    connect(&m_socket, &QTcpSocket::connected, this, &PlatformConnection::send);
    connect(&m_socket, &QTcpSocket::readyRead, this, &PlatformConnection::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, &PlatformConnection::onDisconnected);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
        // A failed connect brings no disconnected(). Queued, so that post() never answers from inside.
        QMetaObject::invokeMethod(this, &PlatformConnection::onDisconnected, Qt::QueuedConnection);
    });
}

void PlatformConnection::post(const QByteArray &body)
{
    m_busy = true;
    m_answer = {};
    m_bodySize.reset();
    m_received.clear();
    m_request = m_head + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    m_stage = Stage::Waiting;
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        send();
    else if (m_socket.state() == QAbstractSocket::UnconnectedState)
        connectToHost();
}

void PlatformConnection::connectToHost()
{
    m_stage = Stage::Connecting;
    m_socket.connectToHost(m_host, m_port);
}

void PlatformConnection::abandon()
{
    {
        const QSignalBlocker silent(m_socket); // or disconnected() would answer too
        m_socket.abort();
    }
    finish({});
}

void PlatformConnection::send()
{
    if (!m_busy)
        return;
    m_stage = Stage::Sent;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.write(m_request);
}

void PlatformConnection::read()
{
    m_received += m_socket.readAll();
    if (!m_busy) {
        m_socket.abort(); // an answer that nobody asked for
        return;
    }
    if (!m_bodySize) {
        const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
        if (headEnd >= 0)
            readHead(headEnd);
    }
    if (m_received.size() > LargestAnswer) {
        abandon();
    } else if (m_bodySize && *m_bodySize != UntilClosed && m_received.size() >= *m_bodySize) {
        m_answer.body = m_received.left(*m_bodySize);
        if (m_closeAfter) {
            const QSignalBlocker silent(m_socket); // the request is answered already
            m_socket.disconnectFromHost();
        }
        finish(m_answer);
    }
}

void PlatformConnection::readHead(qsizetype headEnd)
{
    const QByteArray head = m_received.left(headEnd + 2).toLower();
    m_received.remove(0, headEnd + 4);
    m_answer.status = head.mid(head.indexOf(' ') + 1, 3).toInt();
    m_closeAfter = headerValue(head, "connection") == "close";
    const QByteArray length = headerValue(head, "content-length");
    bool ok = false;
    const qsizetype size = length.toLongLong(&ok);
    m_bodySize = ok ? size : UntilClosed;
}

void PlatformConnection::onDisconnected()
{
    if (!m_busy || m_socket.state() != QAbstractSocket::UnconnectedState)
        return;
    if (m_stage == Stage::Waiting) { // the connection before was still closing when the request came
        connectToHost();
        return;
    }
    const bool complete = m_bodySize == UntilClosed;
    m_answer.body = m_received;
    finish(complete ? m_answer : PushAnswer{});
}

void PlatformConnection::finish(const PushAnswer &answer)
{
    if (!m_busy)
        return;
    m_busy = false;
    Q_EMIT answered(answer);
}

} // namespace callboard
