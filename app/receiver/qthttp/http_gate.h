// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/push/endpoint.h"
#include "receiver/qthttp/guarded_server.h"
#include "receiver/qthttp/request_socket.h"

#include <QHttpServer>
#include <QPointer>

#include <optional>

namespace callboard {

/// QHttpServer and its routes, fed with verified requests only, one at a time. The requests of all connections come to
/// it through one socket in memory, because it keeps the last body of every socket. Lives on a network thread.
class HttpGate : public RequestRouter
{
public:
    explicit HttpGate(Endpoint &endpoint);
    ~HttpGate() override;

    /// Starts accepting from a listening descriptor, which it takes. False when Qt would not have it.
    bool listenOn(qintptr descriptor, GuardedServer::Accepted accepted);
    /// No connections are accepted from now on.
    void stopAccepting();
    /// Tells of trouble while accepting; valid after listenOn().
    GuardedServer *server() const { return m_server; }

    Screening screen(const SenderConnection &connection, const RequestHead &head) override;
    void route(SenderConnection &connection, quint64 sequence, const VerifiedRequest &request) override;

private:
    void addRoutes();

    Endpoint &m_endpoint;
    QHttpServer m_http;
    GuardedServer *m_server = nullptr; ///< owned by m_http
    QPointer<RequestSocket> m_socket; ///< owned by m_server; made when the first request comes
    std::optional<Exchange> m_current; ///< while QHttpServer handles it
};

} // namespace callboard
