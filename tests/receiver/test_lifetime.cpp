// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/listener.h"
#include "receiver_fixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <future>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace callboard;
using namespace Qt::StringLiterals;

/// Starting, failing to start, stopping.
class TestLifetime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsAsynchronously();
    void goneBeforeItListens();
    void portTaken_data();
    void portTaken();
    void foreignAddress();
    void badTlsFiles();
    void shutdownWaitsForReceipts();
    void shutdownIsBounded();
    void receiptsAfterTheEnd();
    void stopAccepting();
    void severalThreads();
    void outOfDescriptors();
    void connectionsStayBelowTheLimit();
};

void TestLifetime::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestLifetime::startsAsynchronously()
{
    FakeSink sink;
    Receiver receiver(testConfig(), sink);
    QSignalSpy listening(&receiver, &Receiver::listening);
    receiver.start();
    QVERIFY(receiver.url().isEmpty());
    QVERIFY(listening.wait());
    QCOMPARE(listening.constFirst().constFirst().toUrl(), receiver.url());
    QVERIFY(receiver.url().port() > 0);
    QCOMPARE(receiver.url().path(), u"/receiveCallRecord"_s);
    RawClient client(receiver.url());
    client.send(postRequest(basicPush()));
    QCOMPARE(client.reply().status, 200);
}

void TestLifetime::goneBeforeItListens()
{
    FakeSink sink;
    {
        Receiver receiver(testConfig(), sink);
        receiver.start();
    }
    Receiver stopped(testConfig(), sink);
    QSignalSpy listening(&stopped, &Receiver::listening);
    stopped.start();
    stopped.shutdown();
    QCoreApplication::sendPostedEvents(&stopped);
    QVERIFY(stopped.url().isEmpty());
    QVERIFY(listening.isEmpty());
}

void TestLifetime::portTaken_data()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("one thread") << 1;
    QTest::newRow("two threads") << 2;
}

void TestLifetime::portTaken()
{
    QFETCH(int, threads);
    ReceiverConfig config = testConfig();
    config.threads = threads;
    RunningReceiver first(config);
    config.port = static_cast<quint16>(first.url().port());
    FakeSink sink;
    Receiver second(config, sink);
    QSignalSpy failed(&second, &Receiver::failed);
    QString error;
    QVERIFY(!second.startAndWait(&error));
    QVERIFY(error.contains(QString::number(config.port)));
    const QString self = u"process %1"_s.arg(QCoreApplication::applicationPid());
    QVERIFY2(error.contains(self), qPrintable(error));
    QVERIFY(failed.wait());
    QCOMPARE(failed.constFirst().constFirst().toString(), error);
}

void TestLifetime::foreignAddress()
{
    ReceiverConfig config = testConfig();
    config.address = QHostAddress(u"192.0.2.1"_s); // documentation range: nobody has it
    RunningReceiver running(config);
    QVERIFY(running.error.contains(u"192.0.2.1"_s));
}

void TestLifetime::badTlsFiles()
{
    ReceiverConfig config = testConfig(true);
    std::swap(config.tlsCertFile, config.tlsKeyFile);
    RunningReceiver swapped(config);
    QVERIFY(swapped.error.contains(config.tlsCertFile));
    config.tlsCertFile = u"/nonexistent.pem"_s;
    RunningReceiver missing(config);
    QVERIFY(missing.error.contains(config.tlsCertFile));
}

void TestLifetime::shutdownWaitsForReceipts()
{
    RunningReceiver running;
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient due(running.url());
    due.send(postRequest(basicPush()));
    QTRY_COMPARE(running.sink.count(), 1);
    auto writer = std::async(std::launch::async, [&running, url = running.url()] {
        RawClient idle(url);
        const bool idleClosed = idle.closedByPeer(); // so the shutdown has begun
        running.sink.release();
        return idleClosed;
    });
    QTRY_COMPARE(running.receiver->stats().connections, 2);
    running.receiver->shutdown();
    QVERIFY(writer.get());
    QCOMPARE(due.reply().body, "\"success\"");
    QVERIFY(due.closedByPeer());
    QCOMPARE(running.receiver->stats().connections, 0);
    running.receiver->shutdown();
}

void TestLifetime::shutdownIsBounded()
{
    ReceiverConfig config = testConfig();
    config.deadlines.drainMs = 50;
    RunningReceiver running(config);
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient client(running.url());
    client.send(postRequest(basicPush()));
    QTRY_COMPARE(running.sink.count(), 1);
    running.receiver->shutdown();
    QCOMPARE(client.reply().status, 0);
    QVERIFY(client.closedByPeer());
}

void TestLifetime::receiptsAfterTheEnd()
{
    ReceiverConfig config = testConfig();
    config.deadlines.drainMs = 1;
    RunningReceiver running(config);
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient client(running.url());
    client.send(postRequest(basicPush()));
    QTRY_COMPARE(running.sink.count(), 1);
    running.receiver.reset();
    running.sink.release();
}

void TestLifetime::stopAccepting()
{
    RunningReceiver running;
    RawClient early(running.url());
    early.send(postRequest(basicPush()));
    QCOMPARE(early.reply().status, 200);
    running.receiver->stopAccepting();
    QTRY_VERIFY(!RawClient(running.url()).isConnected());
    early.send(postRequest(basicPush()));
    QCOMPARE(early.reply().status, 200);
}

void TestLifetime::severalThreads()
{
    ReceiverConfig config = testConfig();
    config.threads = 3;
    RunningReceiver running(config);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 30; ++i) {
        clients.push_back(std::make_unique<RawClient>(running.url()));
        clients.back()->send(postRequest(basicPush()).repeated(10));
    }
    for (const auto &client : clients) {
        for (const RawReply &reply : client->replies(10))
            QCOMPARE(reply.status, 200);
    }
    QCOMPARE(running.receiver->stats().pushesBasic, 300);
}

void TestLifetime::outOfDescriptors()
{
    RunningReceiver running;
    RawClient before(running.url());
    before.send(postRequest(basicPush()));
    QCOMPARE(before.reply().status, 200);

    const int next = ::fcntl(0, F_DUPFD, 0); // the lowest free number
    ::close(next);
    rlimit usual{};
    ::getrlimit(RLIMIT_NOFILE, &usual);
    rlimit scarce = usual;
    scarce.rlim_cur = static_cast<rlim_t>(next) + 1; // enough for a client, not for its other end
    ::setrlimit(RLIMIT_NOFILE, &scarce);
    RawClient waiting(running.url());
    waiting.send(postRequest(basicPush()));
    QTRY_VERIFY(running.receiver->stats().acceptErrors > 0);
    ::setrlimit(RLIMIT_NOFILE, &usual);
    QCOMPARE(waiting.reply().status, 200); // it waited in the backlog
}

void TestLifetime::connectionsStayBelowTheLimit()
{
    rlimit limit{};
    QCOMPARE(affordableConnections(10), 10);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    QCOMPARE(limit.rlim_cur, limit.rlim_max);
    const int most = affordableConnections(1 << 30);
    QVERIFY(static_cast<rlim_t>(most) < limit.rlim_cur / 4 || most == 999'999);
}

QTEST_GUILESS_MAIN(TestLifetime)
#include "test_lifetime.moc"
