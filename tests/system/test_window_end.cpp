// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is asked to end by a signal ends as if somebody had closed it.
#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 30'000;
constexpr int EndedAtOnce = 130;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

/// A real callboard without a display, ended by its own id.
class Window
{
public:
    Window()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(CALLBOARD),
                        {u"--store"_s, u"sqlite:"_s + path(u"calls.db"_s), u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port),
                         u"--config"_s, path(u"window.ini"_s)});
    }
    ~Window()
    {
        m_process.kill();
        m_process.waitForFinished(PatienceMs);
    }
    Q_DISABLE_COPY_MOVE(Window)
    QProcess &process() { return m_process; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// It listens once its window is shown.
    bool isShown()
    {
        return QTest::qWaitFor(
            [this] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress::LocalHost, m_port);
                return socket.waitForConnected(1'000);
            },
            PatienceMs);
    }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }

private:
    QTemporaryDir m_folder;
    const quint16 m_port = freePort();
    QProcess m_process;
};

} // namespace

class TestWindowEnd : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Qt itself would abort, and a crash says nothing to a person.
    void withoutDisplayItSaysSo()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"calls.db"_s);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CALLBOARD), {u"--store"_s, u"sqlite:"_s + store});
        QVERIFY(process.waitForFinished(PatienceMs));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("callboardctl serve"));
        QVERIFY(!QFile::exists(store));
    }

    void initTestCase()
    {
        QVERIFY(m_runtime.isValid());
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
    }

    void aSignalClosesItProperly_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void aSignalClosesItProperly()
    {
        QFETCH(const int, number);
        Window window;
        QVERIFY2(window.isShown(), window.process().readAll().constData());
        window.signal(number);
        QVERIFY(window.process().waitForFinished(PatienceMs));
        QCOMPARE(window.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(window.process().exitCode(), 0);
        const QSettings settings(window.path(u"window.ini"_s), QSettings::IniFormat);
        QVERIFY(settings.contains("window/geometry"_L1)); // its state was kept
        const QStringList store = QDir(window.path(u"."_s)).entryList({u"calls.db*"_s}, QDir::Files);
        QCOMPARE(store, QStringList{u"calls.db"_s}); // with everything in it
        constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &name : {u"calls.db"_s, u"window.ini"_s})
            QVERIFY2(!(QFile::permissions(window.path(name)) & Others), qPrintable(name));
    }

    void aDoubledSignalIsOne()
    {
        Window window;
        QVERIFY2(window.isShown(), window.process().readAll().constData());
        window.signal(SIGSTOP);
        window.signal(SIGTERM);
        window.signal(SIGHUP); // as some managers of services send it behind the other
        window.signal(SIGCONT);
        QVERIFY(window.process().waitForFinished(PatienceMs));
        QCOMPARE(window.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(window.process().exitCode(), 0);
        QVERIFY(!QFile::exists(window.path(u"calls.db-wal"_s)));
    }

    void aSecondSignalEndsItAtOnce()
    {
        Window window;
        QVERIFY2(window.isShown(), window.process().readAll().constData());
        window.signal(SIGSTOP); // so that both are there when it goes on
        window.signal(SIGTERM);
        window.signal(SIGINT);
        window.signal(SIGCONT);
        QVERIFY(window.process().waitForFinished(PatienceMs));
        QCOMPARE(window.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(window.process().exitCode(), EndedAtOnce);
    }

private:
    QTemporaryDir m_runtime;
};

QTEST_GUILESS_MAIN(TestWindowEnd)
#include "test_window_end.moc"
