// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/pending_hellos.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr std::size_t RecordHeaderBytes = 5; // type, version (2), length (2): RFC 8446, section 5.1
constexpr unsigned char HandshakeRecord = 0x16;
constexpr int LongestRecord = 1 << 14;
constexpr qint64 NsPerMs = 1'000'000;

using RecordHeader = std::array<unsigned char, RecordHeaderBytes>;

/// The bytes that have to be there before a handshake can begin; 0 when these are not the first ones of a handshake.
int helloBytes(const RecordHeader &header, std::size_t size)
{
    if (size < 1 || header[0] != HandshakeRecord)
        return 0;
    if (size < RecordHeaderBytes)
        return RecordHeaderBytes;
    const int length = header[3] * 256 + header[4];
    return length < 1 || length > LongestRecord ? 0 : static_cast<int>(RecordHeaderBytes) + length;
}

int readableBytes(int socket)
{
    int bytes = 0;
    return ::ioctl(socket, FIONREAD, &bytes) == 0 ? bytes : 0;
}

/// The socket is reported as readable from that many bytes on, or when its peer has ended.
void reportFrom(int socket, int bytes)
{
    ::setsockopt(socket, SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof bytes);
}

bool hasEnded(int socket)
{
    pollfd state{socket, POLLRDHUP, 0};
    return ::poll(&state, 1, 0) > 0;
}

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
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [this, socket] { takeReadable(socket); });
    m_pending.insert(socket, {address, nowNs, notifier});
}

PendingHellos::Pending PendingHellos::take(int socket)
{
    Pending pending = m_pending.take(socket);
    pending.notifier->setEnabled(false);
    pending.notifier->deleteLater();
    return pending;
}

void PendingHellos::takeReadable(int socket)
{
    RecordHeader header{};
    const ssize_t size = ::recv(socket, header.data(), header.size(), MSG_PEEK | MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    const int wanted = helloBytes(header, static_cast<std::size_t>(std::max<ssize_t>(0, size)));
    if (wanted == 0)
        return end(socket);
    if (readableBytes(socket) < wanted)
        return hasEnded(socket) ? end(socket) : reportFrom(socket, wanted);
    reportFrom(socket, 1);
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

bool PendingHellos::endOldest()
{
    const auto isLess = [](const Pending &a, const Pending &b) { return a.sinceNs < b.sinceNs; };
    const auto oldest = std::min_element(m_pending.cbegin(), m_pending.cend(), isLess);
    if (oldest == m_pending.cend())
        return false;
    end(oldest.key());
    return true;
}

void PendingHellos::endAll()
{
    const QList<int> sockets = m_pending.keys();
    for (const int socket : sockets)
        end(socket);
}

} // namespace callboard
