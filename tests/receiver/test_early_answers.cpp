// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace callboard;
using namespace Qt::StringLiterals;

/// Requests that are turned away by their head, and the memory of those that are not complete, over http and https.
class TestEarlyAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void answersBeforeTheBody_data();
    void answersBeforeTheBody();
    void goesOnBehindAnUnwantedBody();
    void anUnwantedBodyHasADeadline();
    void forwardedIsNotLoopback();
    void largestUnfinishedBodiesGo();
    void nothingIsHeldBetweenRequests();
    void cutOffWithoutReading();

private:
    static ReceiverConfig config();
};

ReceiverConfig TestEarlyAnswers::config()
{
    QFETCH_GLOBAL(bool, tls);
    return testConfig(tls);
}

void TestEarlyAnswers::initTestCase_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void TestEarlyAnswers::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestEarlyAnswers::answersBeforeTheBody_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("closes");
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &fields, int status, bool closes) {
        QTest::newRow(name) << line + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" << status << closes;
    };
    const QByteArray length = "Content-Length: 250000\r\n";
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    row("no token", "POST /receiveCallRecord", length, 401, true);
    row("no token, chunked", "POST /receiveCallRecord", chunked, 401, true);
    row("no token, continue", "POST /receiveCallRecord", "Expect: 100-continue\r\n" + length, 401, true);
    row("wrong header", "POST /receiveCallRecord", "Authorization: Bearer s\r\n" + length, 401, true);
    row("wrong query", "POST /receiveCallRecord?token=s", length, 401, true);
    row("wrong segment", "POST /receiveCallRecord/s", length, 401, true);
    row("over the limit", "POST /receiveCallRecord", "Content-Length: 999999999999\r\n", 401, true);
    row("other path", "POST /other", length, 404, false);
    row("other path, chunked", "POST /other", chunked, 404, true);
    row("other path, too long", "POST /other", "Content-Length: 300000\r\n", 404, true);
    row("other method", "PUT /receiveCallRecord", length, 405, false);
}

void TestEarlyAnswers::answersBeforeTheBody()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    QFETCH(bool, closes);
    ReceiverConfig guarded = config();
    guarded.token = "s3cret";
    RunningReceiver running(guarded);
    RawClient client(running.url());
    client.send(head);
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.header("Connection"), closes ? "close" : "");
    QCOMPARE(running.sink.count(), 0);
    QCOMPARE(running.receiver->stats().unfinishedBytes, 0);
    QCOMPARE(running.receiver->stats().unauthorized, status == 401 ? 1 : 0);
    if (closes)
        QVERIFY(client.closedByPeer());
}

void TestEarlyAnswers::goesOnBehindAnUnwantedBody()
{
    RunningReceiver running(config());
    RawClient client(running.url());
    const QByteArray unwanted = postRequest(QByteArray(200'000, 'x') + postRequest(basicPush("smuggled")), "/other");
    client.send(unwanted.first(1'000));
    QCOMPARE(client.reply().status, 404);
    client.send(unwanted.sliced(1'000) + postRequest(basicPush("honest")));
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(running.sink.count(), 1);
    QCOMPARE(running.sink.arrivals().constFirst().body, basicPush("honest"));
}

void TestEarlyAnswers::anUnwantedBodyHasADeadline()
{
    ReceiverConfig impatient = config();
    impatient.deadlines.bodyMs = 60;
    RunningReceiver running(impatient);
    RawClient client(running.url());
    client.send(postRequest(QByteArray(200'000, 'x'), "/other").first(1'000));
    QCOMPARE(client.reply().status, 404);
    QVERIFY(client.closedByPeer()); // without a second answer
    QCOMPARE(running.receiver->stats().timeouts, 1);
}

void TestEarlyAnswers::forwardedIsNotLoopback()
{
    const auto request = [](const QByteArray &field) {
        return "GET /metrics HTTP/1.1\r\nHost: a\r\n" + field + "\r\n";
    };
    RunningReceiver running(config());
    QCOMPARE(running.ask(request("")).status, 200);
    for (const char *field : {"X-Forwarded-For: 127.0.0.1\r\n", "forwarded: for=127.0.0.1\r\n", "X-REAL-IP: ::1\r\n"})
        QCOMPARE(running.ask(request(field)).status, 403);
    ReceiverConfig open = config();
    open.openHealth = true;
    RunningReceiver told(open);
    QCOMPARE(told.ask(request("X-Forwarded-For: 10.0.0.1\r\n")).status, 200);
}

void TestEarlyAnswers::largestUnfinishedBodiesGo()
{
    ReceiverConfig narrow = config();
    narrow.unfinishedBytes = 2 * 1024 * 1024;
    RunningReceiver running(narrow);
    RawClient small(running.url());
    const QByteArray honest = postRequest(basicPush());
    small.send(honest.chopped(1));
    const QByteArray large = postRequest(QByteArray(200'000, ' ') + basicPush());
    std::vector<std::unique_ptr<RawClient>> senders;
    for (int i = 0; i < 40; ++i) {
        senders.push_back(std::make_unique<RawClient>(running.url()));
        senders.back()->send(large.chopped(1));
        // What exceeds it is seen for the moment until somebody gave way.
        QVERIFY(running.receiver->stats().unfinishedBytes <= narrow.unfinishedBytes + large.size());
    }
    QTRY_VERIFY(running.receiver->stats().bodiesGivenUp >= 30);
    // The largest goes, of equal ones the newest: the last one, or while that is still coming, the one before it.
    const RawReply refused = senders.at(senders.size() - 2)->reply();
    QCOMPARE(refused.status, 503);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    QCOMPARE(running.sink.count(), 0);
    small.send(honest.last(1));
    QCOMPARE(small.reply().status, 200);
    senders.clear();
    QTRY_COMPARE(running.receiver->stats().unfinishedBytes, 0);
    QCOMPARE(running.ask(large).status, 200);
}

void TestEarlyAnswers::nothingIsHeldBetweenRequests()
{
    RunningReceiver running(config());
    RawClient client(running.url());
    client.send(postRequest(QByteArray(200'000, ' ') + basicPush()));
    QCOMPARE(client.reply().status, 200);
    QTRY_COMPARE(running.receiver->stats().unfinishedBytes, 0);
    client.send(postRequest(basicPush()).chopped(1));
    QTRY_VERIFY(running.receiver->stats().unfinishedBytes > 0);
    client.socket().abort();
    QTRY_COMPARE(running.receiver->stats().unfinishedBytes, 0);
}

/// Answers that nobody takes are memory, too.
void TestEarlyAnswers::cutOffWithoutReading()
{
    ReceiverConfig narrow = config();
    narrow.maxBodyBytes = 1'000;
    narrow.unfinishedBytes = 2'000;
    RunningReceiver running(narrow);
    RawClient client(running.url());
    client.socket().setReadBufferSize(1);
    const QByteArray requests = getRequest("/metrics").repeated(2'000);
    for (int i = 0; i < 2'000 && client.isConnected(); ++i) {
        client.socket().write(requests);
        if (!client.socket().waitForBytesWritten(5'000) || client.socket().bytesToWrite() > 8'000'000)
            break;
    }
    QTRY_COMPARE(running.receiver->stats().connections, 0);
    QCOMPARE(running.receiver->stats().unfinishedBytes, 0);
    QCOMPARE(running.ask(postRequest(basicPush())).status, 200);
}

QTEST_GUILESS_MAIN(TestEarlyAnswers)
#include "test_early_answers.moc"
