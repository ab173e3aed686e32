// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include "simulator/platform_connection.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000; ///< ms; only ever reached when something is broken

} // namespace

Outcome runCtl(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CALLBOARDCTL), arguments);
    if (!process.waitForFinished(Patience)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

ServeProcess::~ServeProcess()
{
    kill();
}

bool ServeProcess::start(const QString &store, quint16 port, const QStringList &further)
{
    m_process.start(QStringLiteral(CALLBOARDCTL),
                    QStringList{u"serve"_s, u"--store"_s, store, u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)} + further);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(Patience) && !m_process.canReadLine())
            return false;
    }
    const QByteArray line = m_process.readLine().trimmed();
    m_url = QUrl(QString::fromUtf8(line.mid(line.indexOf(' ') + 1)));
    return line.startsWith("listening http://") || line.startsWith("listening https://");
}

int ServeProcess::terminate()
{
    m_process.terminate();
    return waitForEnd();
}

int ServeProcess::waitForEnd()
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(Patience))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void ServeProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(Patience);
}

Answer post(const QUrl &url, const QByteArray &body)
{
    callboard::PlatformConnection connection(url, {});
    Answer answer;
    QSignalSpy answered(&connection, &callboard::PlatformConnection::answered);
    QObject::connect(&connection, &callboard::PlatformConnection::answered, &connection,
                     [&answer](const callboard::PushAnswer &got) {
                         answer = {got.status, got.body};
                     });
    connection.post(body);
    if (answered.isEmpty())
        answered.wait(Patience);
    return answer;
}

QByteArray testData(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR) + u'/' + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
