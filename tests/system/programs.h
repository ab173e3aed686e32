// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

/// What a finished callboardctl left behind.
struct Outcome
{
    int code = -1; ///< -1: it did not end by itself
    QByteArray out, err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/// Runs the real callboardctl to its end.
Outcome runCtl(const QStringList &arguments,
               const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// A real `callboardctl serve`. Killed, by its own id, when it goes out of scope still running.
class ServeProcess
{
public:
    ServeProcess() = default;
    ~ServeProcess();
    Q_DISABLE_COPY_MOVE(ServeProcess)

    void setEnvironment(const QProcessEnvironment &environment) { m_process.setProcessEnvironment(environment); }
    /// Starts it and waits for its "listening" line. Port 0 picks one.
    bool start(const QString &store, quint16 port = 0, const QStringList &further = {});
    QUrl url() const { return m_url; }
    qint64 pid() const { return m_process.processId(); }
    /// SIGTERM; returns the exit code, -1 where it did not end in time.
    int terminate();
    /// Waits until it has ended by itself; the exit code, -1 where it was killed or crashed.
    int waitForEnd();
    /// SIGKILL.
    void kill();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QUrl m_url;
};

/// Status and body of one POST.
struct Answer
{
    int status = 0;
    QByteArray body;
};
Answer post(const QUrl &url, const QByteArray &body);

/// A file of the folder tests/data.
QByteArray testData(const char *name);
