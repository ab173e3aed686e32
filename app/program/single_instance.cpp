// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/single_instance.h"

#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QTimer>
#include <QVariant>

#include <chrono>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcInstance, "callboard.instance", QtInfoMsg)

constexpr QByteArrayView Here{"here\n"}, Activate{"activate\n"}, Quit{"quit\n"};
constexpr qint64 LongestRequest = 16;
constexpr std::chrono::seconds RequestTimeout{5};

/// One socket per user and store.
QString socketOf(const QString &store)
{
    const QByteArray hash = QCryptographicHash::hash(store.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/callboard-"_s
        + QString::fromLatin1(hash);
}

} // namespace

namespace {

bool sendRequest(QLocalSocket &socket, const QString &store, QByteArrayView request, int timeoutMs)
{
    socket.connectToServer(socketOf(store));
    if (!socket.waitForConnected(timeoutMs))
        return false;
    socket.write(request.data(), request.size());
    return socket.waitForBytesWritten(timeoutMs) && socket.waitForReadyRead(timeoutMs) && socket.readAll() == Here;
}

} // namespace

bool activateRunningInstance(const QString &store, int timeoutMs)
{
    QLocalSocket socket;
    return sendRequest(socket, store, Activate, timeoutMs);
}

QuitAnswer quitRunningInstance(const QString &store, int timeoutMs, int endMs)
{
    QLocalSocket socket;
    if (!sendRequest(socket, store, Quit, timeoutMs))
        return QuitAnswer::NotRunning;
    const bool hasEnded = socket.state() == QLocalSocket::UnconnectedState || socket.waitForDisconnected(endMs);
    return hasEnded ? QuitAnswer::Ended : QuitAnswer::StillRunning;
}

SingleInstanceServer::SingleInstanceServer(QObject *parent)
    : QObject(parent)
    , m_server(new QLocalServer)
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    // On the server's thread: a window that is busy for a moment must not look as if it were gone.
    connect(m_server, &QLocalServer::newConnection, m_server, [this] { accept(); });
    m_thread.start();
}

SingleInstanceServer::~SingleInstanceServer()
{
    m_thread.quit();
    m_thread.wait();
}

void SingleInstanceServer::open(const QString &store)
{
    const auto listen = [this, name = socketOf(store)] {
        QLocalServer::removeServer(name);
        if (!m_server->listen(name))
            qCWarning(lcInstance).noquote() << "Requests of a second start can't arrive:" << m_server->errorString();
    };
    QMetaObject::invokeMethod(m_server, listen);
}

void SingleInstanceServer::close()
{
    QMetaObject::invokeMethod(m_server, [this] { m_server->close(); });
}

/// Who sends nothing in time goes.
void SingleInstanceServer::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, m_server, [this, socket] { answer(socket); });
        QTimer::singleShot(RequestTimeout, socket, [socket] {
            if (!socket->property("isAnswered").toBool())
                socket->abort();
        });
        if (socket->bytesAvailable() > 0)
            answer(socket);
    }
}

/// Whoever wants the end of this program keeps the connection: its end tells that of the program.
void SingleInstanceServer::answer(QLocalSocket *socket)
{
    if (!socket->canReadLine() && socket->bytesAvailable() < LongestRequest)
        return;
    const QByteArray request = socket->read(LongestRequest);
    if (request != Activate && request != Quit)
        return socket->abort();
    socket->setProperty("isAnswered", true);
    socket->write(Here.data(), Here.size());
    if (request == Quit) {
        socket->flush();
        Q_EMIT quitRequested();
    } else {
        socket->disconnectFromServer();
        Q_EMIT activationRequested();
    }
}

} // namespace callboard
