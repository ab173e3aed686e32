// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/verified_socket.h"

#include <QTcpServer>

#include <functional>

namespace callboard {

/// The listening socket. QHttpServer is bound to it, but what it accepts goes to the guard; QHttpServer gets only the
/// VerifiedSockets that the guard introduces.
class GuardedServer : public QTcpServer
{
    Q_OBJECT

public:
    /// Takes the descriptor of an accepted connection, and its ownership.
    using Accepted = std::function<void(qintptr)>;

    explicit GuardedServer(Accepted accepted, QObject *parent = nullptr);

    /// Hands a socket to QHttpServer.
    void introduce(VerifiedSocket *socket) { addPendingConnection(socket); }

Q_SIGNALS:
    /// The system would not accept a connection. Accepting goes on by itself a little later.
    void stumbled();

protected:
    void incomingConnection(qintptr descriptor) override { m_accepted(descriptor); }

private:
    void pauseAfterError();

    Accepted m_accepted;
};

} // namespace callboard
