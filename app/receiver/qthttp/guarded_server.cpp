// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/qthttp/guarded_server.h"

#include <QTimer>

#include <cerrno>
#include <chrono>

#include <sys/socket.h>

namespace callboard {

namespace {

constexpr std::chrono::milliseconds AcceptAgainAfter{200};
constexpr int MostPerRound = 64; // so that a burst of connects does not keep the others waiting

bool isPassing(int error)
{
    return error == EINTR || error == ECONNABORTED;
}

} // namespace

GuardedServer::GuardedServer(Accepted accepted, QObject *parent)
    : QTcpServer(parent)
    , m_accepted(std::move(accepted))
{ }

bool GuardedServer::acceptFrom(qintptr descriptor)
{
    if (!setSocketDescriptor(descriptor))
        return false;
    pauseAccepting();
    m_notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &GuardedServer::acceptAll);
    return true;
}

void GuardedServer::stop()
{
    m_notifier.reset();
    close();
}

void GuardedServer::acceptAll()
{
    for (int i = 0; i < MostPerRound && m_notifier; ++i) {
        const int descriptor = ::accept4(static_cast<int>(socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor >= 0) {
            m_accepted(descriptor);
        } else if (errno == EAGAIN) {
            return;
        } else if (!isPassing(errno)) {
            pauseAfterError();
            return;
        }
    }
}

/// Those who wait in the backlog stay there meanwhile.
void GuardedServer::pauseAfterError()
{
    m_notifier->setEnabled(false);
    QTimer::singleShot(AcceptAgainAfter, m_notifier.get(), [this] { m_notifier->setEnabled(true); });
    Q_EMIT acceptFailed();
}

} // namespace callboard
