// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace callboard {

/// An answer as it came over the wire.
struct RawReply
{
    int status = 0; ///< 0: none came
    QByteArray head, body;
    QByteArray header(const QByteArray &name) const;
};

/// A sender that writes whatever bytes it likes. Blocks the test's thread; the receiver has its own.
class RawClient
{
public:
    /// Connects, with TLS when the URL says https; from an address of its own where one is given.
    explicit RawClient(const QUrl &url, const QHostAddress &from = {});

    bool isConnected() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    QTcpSocket &socket() { return *m_socket; }
    const QTcpSocket &socket() const { return *m_socket; }
    void send(const QByteArray &bytes);
    /// The next answer; `hasBody` is false for the answer to a HEAD.
    RawReply reply(bool hasBody = true);
    QList<RawReply> replies(int count);
    /// True once the receiver has closed its side and everything was read.
    bool closedByPeer();

private:
    bool more();

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_input;
};

/// A request with a Content-Length, as honest senders write it.
QByteArray postRequest(const QByteArray &body, const QByteArray &target = "/receiveCallRecord",
                       const QByteArray &extraHeaders = {});
QByteArray getRequest(const QByteArray &target, const QByteArray &method = "GET");

} // namespace callboard
