// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

/// Going on with another configuration.
class TestRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void takesTheNewConfigurationOnTheSamePort();
    void nobodyStandsBeforeAClosedPort();
    void anotherPortClosesTheOneBefore();
    void answersWhatIsDueFirst();
    void aTakenPortIsToldAndTheOldOneComesBack();
    void theLatestOfSeveralCounts();
    void goneInTheMiddle();
    void forgottenSendersAreNotCounted();
    void startsOneThatNeverRan();
};

void TestRestart::takesTheNewConfigurationOnTheSamePort()
{
    RunningReceiver running;
    QCOMPARE(running.ask(postRequest(basicPush())).status, 200);
    const QUrl before = running.url();
    ReceiverConfig config = running.receiver->config();
    config.port = static_cast<quint16>(before.port());
    config.token = "secret";
    config.path = u"/calls"_s;
    QSignalSpy listening(running.receiver.get(), &Receiver::listening);
    running.receiver->restart(config);
    QVERIFY(running.url().isEmpty());
    QVERIFY(listening.wait());
    QCOMPARE(running.url().port(), before.port());
    QCOMPARE(running.ask(postRequest(basicPush(), "/calls")).status, 401);
    QCOMPARE(running.ask(postRequest(basicPush(), "/calls?token=secret")).status, 200);
    QCOMPARE(running.ask(postRequest(basicPush())).status, 404);
    QCOMPARE(running.receiver->stats().pushesBasic, 2);
}

void TestRestart::nobodyStandsBeforeAClosedPort()
{
    RunningReceiver running;
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient due(running.url()); // holds the old threads until it has its answer
    due.send(postRequest(basicPush()));
    QTRY_COMPARE(running.sink.count(), 1);
    const QUrl place = running.url();
    ReceiverConfig config = running.receiver->config();
    config.token = "secret";
    QSignalSpy listening(running.receiver.get(), &Receiver::listening);
    running.receiver->restart(config);
    running.receiver->restart(config); // a second one before the first is done
    RawClient early(place); // fails where nobody listens
    early.send(postRequest(basicPush(), "/receiveCallRecord?token=secret"));
    RawClient stranger(place); // the new configuration is in force
    stranger.send(postRequest(basicPush()));
    QCOMPARE(listening.count(), 0);
    running.sink.release();
    running.sink.setMode(FakeSink::Mode::Answer);
    QCOMPARE(due.reply().status, 200);
    QVERIFY(listening.wait());
    QCOMPARE(early.reply().status, 200);
    QCOMPARE(stranger.reply().status, 401);
    QCOMPARE(running.url().port(), place.port());
    running.receiver->stopAccepting();
    QTRY_VERIFY(!RawClient(place).isConnected());
}

void TestRestart::anotherPortClosesTheOneBefore()
{
    RunningReceiver running;
    const QUrl place = running.url();
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    ReceiverConfig config = running.receiver->config();
    config.port = free.serverPort();
    free.close();
    QSignalSpy listening(running.receiver.get(), &Receiver::listening);
    running.receiver->restart(config);
    QVERIFY(listening.wait());
    QVERIFY(!RawClient(place).isConnected());
    config.tlsCertFile = config.tlsKeyFile = u"/nonexistent"_s;
    QSignalSpy failed(running.receiver.get(), &Receiver::failed);
    running.receiver->restart(config);
    QVERIFY(failed.wait());
    QUrl second = place;
    second.setPort(config.port);
    QTRY_VERIFY(!RawClient(second).isConnected());
}

void TestRestart::answersWhatIsDueFirst()
{
    RunningReceiver running;
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient waiting(running.url());
    waiting.send(postRequest(basicPush()));
    QTRY_COMPARE(running.sink.count(), 1);
    QSignalSpy listening(running.receiver.get(), &Receiver::listening);
    running.receiver->restart(running.receiver->config());
    running.sink.release();
    QCOMPARE(waiting.reply().status, 200);
    QVERIFY(listening.count() == 1 || listening.wait());
    QVERIFY(waiting.closedByPeer());
}

void TestRestart::aTakenPortIsToldAndTheOldOneComesBack()
{
    const RunningReceiver other;
    RunningReceiver running;
    const ReceiverConfig before = running.receiver->config();
    ReceiverConfig taken = before;
    taken.port = static_cast<quint16>(other.url().port());
    QSignalSpy failed(running.receiver.get(), &Receiver::failed);
    running.receiver->restart(taken);
    QVERIFY(failed.wait());
    QVERIFY(failed.constFirst().constFirst().toString().contains(QString::number(taken.port)));
    QVERIFY(running.url().isEmpty());
    QSignalSpy listening(running.receiver.get(), &Receiver::listening);
    running.receiver->restart(before);
    QVERIFY(listening.wait());
    QCOMPARE(running.ask(postRequest(basicPush())).status, 200);
}

void TestRestart::theLatestOfSeveralCounts()
{
    RunningReceiver running;
    ReceiverConfig config = running.receiver->config();
    QSignalSpy listening(running.receiver.get(), &Receiver::listening);
    for (const char *token : {"one", "two", "three"}) {
        config.token = token;
        running.receiver->restart(config);
    }
    QTRY_VERIFY(!running.url().isEmpty());
    QCOMPARE(running.ask(postRequest(basicPush(), "/receiveCallRecord?token=one")).status, 401);
    QCOMPARE(running.ask(postRequest(basicPush(), "/receiveCallRecord?token=three")).status, 200);
    QVERIFY(listening.count() == 1 || listening.wait());
    QCOMPARE(listening.count(), 1);
}

void TestRestart::goneInTheMiddle()
{
    RunningReceiver running;
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient waiting(running.url());
    waiting.send(postRequest(basicPush()));
    QTRY_COMPARE(running.sink.count(), 1);
    running.receiver->restart(running.receiver->config());
    running.sink.release();
    running.receiver.reset();
    QCOMPARE(waiting.reply().status, 200);
}

void TestRestart::forgottenSendersAreNotCounted()
{
    ReceiverConfig config = testConfig();
    config.deadlines.drainMs = 50;
    RunningReceiver running(config);
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient waiting(running.url());
    waiting.send(postRequest(basicPush()));
    QTRY_COMPARE(running.receiver->stats().connections, 1);
    QTRY_COMPARE(running.sink.count(), 1);
    QSignalSpy listening(running.receiver.get(), &Receiver::listening);
    running.receiver->restart(config);
    QVERIFY(listening.wait());
    QCOMPARE(running.receiver->stats().connections, 0);
}

void TestRestart::startsOneThatNeverRan()
{
    FakeSink sink;
    Receiver receiver(testConfig(), sink);
    QSignalSpy listening(&receiver, &Receiver::listening);
    ReceiverConfig config = testConfig();
    config.path = u"/other"_s;
    receiver.restart(config);
    QVERIFY(listening.wait());
    QCOMPARE(receiver.url().path(), u"/other"_s);
}

QTEST_GUILESS_MAIN(TestRestart)
#include "test_restart.moc"
