// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

#include <sys/socket.h>

using namespace callboard;
using namespace Qt::StringLiterals;

/// What hostile, broken and unusual senders do, over http and https.
class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void turnedAway_data();
    void turnedAway();
    void honest_data();
    void honest();
    void deadlines_data();
    void deadlines();
    void howLongAConnectionIsKept();
    void noDeadlineWhileHeld();
    void pipelinedInOrder();
    void pipelineIsBounded();
    void neverReading();
    void disconnectBeforeReply();
    void halfClose();
    void halfClosedLong();
    void connectionCap();
    void allowList();

private:
    static ReceiverConfig config();
    static bool isTls();
};

bool TestGuard::isTls()
{
    QFETCH_GLOBAL(bool, tls);
    return tls;
}

ReceiverConfig TestGuard::config()
{
    return testConfig(isTls());
}

void TestGuard::initTestCase_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void TestGuard::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestGuard::turnedAway_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray smuggled = postRequest(basicPush("smuggled"));
    const QByteArray start = "POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\n";
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    const QByteArray length = "Content-Length: " + QByteArray::number(smuggled.size()) + "\r\n";
    row("101 header fields hide the body", start + QByteArray("X: y\r\n").repeated(101) + length + "\r\n" + smuggled,
        431);
    row("bad header name hides the body", start + "X Y: z\r\n" + length + "\r\n" + smuggled, 400);
    row("length and chunked", start + length + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, 400);
    row("two lengths", start + "Content-Length: 0\r\n" + length + "\r\n" + smuggled, 400);
    row("negative length", start + "Content-Length: -1\r\n\r\n" + smuggled, 400);
    row("bad chunk size", start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + smuggled, 400);
    row("negative chunk size", start + "Transfer-Encoding: chunked\r\n\r\n-5\r\n" + smuggled, 400);
    row("folded header", start + "X: y\r\n z\r\n" + length + "\r\n" + smuggled, 400);
    row("bare LF", "POST /receiveCallRecord HTTP/1.1\nHost: a\nContent-Length: 0\n\n" + smuggled, 400);
    row("head of 1 MB", start + "X: " + QByteArray(1'000'000, 'x'), 431);
    row("target of 1 MB", "GET /" + QByteArray(1'000'000, 'x'), 414);
    row("no host", "POST /receiveCallRecord HTTP/1.1\r\nContent-Length: 0\r\n\r\n" + smuggled, 400);
    row("HTTP/9.9", "POST /receiveCallRecord HTTP/9.9\r\nHost: a\r\nContent-Length: 0\r\n\r\n" + smuggled, 505);
    row("no length", start + "\r\n" + smuggled, 411);
    row("web socket", "GET /receiveCallRecord HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        400);
    row("unknown expectation", start + "Expect: tea\r\nContent-Length: 1\r\n\r\n", 417);
    row("garbage", QByteArray("\x16\x03\x01\x02\x00", 5) + QByteArray(500, 'x'), 400);
}

void TestGuard::turnedAway()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RunningReceiver running(config());
    QVERIFY2(running.error.isEmpty(), qPrintable(running.error));
    RawClient client(running.url());
    client.send(bytes);
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.header("Connection"), "close");
    QVERIFY(client.closedByPeer());
    QCOMPARE(running.sink.count(), 0);
    QCOMPARE(running.receiver->stats().replies.value(status), 1);
    QTRY_COMPARE(running.receiver->stats().connections, 0);
}

void TestGuard::honest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    const QByteArray body = basicPush();
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    const QByteArray chunks = QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
    const QByteArray start = "POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\n";
    const auto row = [](const char *name, const QByteArray &bytes, bool closes = false) {
        QTest::newRow(name) << bytes << closes;
    };
    row("JDK HttpClient",
        start + "Connection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAEAAEAA\r\nUpgrade: h2c\r\n" + length + "\r\n"
            + body);
    row("chunked", start + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
    row("nginx in front",
        "POST /receiveCallRecord HTTP/1.0\r\nHost: a\r\nConnection: close\r\n" + length + "\r\n" + body, true);
    row("ab", "POST /receiveCallRecord HTTP/1.0\r\n" + length + "\r\n" + body, true);
    row("ab -k", "POST /receiveCallRecord HTTP/1.0\r\nConnection: Keep-Alive\r\n" + length + "\r\n" + body);
    row("connection close", start + "connection: CLOSE\r\n" + length + "\r\n" + body, true);
    row("lower case", start + length.toLower() + "\r\n" + body);
    row("blank line first", "\r\n" + start + length + "\r\n" + body);
    row("absolute target", "POST http://a/receiveCallRecord HTTP/1.1\r\nHost: a\r\n" + length + "\r\n" + body);
}

void TestGuard::honest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    RunningReceiver running(config());
    RawClient client(running.url());
    client.send(bytes.first(bytes.size() / 2));
    client.send(bytes.sliced(bytes.size() / 2));
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, "\"success\"");
    QCOMPARE(running.sink.arrivals().constFirst().body, basicPush());
    if (closes) {
        QCOMPARE(reply.header("Connection"), "close");
        QVERIFY(client.closedByPeer());
        return;
    }
    client.send(postRequest("[]", "/receiveCallRecord", "Expect: 100-continue\r\n").chopped(2));
    QCOMPARE(client.reply().status, 100);
    client.send("[]");
    QCOMPARE(client.reply().status, 400);
}

void TestGuard::deadlines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: closed without a word
    QTest::newRow("idle") << QByteArray() << 0;
    QTest::newRow("blank lines only") << QByteArray("\r\n") << 0;
    QTest::newRow("head") << QByteArray("POST /receiveCallRecord HT") << 408;
    QTest::newRow("body") << postRequest(basicPush()).chopped(1) << 408;
    QTest::newRow("body over the limit") << postRequest(QByteArray(300 * 1024, 'x')).first(1000) << 408;
    QTest::newRow("chunk") << QByteArray("POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                                         "\r\n5\r\nab")
                           << 408;
}

void TestGuard::deadlines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    ReceiverConfig impatient = config();
    impatient.deadlines.headMs = impatient.deadlines.bodyMs = impatient.deadlines.idleMs = 60;
    RunningReceiver running(impatient);
    RawClient client(running.url());
    client.send(bytes);
    QCOMPARE(client.reply().status, status);
    QVERIFY(client.closedByPeer());
    QCOMPARE(running.receiver->stats().timeouts, status == 408 ? 1 : 0);
    QCOMPARE(running.sink.count(), 0);
    QTRY_COMPARE(running.receiver->stats().connections, 0);
}

/// Senders that keep a connection for 60 or 75 s are told, and what they are told is less than what is kept.
void TestGuard::howLongAConnectionIsKept()
{
    QVERIFY(ReceiverConfig().deadlines.idleMs > 80'000);
    const RunningReceiver running(config());
    RawClient client(running.url());
    client.send(postRequest(basicPush()));
    QCOMPARE(client.reply().header("Keep-Alive"), "timeout=80");
    client.send(getRequest("/nothing"));
    QCOMPARE(client.reply().header("Keep-Alive"), "timeout=80");
    client.send(postRequest(basicPush(), "/receiveCallRecord", "Connection: close\r\n"));
    QCOMPARE(client.reply().header("Keep-Alive"), QByteArray());
}

void TestGuard::noDeadlineWhileHeld()
{
    ReceiverConfig impatient = config();
    impatient.deadlines.headMs = impatient.deadlines.bodyMs = impatient.deadlines.idleMs = 60;
    RunningReceiver running(impatient);
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient waiting(running.url());
    waiting.send(postRequest(basicPush()));
    QTRY_COMPARE(running.sink.count(), 1);
    RawClient idle(running.url()); // when this one is thrown out, the other's time would be up as well
    QVERIFY(idle.closedByPeer());
    running.sink.release();
    QCOMPARE(waiting.reply().status, 200);
}

void TestGuard::pipelinedInOrder()
{
    RunningReceiver running(config());
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient client(running.url());
    client.send(postRequest(basicPush("a")) + getRequest("/nope") + postRequest("nonsense")
                + postRequest(basicPush("b")) + getRequest("/receiveCallRecord"));
    QTRY_COMPARE(running.sink.count(), 3);
    QCOMPARE(client.socket().bytesAvailable(), 0);
    running.sink.release(true);
    QList<int> statuses;
    for (const RawReply &reply : client.replies(5))
        statuses.append(reply.status);
    QCOMPARE(statuses, QList<int>({200, 404, 400, 200, 405}));
}

void TestGuard::pipelineIsBounded()
{
    RunningReceiver running(config());
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient client(running.url());
    constexpr int count = 100;
    client.send(postRequest(basicPush()).repeated(count));
    QTRY_COMPARE(running.sink.count(), 16);
    RawClient other(running.url()); // by the time it is answered the first one had every chance to go on
    other.send(getRequest("/nope"));
    QCOMPARE(other.reply().status, 404);
    QCOMPARE(running.sink.count(), 16);
    running.sink.setMode(FakeSink::Mode::Answer);
    running.sink.release();
    for (int i = 0; i < count; ++i)
        QCOMPARE(client.reply().status, 200);
}

void TestGuard::neverReading()
{
    ReceiverConfig impatient = config();
    impatient.deadlines.writeMs = 200;
    RunningReceiver running(impatient);
    RawClient client(running.url());
    client.socket().setReadBufferSize(1);
    const QByteArray requests = getRequest("/metrics").repeated(2'000);
    for (int i = 0; i < 2'000 && client.isConnected(); ++i) {
        client.socket().write(requests);
        if (!client.socket().waitForBytesWritten(5'000) || client.socket().bytesToWrite() > 8'000'000)
            break;
    }
    QTRY_COMPARE(running.receiver->stats().connections, 0);
    QVERIFY(running.receiver->stats().requests < 1'000'000);
}

void TestGuard::disconnectBeforeReply()
{
    RunningReceiver running(config());
    running.sink.setMode(FakeSink::Mode::Hold);
    constexpr int rounds = 10;
    constexpr int clientsPerRound = 20;
    for (int round = 1; round <= rounds; ++round) {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < clientsPerRound; ++i) {
            clients.push_back(std::make_unique<RawClient>(running.url()));
            clients.back()->send(postRequest(basicPush()));
        }
        QTRY_COMPARE(running.sink.count(), round * clientsPerRound);
        for (const auto &client : clients)
            client->socket().abort();
        // Half of the receipts come before the end of the connection is noticed, half after. Without TLS it may be
        // half an end only, so the connection waits for its answers.
        if (round % 2 == 0 && isTls())
            QTRY_COMPARE(running.receiver->stats().connections, 0);
        running.sink.release();
    }
    running.sink.setMode(FakeSink::Mode::Answer);
    QCOMPARE(running.ask(postRequest(basicPush())).status, 200);
    QTRY_COMPARE(running.receiver->stats().connections, 0);
}

void TestGuard::halfClose()
{
    RunningReceiver running(config());
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient client(running.url());
    client.send(postRequest(basicPush("a")) + getRequest("/nope") + postRequest(basicPush("b")));
    ::shutdown(static_cast<int>(client.socket().socketDescriptor()), SHUT_WR);
    QTRY_COMPARE(running.sink.count(), 2);
    if (isTls()) { // stored; only its answer is lost
        QTRY_COMPARE(running.receiver->stats().connections, 0);
        running.sink.release();
        return;
    }
    QTRY_VERIFY(client.socket().bytesAvailable() == 0 && running.receiver->stats().connections == 1);
    running.sink.release(true);
    QList<int> statuses;
    for (const RawReply &reply : client.replies(3))
        statuses.append(reply.status);
    QCOMPARE(statuses, QList<int>({200, 404, 200}));
    QVERIFY(client.closedByPeer());
    QTRY_COMPARE(running.receiver->stats().connections, 0);
}

void TestGuard::halfClosedLong()
{
    RunningReceiver running(testConfig()); // with TLS the answers are lost
    RawClient client(running.url());
    constexpr int count = 100;
    client.send(postRequest(basicPush()).repeated(count) + postRequest(basicPush()).chopped(1));
    ::shutdown(static_cast<int>(client.socket().socketDescriptor()), SHUT_WR);
    for (const RawReply &reply : client.replies(count))
        QCOMPARE(reply.status, 200);
    QVERIFY(client.closedByPeer());
    QCOMPARE(running.sink.count(), count);
    QTRY_COMPARE(running.receiver->stats().connections, 0);
}

void TestGuard::connectionCap()
{
    ReceiverConfig narrow = config();
    narrow.maxConnections = 2;
    RunningReceiver running(narrow);
    auto first = std::make_unique<RawClient>(running.url());
    RawClient second(running.url());
    for (RawClient *client : {first.get(), &second}) {
        client->send(postRequest(basicPush()));
        QCOMPARE(client->reply().status, 200);
    }
    RawClient third(running.url());
    if (!isTls()) {
        const RawReply reply = third.reply();
        QCOMPARE(reply.status, 503);
        QVERIFY(reply.body.contains("Too many connections"));
    }
    QVERIFY(third.closedByPeer());
    QCOMPARE(running.receiver->stats().refusedByLimit, 1);
    first.reset();
    QTRY_COMPARE(running.receiver->stats().connections, 1);
    QCOMPARE(running.ask(postRequest(basicPush())).status, 200);
}

void TestGuard::allowList()
{
    ReceiverConfig closed = config();
    closed.allow = {*Subnet::parse(u"10.0.0.0/8"_s), *Subnet::parse(u"::1"_s)};
    RunningReceiver refusing(closed);
    RawClient client(refusing.url());
    QVERIFY(client.closedByPeer());
    QCOMPARE(refusing.receiver->stats().refusedByAllowList, 1);
    QCOMPARE(refusing.receiver->stats().connectionsTotal, 0);

    closed.allow.append(*Subnet::parse(u"127.0.0.0/8"_s));
    RunningReceiver open(closed);
    QCOMPARE(open.ask(postRequest(basicPush())).status, 200);
}

QTEST_GUILESS_MAIN(TestGuard)
#include "test_guard.moc"
