// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/push/endpoint.h"
#include "receiver/qthttp/guarded_server.h"
#include "receiver/qthttp/request_socket.h"

#include <QHttpServer>
#include <QPointer>

#include <optional>

namespace callboard {

/// QHttpServer and its routes.
///
/// QHttpServer finds the handler of a request's path and method, and gives it a request object with the body. Nothing
/// else is left to it. The HTTP front end (receiver/net and receiver/request) accepts connections, does TLS,
/// allow-list, token, limits and deadlines, reads and checks every request, puts chunks together, and writes the
/// replies in their order: up to Qt 6.8 QHttpServer has none of the limits, drops all header fields when one of them is
/// invalid, and uses freed memory when a sender disconnects before a deferred reply.
///
/// So QHttpServer gets verified requests only, one at a time, with a head of two lines that is written here. It parses
/// them a second time; tests/bench/bench_receiver measures what that costs. The requests of all connections come to it
/// through one socket in memory, because it keeps the last body of every socket.
///
/// The front end can shrink from Qt 6.12 on, which limits sizes (since 6.11), idle time (6.10) and connections (6.12)
/// in QHttpServerConfiguration. Strict framing, deadlines within a request, the token before the body, and replies in
/// order after the commit remain. Lives on a network thread.
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
