// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/qthttp/request_socket.h"

#include <QSocketNotifier>
#include <QTcpServer>

#include <functional>
#include <memory>

namespace callboard {

/// The listening socket. QHttpServer is bound to it, but what it accepts goes to the HTTP front end; QHttpServer gets
/// only the sockets of addPending(). See HttpGate.
///
/// It accepts by itself: when the process is out of descriptors, QTcpServer (6.4) tries again without a pause for as
/// long as that lasts, and tells nobody.
class GuardedServer : public QTcpServer
{
    Q_OBJECT

public:
    /// Takes the descriptor of an accepted connection, and its ownership.
    using Accepted = std::function<void(qintptr)>;

    explicit GuardedServer(Accepted accepted, QObject *parent = nullptr);

    /// Takes a listening descriptor and accepts from it. False when Qt would not have it.
    bool acceptFrom(qintptr descriptor);
    /// Closes the listening descriptor.
    void stop();
    /// Hands a socket to QHttpServer.
    void addPending(RequestSocket *socket) { addPendingConnection(socket); }

Q_SIGNALS:
    /// The system would not accept a connection. Accepting goes on by itself a little later.
    void acceptFailed();

protected:
    void incomingConnection(qintptr descriptor) override { m_accepted(descriptor); }

private:
    void acceptAll();
    void pauseAfterError();

    Accepted m_accepted;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< null while not listening
};

} // namespace callboard
