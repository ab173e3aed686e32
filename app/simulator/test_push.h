// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

class QNetworkReply;

namespace callboard {

/// One message pushed over real HTTP, as the platform would. Lives in one thread with an event loop; never blocks it.
class TestPush : public QObject
{
    Q_OBJECT
public:
    explicit TestPush(QObject *parent = nullptr);
    /// Answers later with answered(). `token` empty: none is sent.
    void send(const QUrl &url, const QByteArray &token, const QByteArray &body);

Q_SIGNALS:
    /// The HTTP status, 200 for a stored message; 0 without an answer, and `error` says why.
    void answered(int status, const QString &error);

private:
    void take(QNetworkReply *reply);

    QNetworkAccessManager m_network;
};

} // namespace callboard
