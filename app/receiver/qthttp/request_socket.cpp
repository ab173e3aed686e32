// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/qthttp/request_socket.h"

#include <algorithm>
#include <cstring>

namespace callboard {

RequestSocket::RequestSocket(QObject *parent)
    : QTcpSocket(parent)
{
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
}

void RequestSocket::deliver(const QByteArray &request)
{
    m_request = request;
    m_read = 0;
    Q_EMIT readyRead();
    m_request.clear();
    m_read = 0;
}

void RequestSocket::disconnectPeer()
{
    if (state() == QAbstractSocket::UnconnectedState)
        return;
    setSocketState(QAbstractSocket::UnconnectedState);
    // It stays open, as a real socket does then: Qt 6.8 looks once more whether there is something to read.
    m_request.clear();
    m_read = 0;
    Q_EMIT disconnected();
}

qint64 RequestSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_request.size() - m_read;
}

qint64 RequestSocket::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_request.size() - m_read);
    std::memcpy(data, m_request.constData() + m_read, static_cast<std::size_t>(size));
    m_read += size;
    return size;
}

qint64 RequestSocket::writeData(const char *, qint64 size)
{
    return size;
}

} // namespace callboard
