// SPDX-License-Identifier: GPL-3.0-or-later
#include "sender_crowd.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr in_addr_t FirstAddress = 0x7f000101; // 127.0.1.1
constexpr int OtherDescriptors = 200;

sockaddr_in addressOf(in_addr_t address, quint16 port)
{
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_addr.s_addr = htonl(address);
    result.sin_port = htons(port);
    return result;
}

bool isLater(int error)
{
    return error == EAGAIN || error == ENOTCONN || error == EINTR || error == EINPROGRESS;
}

} // namespace

SenderCrowd::SenderCrowd(const QUrl &url, int size, int addresses, CrowdHabit habit)
    : m_port(static_cast<quint16>(url.port()))
    , m_addresses(addresses)
    , m_habit(std::move(habit))
    , m_senders(static_cast<std::size_t>(size))
{
    for (std::size_t i = 0; i < m_senders.size(); ++i)
        open(i);
}

SenderCrowd::~SenderCrowd()
{
    for (const Sender &sender : m_senders) {
        if (sender.socket >= 0)
            ::close(sender.socket);
    }
}

int SenderCrowd::affordable(int wish)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    const auto most = static_cast<qint64>(std::min<rlim_t>(limit.rlim_max, 1'000'000)) - OtherDescriptors;
    return static_cast<int>(std::clamp<qint64>(wish, 1, most));
}

void SenderCrowd::open(std::size_t index)
{
    Sender &sender = m_senders[index];
    if (sender.socket >= 0)
        ::close(sender.socket);
    sender = {};
    sender.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (sender.socket < 0)
        return;
    const int on = 1;
    ::setsockopt(sender.socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    const auto own = static_cast<in_addr_t>(index % static_cast<std::size_t>(m_addresses));
    const sockaddr_in from = addressOf(FirstAddress + own, 0);
    const sockaddr_in to = addressOf(INADDR_LOOPBACK, m_port);
    ::bind(sender.socket, reinterpret_cast<const sockaddr *>(&from), sizeof from);
    ::connect(sender.socket, reinterpret_cast<const sockaddr *>(&to), sizeof to);
}

bool SenderCrowd::receive(const Sender &sender) const
{
    std::array<char, 4096> taken{};
    const ssize_t size = ::recv(sender.socket, taken.data(), taken.size(), MSG_DONTWAIT);
    return size > 0 || (size < 0 && isLater(errno));
}

/// False when the connection is over.
bool SenderCrowd::goOn(Sender &sender) const
{
    if (sender.socket < 0 || m_habit.leavesAtOnce)
        return false;
    const qsizetype left = m_habit.bytes.size() - sender.sent;
    const qsizetype size = m_habit.bytesPerTurn > 0 ? std::min<qsizetype>(left, m_habit.bytesPerTurn) : left;
    if (size > 0) {
        const ssize_t sent = ::send(sender.socket, m_habit.bytes.constData() + sender.sent,
                                    static_cast<std::size_t>(size), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && !isLater(errno))
            return false;
        sender.sent += std::max<ssize_t>(0, sent);
    }
    return !m_habit.reads || receive(sender);
}

void SenderCrowd::turn()
{
    for (std::size_t i = 0; i < m_senders.size(); ++i) {
        if (goOn(m_senders[i]))
            continue;
        ++m_turnedAway;
        open(i);
    }
}
