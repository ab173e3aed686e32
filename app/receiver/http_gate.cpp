// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/http_gate.h"

#include "receiver/qt_compat.h"

#include <QRegularExpression>

#include <memory>

namespace callboard {

using namespace Qt::StringLiterals;

using Request = QHttpServerRequest;

HttpGate::HttpGate(Endpoint &endpoint, const QString &pushPath)
    : m_endpoint(endpoint)
{
    addRoutes(pushPath);
}

HttpGate::~HttpGate() = default;

void HttpGate::addRoutes(const QString &pushPath)
{
    const QString path = QRegularExpression::escape(pushPath);
    const auto watch = Request::Method::Get | Request::Method::Head;
    m_http.route(path, Request::Method::Post, [this](const Request &request, ResponderArg) {
        if (m_current)
            m_endpoint.push(*m_current, request, QString());
    });
    m_http.route(path + u"/<arg>"_s, Request::Method::Post,
                 [this](const QString &segment, const Request &request, ResponderArg) {
                     if (m_current)
                         m_endpoint.push(*m_current, request, segment);
                 });
    m_http.route(u"/healthz"_s, watch, [this](ResponderArg) {
        if (m_current)
            m_endpoint.health(*m_current);
    });
    m_http.route(u"/metrics"_s, watch, [this](ResponderArg) {
        if (m_current)
            m_endpoint.metrics(*m_current);
    });
    setMissing(m_http, &m_http, [this](const Request &request) {
        if (m_current)
            m_endpoint.missing(*m_current, request);
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

void HttpGate::route(SenderConnection &connection, quint64 sequence, const VerifiedRequest &request)
{
    if (!m_server)
        return;
    if (!connection.verified) {
        connection.verified = new VerifiedSocket(connection.wire(), m_server);
        m_server->introduce(connection.verified);
    }
    m_current.emplace(Exchange{connection, sequence, request});
    connection.verified->present(request.canonical());
    m_current.reset();
}

} // namespace callboard
