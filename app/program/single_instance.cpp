// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/single_instance.h"

#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QStandardPaths>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcInstance, "callboard.instance", QtInfoMsg)

constexpr QByteArrayView Here{"here\n"};

/// One socket per user and store.
QString socketOf(const QString &store)
{
    const QByteArray hash = QCryptographicHash::hash(store.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/callboard-"_s
        + QString::fromLatin1(hash);
}

} // namespace

bool activateRunningInstance(const QString &store, int timeoutMs)
{
    QLocalSocket socket;
    socket.connectToServer(socketOf(store), QIODevice::ReadOnly);
    return socket.waitForConnected(timeoutMs) && socket.waitForReadyRead(timeoutMs) && socket.readAll() == Here;
}

SingleInstanceServer::SingleInstanceServer(QObject *parent)
    : QObject(parent)
    , m_server(new QLocalServer)
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    // On the server's thread: a window that is busy for a moment must not look as if it were gone.
    connect(m_server, &QLocalServer::newConnection, m_server, [this] { answer(); });
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
            qCWarning(lcInstance).noquote() << "A second start will not be heard:" << m_server->errorString();
    };
    QMetaObject::invokeMethod(m_server, listen);
}

void SingleInstanceServer::answer()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        socket->write(Here.data(), Here.size());
        socket->disconnectFromServer();
        Q_EMIT activationRequested();
    }
}

} // namespace callboard
