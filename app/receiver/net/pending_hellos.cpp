// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/pending_hellos.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr char HandshakeRecord = 0x16; // the first byte of every TLS handshake
constexpr qint64 NsPerMs = 1'000'000;

} // namespace

PendingHellos::PendingHellos(Ready ready, Gone gone)
    : m_ready(std::move(ready))
    , m_gone(std::move(gone))
{ }

PendingHellos::~PendingHellos()
{
    endAll();
}

void PendingHellos::add(int socket, const QHostAddress &address, qint64 nowNs)
{
    auto *notifier = new QSocketNotifier(socket, QSocketNotifier::Read);
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [this, socket] { look(socket); });
    m_pending.insert(socket, {address, nowNs, notifier});
}

PendingHellos::Pending PendingHellos::take(int socket)
{
    Pending pending = m_pending.take(socket);
    pending.notifier->setEnabled(false);
    pending.notifier->deleteLater();
    return pending;
}

void PendingHellos::look(int socket)
{
    char first = 0;
    const ssize_t size = ::recv(socket, &first, 1, MSG_PEEK | MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (size != 1 || first != HandshakeRecord)
        return end(socket);
    m_ready(socket, take(socket).address);
}

void PendingHellos::end(int socket)
{
    const Pending pending = take(socket);
    ::close(socket);
    m_gone(pending.address);
}

void PendingHellos::sweep(qint64 nowNs, qint64 allowedMs)
{
    const QList<int> sockets = m_pending.keys();
    for (const int socket : sockets) {
        if (nowNs - m_pending.value(socket).sinceNs >= allowedMs * NsPerMs)
            end(socket);
    }
}

void PendingHellos::endAll()
{
    const QList<int> sockets = m_pending.keys();
    for (const int socket : sockets)
        end(socket);
}

} // namespace callboard
