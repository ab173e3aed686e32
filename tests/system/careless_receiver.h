// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

/// A receiver without any check: whatever ends in an empty line is a request, and all is well. Shows that a table of
/// hostile requests notices the difference. Has a thread of its own.
class CarelessReceiver
{
public:
    CarelessReceiver()
    {
        m_server.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~CarelessReceiver()
    {
        QMetaObject::invokeMethod(
            &m_server, [this] { close(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(CarelessReceiver)
    QUrl url() const { return m_url; }

private:
    void listen()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
        m_url.setUrl(QStringLiteral("http://127.0.0.1:%1/receiveCallRecord").arg(m_server.serverPort()));
    }
    void close()
    {
        m_server.close();
        const QList<QTcpSocket *> sockets = m_server.findChildren<QTcpSocket *>();
        qDeleteAll(sockets);
    }
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { answer(socket); });
    }
    void answer(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->readAll();
        const qsizetype heads = bytes.count("\r\n\r\n");
        m_stored += bytes.startsWith("POST ") ? heads : 0;
        const QByteArray body = bytes.startsWith("GET /metrics")
            ? R"(callboard_pushes_total{part="basic",outcome="stored"} )" + QByteArray::number(m_stored)
            : QByteArray(R"("success" store_writable)");
        for (qsizetype i = 0; i < heads; ++i)
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        if (heads == 0) // a part of something, or not even that
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }

    QThread m_thread;
    QTcpServer m_server;
    QUrl m_url;
    qint64 m_stored = 0;
};
