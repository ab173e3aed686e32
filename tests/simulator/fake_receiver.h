// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <functional>

/// A receiver of a few lines: real sockets, scripted answers. Loopback, a port of its own.
class FakeReceiver : public QTcpServer
{
    Q_OBJECT

public:
    /// What to do with the n-th request (from 0): the bytes to send back; empty means close without an answer.
    using Script = std::function<QByteArray(int number, const QByteArray &body)>;

    explicit FakeReceiver(Script script);

    QUrl url() const;
    int requests() const { return static_cast<int>(m_bodies.size()); }
    int connections() const { return m_connections; }
    const QList<QByteArray> &bodies() const { return m_bodies; }
    const QByteArray &lastHead() const { return m_lastHead; }

    static QByteArray answer(int status, const QByteArray &body, const QByteArray &header = {});
    static QByteArray success() { return answer(200, "\"success\""); }

private:
    void accept();
    void read(QTcpSocket *socket);

    Script m_script;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<QByteArray> m_bodies;
    QByteArray m_lastHead;
    int m_connections = 0;
};
