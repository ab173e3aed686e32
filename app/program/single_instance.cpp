// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/single_instance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QStandardPaths>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcInstance, "callboard.instance", QtInfoMsg)

constexpr QByteArrayView Here{"here\n"};

/// One socket per user and store, whatever the path it was named by.
QString socketOf(const QString &storeFile)
{
    const QFileInfo file(storeFile);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    const QString path = file.exists() ? file.canonicalFilePath() : folder + u'/' + file.fileName();
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/callboard-"_s
        + QString::fromLatin1(hash);
}

} // namespace

bool activateRunningInstance(const QString &storeFile, int timeoutMs)
{
    QLocalSocket socket;
    socket.connectToServer(socketOf(storeFile), QIODevice::ReadOnly);
    return socket.waitForConnected(timeoutMs) && socket.waitForReadyRead(timeoutMs) && socket.readAll() == Here;
}

SingleInstanceServer::SingleInstanceServer(const QString &storeFile, QObject *parent)
    : QObject(parent)
    , m_storeFile(storeFile)
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

void SingleInstanceServer::open()
{
    const auto listen = [this, name = socketOf(m_storeFile)] { // the store's folder exists by now
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
