// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/sender_connection.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

// The part of SenderConnection that answers senders which have closed their half of a connection.
//
// QTcpSocket closes the whole connection then, before it says so. A second descriptor of the same socket, taken with
// the first push, keeps it open, and the answers that are still due leave through that. Not with TLS, whose keys are
// gone with the socket.

void SenderConnection::keepSpare()
{
    if (!m_tls && m_spare < 0)
        m_spare = ::fcntl(static_cast<int>(m_wire->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
}

void SenderConnection::closeSpare()
{
    const int spare = std::exchange(m_spare, -1);
    if (spare >= 0)
        ::close(spare);
}

bool SenderConnection::startHalf()
{
    const bool isClosedByPeer = m_wire->error() == QAbstractSocket::RemoteHostClosedError;
    if (m_isHalf || m_state != State::Open || m_spare < 0 || !isClosedByPeer || !hasDueReplies())
        return false;
    m_isHalf = true;
    pump(); // what came before the end is still there to be read
    return true;
}

/// Answers are small and a socket takes them whole; when it does not, the sender has been ignoring many.
void SenderConnection::writeHalf(const QByteArray &bytes)
{
    const ssize_t sent =
        ::send(m_spare, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent != bytes.size())
        closeSpare();
}

void SenderConnection::endHalf()
{
    if (m_isHalf && m_state != State::Closed && (m_spare < 0 || m_state == State::Lingering || !hasDueReplies()))
        end();
}

} // namespace callboard
