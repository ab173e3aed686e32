// SPDX-License-Identifier: GPL-3.0-or-later
// A second start on the same store brings the first window forward, and ends.
#include "program/single_instance.h"
#include "store/database/store_backend.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr int ActivateMs = 5'000;
constexpr int EndMs = 30'000;

/// A real callboard without a display, ended by its own id.
class Window
{
public:
    explicit Window(const QString &store, const QString &settings)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(CALLBOARD),
                        {u"--store"_s, u"sqlite:"_s + store, u"--listen"_s, u"127.0.0.1:0"_s, u"--config"_s, settings});
    }
    ~Window()
    {
        m_process.kill();
        m_process.waitForFinished(EndMs);
    }
    Q_DISABLE_COPY_MOVE(Window)
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

/// How often a signal came. The server emits on a thread of its own, where a QSignalSpy would write.
class Count : public QObject
{
public:
    Count(const SingleInstanceServer &server, void (SingleInstanceServer::*signal)())
    {
        connect(&server, signal, this, [this] { ++m_number; });
    }
    int number() const { return m_number; }

private:
    int m_number = 0;
};

/// Knocking waits, so that it must not happen on the thread that answers.
bool isHeard(const QString &store)
{
    const QString identity = StoreUrl::ofFile(store).identity();
    return std::async(std::launch::async, [&] { return activateRunningInstance(identity, ActivateMs); }).get();
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_runtime.isValid());
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
    }

    void nobodyAnswersWhereNobodyIs()
    {
        const QTemporaryDir folder;
        QVERIFY(!isHeard(folder.filePath(u"calls.db"_s)));
        const SingleInstanceServer closed;
        QVERIFY(!isHeard(folder.filePath(u"calls.db"_s)));
    }

    void everyStoreHasItsOwnDoor()
    {
        const QTemporaryDir folder;
        const QString one = folder.filePath(u"one.db"_s);
        const QString two = folder.filePath(u"two.db"_s);
        SingleInstanceServer first;
        SingleInstanceServer second;
        const Count atFirst(first, &SingleInstanceServer::activationRequested);
        const Count atSecond(second, &SingleInstanceServer::activationRequested);
        first.open(StoreUrl::ofFile(one).identity());
        second.open(StoreUrl::ofFile(two).identity());
        QTRY_VERIFY(isHeard(two));
        QTRY_VERIFY(atSecond.number() > 0);
        QCOMPARE(atFirst.number(), 0);
        // The same store by another path.
        QVERIFY(QFile(one).open(QIODevice::WriteOnly));
        QVERIFY(QDir(folder.path()).mkdir(u"sub"_s));
        QVERIFY(isHeard(folder.filePath(u"sub/../one.db"_s)));
        QTRY_VERIFY(atFirst.number() > 0);
    }

    void whatAKilledProgramLeftIsSweptAway()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"calls.db"_s);
        {
            Window killed(store, folder.filePath(u"a.ini"_s));
            QTRY_VERIFY_WITH_TIMEOUT(isHeard(store), EndMs);
        } // with its socket still there
        QVERIFY(!isHeard(store));
        SingleInstanceServer door;
        const Count activationRequested(door, &SingleInstanceServer::activationRequested);
        door.open(StoreUrl::ofFile(store).identity());
        QTRY_VERIFY(isHeard(store));
        QTRY_VERIFY(activationRequested.number() > 0);
    }

    void secondStartEndsWithClearWords()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"calls.db"_s);
        Window first(store, folder.filePath(u"a.ini"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isHeard(store), EndMs);
        Window second(store, folder.filePath(u"b.ini"_s));
        QVERIFY(second.process().waitForFinished(EndMs));
        QCOMPARE(second.process().exitCode(), 0);
        QVERIFY(second.process().readAll().contains("already open"));
        QCOMPARE(first.process().state(), QProcess::Running);
    }

    void quitEndsTheOneThatHasTheStore()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"calls.db"_s);
        const auto quit = [&store, &folder] {
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(
                QStringLiteral(CALLBOARD),
                {u"--quit"_s, u"--store"_s, u"sqlite:"_s + store, u"--config"_s, folder.filePath(u"b.ini"_s)});
            process.waitForFinished(EndMs);
            return std::pair(process.exitCode(), process.readAll());
        };
        QCOMPARE(quit().first, 1);
        QVERIFY(!QFile::exists(store));
        Window first(store, folder.filePath(u"a.ini"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isHeard(store), EndMs);
        const auto [code, output] = quit();
        QVERIFY2(code == 0, output.constData());
        QVERIFY(output.contains("has ended"));
        QVERIFY(first.process().waitForFinished(EndMs));
        QCOMPARE(first.process().exitCode(), 0);
        QVERIFY(StoreBackend::of(StoreUrl::ofFile(store))->lock());
    }

    void whoSendsNothingOrNonsenseEndsNothing()
    {
        const QTemporaryDir folder, runtime;
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
        const QString store = folder.filePath(u"calls.db"_s);
        SingleInstanceServer server;
        const Count activation(server, &SingleInstanceServer::activationRequested);
        const Count end(server, &SingleInstanceServer::quitRequested);
        server.open(StoreUrl::ofFile(store).identity());
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
        const auto sockets = [&runtime] {
            return QDir(runtime.path()).entryList({u"callboard-*"_s}, QDir::System | QDir::Files);
        };
        QTRY_COMPARE(sockets().size(), 1);
        for (const QByteArray &nonsense : {QByteArray("quit"), QByteArray("halt\n"), QByteArray(1'000, 'x')}) {
            QLocalSocket socket;
            socket.connectToServer(runtime.filePath(sockets().constFirst()));
            QVERIFY(socket.waitForConnected(ActivateMs));
            socket.write(nonsense);
            QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QLocalSocket::UnconnectedState, EndMs);
        }
        QCOMPARE(activation.number(), 0);
        QCOMPARE(end.number(), 0);
    }

    void aStoreThatAnotherProgramWritesEndsIt()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"calls.db"_s);
        const auto held = StoreBackend::of(StoreUrl::ofFile(store))->lock();
        Window window(store, folder.filePath(u"a.ini"_s));
        QVERIFY(window.process().waitForFinished(EndMs));
        QCOMPARE(window.process().exitCode(), 1);
        const QByteArray words = window.process().readAll();
        QVERIFY2(words.contains(QByteArray::number(QCoreApplication::applicationPid())), words.constData());
    }

    void twoStartsInOneMoment()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"calls.db"_s);
        Window first(store, folder.filePath(u"a.ini"_s));
        Window second(store, folder.filePath(u"b.ini"_s));
        const auto isOver = [](Window &window) { return window.process().state() == QProcess::NotRunning; };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(first) || isOver(second), EndMs);
        QProcess &ended = isOver(first) ? first.process() : second.process();
        QCOMPARE(ended.exitStatus(), QProcess::NormalExit);
        QCOMPARE(ended.exitCode(), 0);
        QVERIFY(ended.readAll().contains("already open"));
        QVERIFY(!isOver(first) || !isOver(second));
    }

private:
    QTemporaryDir m_runtime;
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "test_single_instance.moc"
