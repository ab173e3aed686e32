// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>
#include <QUrl>

#include <optional>

namespace callboard {

/// An answer as far as the platform cares: the push was taken when it is 200 and says `"success"`.
struct PushAnswer
{
    int status = 0; ///< 0: no answer (refused, closed midway, or not HTTP)
    QByteArray body;
    bool isSuccess() const { return status == 200 && body.trimmed() == "\"success\""; }
};

/// One kept-alive HTTP/1.1 connection of the platform, one request at a time. It connects when first needed and again
/// after a close. Plain HTTP only. Lives in one thread with an event loop.
class PlatformConnection : public QObject
{
    Q_OBJECT

public:
    PlatformConnection(const QUrl &url, const QByteArray &token, QObject *parent = nullptr);

    bool isBusy() const { return m_busy; }
    /// Sends one body; answered() follows, exactly once, never from inside this call. Only while not busy.
    void post(const QByteArray &body);
    /// Gives the running request up: answered() with status 0.
    void abandon();

Q_SIGNALS:
    void answered(const callboard::PushAnswer &answer);

private:
    enum class Stage : quint8 { Waiting, Connecting, Sent };

    void connectToHost();
    void send();
    void read();
    void readHead(qsizetype headEnd);
    void onDisconnected();
    void finish(const PushAnswer &answer);

    QString m_host;
    quint16 m_port;
    QByteArray m_head; ///< of every request, up to the value of Content-Length
    QTcpSocket m_socket;
    QByteArray m_request;
    QByteArray m_received;
    PushAnswer m_answer;
    std::optional<qsizetype> m_bodySize; ///< set once the head has been read; -1: until the connection closes
    bool m_closeAfter = false;
    bool m_busy = false;
    Stage m_stage = Stage::Waiting; ///< of the running request
};

} // namespace callboard
