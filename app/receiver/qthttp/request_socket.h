// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTcpSocket>

namespace callboard {

/// What QHttpServer takes for the socket of a sender: it never touches the network, and holds nothing but requests that
/// passed the HTTP front end. So QHttpServer can't be fed a byte that was not checked, whatever it reads and whenever.
///
/// It is made open and given to QHttpServer through its server's pending connections; QHttpServer then owns it in the
/// way it owns any socket. What QHttpServer writes to it goes nowhere: replies are written by the front end, in order.
class RequestSocket : public QTcpSocket
{
    Q_OBJECT

public:
    explicit RequestSocket(QObject *parent = nullptr);

    /// Delivers one complete request; QHttpServer handles it before this returns.
    void deliver(const QByteArray &request);
    /// Tells QHttpServer that no more requests come; it then deletes this socket.
    void disconnectPeer();

    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }
    void disconnectFromHost() override { disconnectPeer(); }
    void close() override { disconnectPeer(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_request;
    qint64 m_read = 0;
};

} // namespace callboard
