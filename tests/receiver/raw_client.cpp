// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_client.h"

#include <QNetworkProxy>
#include <QSslSocket>

namespace callboard {

namespace {
constexpr int PatienceMs = 20'000; // only ever used up when something is broken
}

QByteArray RawReply::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

RawClient::RawClient(const QUrl &url, const QHostAddress &from)
{
    const QString host = url.host();
    const quint16 port = static_cast<quint16>(url.port());
    if (url.scheme() == QLatin1StringView("https")) {
        auto secure = std::make_unique<QSslSocket>();
        secure->setProxy(QNetworkProxy::NoProxy);
        secure->setPeerVerifyMode(QSslSocket::VerifyNone);
        if (!from.isNull())
            secure->bind(from);
        secure->connectToHostEncrypted(host, port);
        secure->waitForEncrypted(PatienceMs);
        m_socket = std::move(secure);
        return;
    }
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy); // else Qt looks for one, on a thread of its own
    if (!from.isNull())
        m_socket->bind(from);
    m_socket->connectToHost(host, port);
    m_socket->waitForConnected(PatienceMs);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(PatienceMs)) { }
}

bool RawClient::more()
{
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(PatienceMs))
        return false;
    m_input.append(m_socket->readAll());
    return true;
}

RawReply RawClient::reply(bool hasBody)
{
    RawReply reply;
    qsizetype end = -1;
    while ((end = m_input.indexOf("\r\n\r\n")) < 0) {
        if (!more())
            return reply;
    }
    reply.head = m_input.first(end);
    m_input.remove(0, end + 4);
    reply.status = reply.head.mid(9, 3).toInt();
    const qsizetype length = hasBody ? reply.header("Content-Length").toLongLong() : 0;
    while (m_input.size() < length && more()) { }
    reply.body = m_input.first(qMin(length, m_input.size()));
    m_input.remove(0, reply.body.size());
    return reply;
}

QList<RawReply> RawClient::replies(int count)
{
    QList<RawReply> all;
    for (int i = 0; i < count; ++i)
        all.append(reply());
    return all;
}

bool RawClient::closedByPeer()
{
    while (more()) { }
    return m_input.isEmpty() && m_socket->state() != QAbstractSocket::ConnectedState;
}

QByteArray postRequest(const QByteArray &body, const QByteArray &target, const QByteArray &extraHeaders)
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + extraHeaders
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray getRequest(const QByteArray &target, const QByteArray &method)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

} // namespace callboard
