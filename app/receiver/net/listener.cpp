// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/listener.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Qt's 50 lets a burst of connects wait for seconds, and 1,024 does beside thousands that come and go.
constexpr int Backlog = 4096;

/// The context under which this file's texts are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Receiver)
};

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;
    sockaddr *raw() { return reinterpret_cast<sockaddr *>(&storage); }
};

SocketAddress socketAddressV4(quint32 address, quint16 port)
{
    sockaddr_in in{};
    in.sin_family = AF_INET;
    in.sin_port = qToBigEndian(port);
    in.sin_addr.s_addr = qToBigEndian(address);
    SocketAddress result;
    std::memcpy(&result.storage, &in, sizeof in);
    result.size = sizeof in;
    return result;
}

SocketAddress socketAddressV6(const Q_IPV6ADDR &address, quint16 port)
{
    sockaddr_in6 in{};
    in.sin6_family = AF_INET6;
    in.sin6_port = qToBigEndian(port);
    std::memcpy(&in.sin6_addr, &address, sizeof address);
    SocketAddress result;
    std::memcpy(&result.storage, &in, sizeof in);
    result.size = sizeof in;
    return result;
}

/// QHostAddress::Any means both families: an IPv6 socket that takes IPv4 too.
SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return socketAddressV4(address.toIPv4Address(), port);
    return socketAddressV6(address.toIPv6Address(), port);
}

void setOption(int socket, int level, int option, int value)
{
    ::setsockopt(socket, level, option, &value, sizeof value);
}

/// A listening descriptor, or -1 with errno set.
int openListener(const QHostAddress &address, quint16 port, bool shared)
{
    SocketAddress where = socketAddress(address, port);
    const int socket = ::socket(where.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return -1;
    setOption(socket, SOL_SOCKET, SO_REUSEADDR, 1);
    if (shared)
        setOption(socket, SOL_SOCKET, SO_REUSEPORT, 1);
    if (where.storage.ss_family == AF_INET6)
        setOption(socket, IPPROTO_IPV6, IPV6_V6ONLY, address.protocol() == QAbstractSocket::AnyIPProtocol ? 0 : 1);
    if (::bind(socket, where.raw(), where.size) == 0 && ::listen(socket, Backlog) == 0)
        return socket;
    const int reason = errno;
    ::close(socket);
    errno = reason;
    return -1;
}

quint16 portOf(const Listener &listener)
{
    SocketAddress where;
    where.size = sizeof where.storage;
    ::getsockname(listener.descriptor(), where.raw(), &where.size);
    sockaddr_in in{}; // the port stands at the same place in both families
    std::memcpy(&in, &where.storage, sizeof in);
    return qFromBigEndian(in.sin_port);
}

QString takenText(const QHostAddress &address, quint16 port)
{
    const QString owner = portOwner(port);
    if (owner.isEmpty()) {
        return Texts::tr(
                   "Port %1 on %2 is already taken by another program. Close that program or choose another port.")
            .arg(port)
            .arg(address.toString());
    }
    return Texts::tr("Port %1 on %2 is already taken by %3. Close that program or choose another port.")
        .arg(port)
        .arg(address.toString(), owner);
}

QString openErrorText(int reason, const QHostAddress &address, quint16 port)
{
    switch (reason) {
    case EADDRINUSE:
        return takenText(address, port);
    case EACCES:
        return Texts::tr("Only an administrator may open port %1. Choose a port above 1023.").arg(port);
    case EADDRNOTAVAIL:
        return Texts::tr(
                   "This computer does not have the address %1. Choose one of its own, or 0.0.0.0 for all of them.")
            .arg(address.toString());
    default:
        return Texts::tr("Port %1 on %2 can't be opened: %3.")
            .arg(port)
            .arg(address.toString(), QString::fromLocal8Bit(std::strerror(reason)));
    }
}

/// Sharing a port would hide that another program has it, so that is tried without sharing first.
bool isFree(const QHostAddress &address, quint16 port)
{
    const int probe = openListener(address, port, false);
    if (probe < 0)
        return false;
    ::close(probe);
    return true;
}

} // namespace

Listener::~Listener()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::vector<Listener> openListeners(const QHostAddress &address, quint16 port, int count, QString *error)
{
    std::vector<Listener> listeners;
    const bool shared = count > 1;
    quint16 actual = port;
    bool ok = !shared || isFree(address, port);
    for (int i = 0; ok && i < count; ++i) {
        Listener listener(openListener(address, actual, shared));
        ok = listener.descriptor() >= 0;
        if (ok) {
            actual = portOf(listener);
            listeners.push_back(std::move(listener));
        }
    }
    if (ok)
        return listeners;
    *error = openErrorText(errno, address, port);
    return {};
}

int affordableConnections(int wish)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wish;
    if (limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
        ::getrlimit(RLIMIT_NOFILE, &limit);
    }
    const auto share = static_cast<qint64>(std::min<rlim_t>(limit.rlim_cur / 4, 1'000'000));
    return static_cast<int>(std::clamp<qint64>(wish, 1, std::max<qint64>(1, share - 1)));
}

std::vector<Listener> duplicated(const std::vector<Listener> &listeners)
{
    std::vector<Listener> result;
    for (const Listener &listener : listeners) {
        const int copy = ::fcntl(listener.descriptor(), F_DUPFD_CLOEXEC, 0);
        if (copy < 0)
            return {};
        result.emplace_back(copy);
    }
    return result;
}

std::shared_ptr<OpenResult> readTlsFiles(const ReceiverConfig &config)
{
    auto result = std::make_shared<OpenResult>();
    if (!config.tlsCertFile.isEmpty() || !config.tlsKeyFile.isEmpty())
        result->tls = loadTls(config.tlsCertFile, config.tlsKeyFile, &result->error);
    if (result->tls)
        result->warnings = tlsWarnings(*result->tls);
    return result;
}

std::shared_ptr<OpenResult> openReceiver(const ReceiverConfig &config,
                                         const std::shared_ptr<const ListeningSockets> &sockets)
{
    std::shared_ptr<OpenResult> result = readTlsFiles(config);
    if (!result->error.isEmpty())
        return result;
    result->maxConnections = affordableConnections(config.maxConnections);
    ListeningSockets &opened = result->sockets;
    if (sockets)
        opened.listeners = duplicated(sockets->listeners);
    if (opened.listeners.empty())
        opened.listeners = openListeners(config.address, config.port, std::max(1, config.threads), &result->error);
    if (!opened.listeners.empty())
        opened.port = portOf(opened.listeners.front());
    return result;
}

} // namespace callboard
