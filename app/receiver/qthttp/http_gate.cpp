// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/qthttp/http_gate.h"

#include "receiver/qthttp/qt_compat.h"

#include <memory>

namespace callboard {

using namespace Qt::StringLiterals;

using Request = QHttpServerRequest;

namespace {

QByteArray pushRequest(const QByteArray &body)
{
    QByteArray text;
    text.reserve(body.size() + 64);
    return text.append("POST /push HTTP/1.1\r\nContent-Length: ")
        .append(QByteArray::number(body.size()))
        .append("\r\n\r\n")
        .append(body);
}

/// The request as QHttpServer gets to see it: its body, and a head in which nothing is left to be read in two ways.
QByteArray internalRequest(const VerifiedRequest &request)
{
    switch (request.purpose) {
    case Purpose::Push:
        return pushRequest(request.body);
    case Purpose::Health:
        return "GET /health HTTP/1.1\r\n\r\n"_ba;
    case Purpose::Metrics:
        return "GET /metrics HTTP/1.1\r\n\r\n"_ba;
    case Purpose::OtherMethod:
    case Purpose::Nothing:
        break;
    }
    return {};
}

} // namespace

HttpGate::HttpGate(Endpoint &endpoint)
    : m_endpoint(endpoint)
{
    addRoutes();
}

HttpGate::~HttpGate() = default;

void HttpGate::addRoutes()
{
    m_http.route(u"/push"_s, Request::Method::Post, [this](const Request &request, ResponderArg) {
        if (m_current)
            m_endpoint.push(*m_current, request.body());
    });
    m_http.route(u"/health"_s, Request::Method::Get, [this](ResponderArg) {
        if (m_current)
            m_endpoint.health(*m_current);
    });
    m_http.route(u"/metrics"_s, Request::Method::Get, [this](ResponderArg) {
        if (m_current)
            m_endpoint.metrics(*m_current);
    });
}

bool HttpGate::listenOn(qintptr descriptor, GuardedServer::Accepted accepted)
{
    auto server = std::make_unique<GuardedServer>(std::move(accepted));
    if (!server->acceptFrom(descriptor) || !bindServer(m_http, server.get()))
        return false;
    m_server = server.release();
    return true;
}

void HttpGate::stopAccepting()
{
    if (m_server)
        m_server->stop();
}

Screening HttpGate::screen(const SenderConnection &connection, const RequestHead &head)
{
    return m_endpoint.screen(connection, head);
}

void HttpGate::route(SenderConnection &connection, quint64 sequence, const VerifiedRequest &request)
{
    if (!m_server)
        return;
    if (!m_socket) {
        m_socket = new RequestSocket(m_server);
        m_server->addPending(m_socket);
    }
    m_current.emplace(Exchange{connection, sequence, request});
    m_socket->deliver(internalRequest(request));
    m_current.reset();
}

} // namespace callboard
