// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/guarded_server.h"

#include <QTimer>

#include <chrono>

namespace callboard {

namespace {
constexpr std::chrono::milliseconds AcceptAgainAfter{200};
}

GuardedServer::GuardedServer(Accepted accepted, QObject *parent)
    : QTcpServer(parent)
    , m_accepted(std::move(accepted))
{
    connect(this, &QTcpServer::acceptError, this, &GuardedServer::pauseAfterError);
}

/// Out of descriptors: Qt either stops accepting for ever or spins. Pausing keeps those who wait in the backlog.
void GuardedServer::pauseAfterError()
{
    pauseAccepting();
    QTimer::singleShot(AcceptAgainAfter, this, &QTcpServer::resumeAccepting);
    Q_EMIT stumbled();
}

} // namespace callboard
