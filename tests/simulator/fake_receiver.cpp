// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_receiver.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

FakeReceiver::FakeReceiver(Script script)
    : m_script(std::move(script))
{
    connect(this, &QTcpServer::newConnection, this, &FakeReceiver::accept);
    listen(QHostAddress::LocalHost);
}

QUrl FakeReceiver::url() const
{
    return QUrl(u"http://127.0.0.1:%1/receiveCallRecord"_s.arg(serverPort()));
}

QByteArray FakeReceiver::answer(int status, const QByteArray &body, const QByteArray &header)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + header
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void FakeReceiver::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeReceiver::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const qsizetype at = buffer.indexOf("Content-Length: ") + 16;
    const qsizetype size = buffer.mid(at, buffer.indexOf("\r\n", at) - at).toLongLong();
    if (buffer.size() < headEnd + 4 + size)
        return;
    m_lastHead = buffer.left(headEnd);
    m_bodies.append(buffer.mid(headEnd + 4, size));
    buffer.remove(0, headEnd + 4 + size);
    const QByteArray reply = m_script(requests() - 1, m_bodies.last());
    if (reply.isEmpty())
        socket->abort();
    else
        socket->write(reply);
}
