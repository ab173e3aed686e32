// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator's HTTP client against a scripted receiver: keep-alive, retries, closed connections, late answers.
#include "fake_receiver.h"
#include "simulator/simulator.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

SimulatorConfig configFor(const FakeReceiver &receiver, qint64 calls)
{
    SimulatorConfig config;
    config.url = receiver.url();
    config.connections = 2;
    config.retryPauseMs = 1;
    config.source.calls = calls;
    return config;
}

SimulationReport runToEnd(Simulator &simulator)
{
    QSignalSpy finished(&simulator, &Simulator::finished);
    simulator.start();
    if (finished.isEmpty() && !finished.wait(20'000))
        qFatal("the simulator did not finish");
    return finished.first().first().value<SimulationReport>();
}

FakeReceiver::Script always(const QByteArray &reply)
{
    return [reply](int, const QByteArray &) { return reply; };
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void pushesEverythingOverKeptAliveConnections();
    void sendsTheTokenAndTheTarget();
    void retriesAfter503();
    void givesUpAfterThreeRetries();
    void otherBodiesThanSuccessAreNoSuccess();
    void retriesWhenTheConnectionClosesMidway();
    void survivesAHalfAnswer();
    void connectsAgainAfterConnectionClose();
    void readsAnAnswerWithoutLength();
    void failsWhenNobodyListens();
    void abandonsLateAnswers();
    void keepsToItsRate();
    void stopsOnRequest();
    void acknowledgesEveryCall();
};

void TestClient::pushesEverythingOverKeptAliveConnections()
{
    FakeReceiver receiver(always(FakeReceiver::success()));
    Simulator simulator(configFor(receiver, 200));
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.sent, receiver.requests());
    QCOMPARE(report.acked, report.sent);
    QCOMPARE(report.failed, 0);
    QCOMPARE(report.retried, 0);
    QCOMPARE(receiver.connections(), 2);
    QVERIFY(report.p50Ms > 0 && report.p50Ms <= report.p99Ms && report.p99Ms <= report.maxMs);
    const QJsonObject pushes = simulator.expectation().value("pushes"_L1).toObject();
    QCOMPARE(pushes.value("accepted"_L1).toInteger(), report.acked);
}

void TestClient::sendsTheTokenAndTheTarget()
{
    FakeReceiver receiver(always(FakeReceiver::success()));
    SimulatorConfig config = configFor(receiver, 1);
    config.token = "s3cret";
    config.url.setQuery(u"source=a%20b"_s);
    Simulator simulator(config);
    runToEnd(simulator);
    QVERIFY(receiver.lastHead().startsWith("POST /receiveCallRecord?source=a%20b HTTP/1.1\r\n"));
    QVERIFY(receiver.lastHead().contains("\r\nAuthorization: Bearer s3cret\r\n"));
    QVERIFY(receiver.lastHead().contains("\r\nHost: 127.0.0.1:"));
}

void TestClient::retriesAfter503()
{
    QSet<QByteArray> seen;
    FakeReceiver receiver([&seen](int, const QByteArray &body) {
        const bool again = seen.contains(body);
        seen.insert(body);
        return again ? FakeReceiver::success() : FakeReceiver::answer(503, "{}", "Retry-After: 1\r\n");
    });
    Simulator simulator(configFor(receiver, 50));
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.acked, report.sent);
    QCOMPARE(report.retried, report.sent);
    QCOMPARE(report.sent + report.retried, receiver.requests());
    QCOMPARE(receiver.connections(), 2);
}

void TestClient::givesUpAfterThreeRetries()
{
    FakeReceiver receiver(always(FakeReceiver::answer(500, "no")));
    Simulator simulator(configFor(receiver, 5));
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.acked, 0);
    QCOMPARE(report.failed, report.sent);
    QCOMPARE(receiver.requests(), 4 * report.sent);
}

void TestClient::otherBodiesThanSuccessAreNoSuccess()
{
    FakeReceiver receiver(always(FakeReceiver::answer(200, "success")));
    Simulator simulator(configFor(receiver, 2));
    QCOMPARE(runToEnd(simulator).acked, 0);
}

void TestClient::retriesWhenTheConnectionClosesMidway()
{
    FakeReceiver receiver(
        [](int number, const QByteArray &) { return number < 3 ? QByteArray() : FakeReceiver::success(); });
    Simulator simulator(configFor(receiver, 50));
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.acked, report.sent);
    QVERIFY(report.retried > 0);
    QVERIFY(receiver.connections() > 2);
}

void TestClient::survivesAHalfAnswer()
{
    FakeReceiver receiver([](int number, const QByteArray &) {
        return number == 0 ? FakeReceiver::answer(200, "x", "Connection: close\r\n").chopped(1)
                           : FakeReceiver::success();
    });
    SimulatorConfig config = configFor(receiver, 3);
    config.answerLimitMs = 1;
    Simulator simulator(config);
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.acked, report.sent);
    QVERIFY(report.retried >= 1);
}

void TestClient::connectsAgainAfterConnectionClose()
{
    FakeReceiver receiver(always(FakeReceiver::answer(200, "\"success\"", "Connection: close\r\n")));
    Simulator simulator(configFor(receiver, 10));
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.acked, report.sent);
    QCOMPARE(report.retried, 0);
    QCOMPARE(receiver.connections(), report.sent);
}

void TestClient::readsAnAnswerWithoutLength()
{
    FakeReceiver receiver(always("HTTP/1.0 200 OK\r\n\r\n\"success\""));
    connect(&receiver, &QTcpServer::newConnection, &receiver, [&receiver] {
        for (QTcpSocket *socket : receiver.findChildren<QTcpSocket *>())
            connect(socket, &QTcpSocket::bytesWritten, socket, &QTcpSocket::disconnectFromHost, Qt::UniqueConnection);
    });
    Simulator simulator(configFor(receiver, 3));
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.acked, report.sent);
}

void TestClient::failsWhenNobodyListens()
{
    QUrl url;
    {
        FakeReceiver gone(always(FakeReceiver::success()));
        url = gone.url();
    }
    SimulatorConfig config;
    config.url = url;
    config.retryPauseMs = 1;
    config.source.calls = 3;
    Simulator simulator(config);
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.failed, report.sent);
    QCOMPARE(report.retried, 3 * report.sent);
}

void TestClient::abandonsLateAnswers()
{
    FakeReceiver receiver([](int number, const QByteArray &) {
        return number == 0 ? QByteArray("HTTP/1.1 200") : FakeReceiver::success();
    });
    SimulatorConfig config = configFor(receiver, 1);
    config.answerLimitMs = 1;
    Simulator simulator(config);
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.acked, report.sent);
    QVERIFY(report.retried >= 1);
}

void TestClient::keepsToItsRate()
{
    FakeReceiver receiver(always(FakeReceiver::success()));
    SimulatorConfig config = configFor(receiver, 20);
    config.source.rate = 100;
    Simulator simulator(config);
    const SimulationReport report = runToEnd(simulator);
    QCOMPARE(report.acked, report.sent);
    QVERIFY2(report.seconds >= 0.19, qPrintable(QString::number(report.seconds)));
}

void TestClient::stopsOnRequest()
{
    FakeReceiver receiver(always(FakeReceiver::success()));
    SimulatorConfig config = configFor(receiver, 0);
    Simulator simulator(config);
    QSignalSpy finished(&simulator, &Simulator::finished);
    simulator.start();
    QTRY_VERIFY(receiver.requests() > 2);
    simulator.stop();
    QTRY_COMPARE(finished.size(), 1);
    const auto report = finished.first().first().value<SimulationReport>();
    QCOMPARE(report.acked + report.failed, report.sent);
}

void TestClient::acknowledgesEveryCall()
{
    FakeReceiver receiver(always(FakeReceiver::success()));
    Simulator simulator(configFor(receiver, 30));
    QSet<QByteArray> uuids;
    connect(&simulator, &Simulator::acknowledged, this, [&uuids](const QByteArray &uuid) { uuids.insert(uuid); });
    runToEnd(simulator);
    QCOMPARE(uuids.size(), 30);
    QCOMPARE(simulator.expectation().value("calls"_L1).toInteger(), 30);
}

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
