// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

/// Every answer in packaging/man/callboard-receiver.7.md, over http and https.
class TestHttpTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void successOnlyAfterReceipt();
    void otherKindsAreStoredAsSuch();
    void refusalsAreKept_data();
    void refusalsAreKept();
    void overTheLimit_data();
    void overTheLimit();
    void tokens_data();
    void tokens();
    void awkwardTokens_data();
    void awkwardTokens();
    void pathAndMethod_data();
    void pathAndMethod();
    void unavailable_data();
    void unavailable();
    void health();
    void metrics();
    void metricsHaveTheLastPushByTheRightClock();
    void lenientInput();
    void headHasNoBody();

private:
    static ReceiverConfig config();
};

ReceiverConfig TestHttpTable::config()
{
    QFETCH_GLOBAL(bool, tls);
    return testConfig(tls);
}

void TestHttpTable::initTestCase_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void TestHttpTable::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestHttpTable::successOnlyAfterReceipt()
{
    RunningReceiver running(config());
    QVERIFY2(running.error.isEmpty(), qPrintable(running.error));
    running.sink.setMode(FakeSink::Mode::Hold);
    RawClient client(running.url());
    client.send(postRequest(outboundPush()));
    QTRY_COMPARE(running.sink.count(), 1);
    QCOMPARE(client.socket().bytesAvailable(), 0);
    QCOMPARE(running.receiver->stats().replies.value(200), 0);

    running.sink.release();
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("Content-Type"), "application/json");
    QCOMPARE(reply.body, "\"success\"");
    const Arrival arrival = running.sink.arrivals().constFirst();
    QCOMPARE(arrival.body, outboundPush());
    QCOMPARE(arrival.remote, u"127.0.0.1"_s);
    QCOMPARE(std::get<PartMessage>(arrival.content).part, Part::Outbound);
    const ReceiverStats stats = running.receiver->stats();
    QCOMPARE(stats.pushesOutbound, 1);
    QCOMPARE(stats.ackCount, 1);
    QVERIFY(stats.lastPushAt > 0);
}

/// A further kind needs its row in the table of kinds, and nothing else.
void TestHttpTable::otherKindsAreStoredAsSuch()
{
    constexpr auto Survey = static_cast<PushKind>(7);
    ReceiverConfig own = config();
    own.kinds.append({Survey, "survey"_L1, "receiveSurvey"_L1, nullptr, "survey"});
    RunningReceiver running(own);
    QVERIFY2(running.error.isEmpty(), qPrintable(running.error));
    const auto push = [&running](const QByteArray &target, const QByteArray &body) {
        const RawReply reply = running.ask(postRequest(body, target));
        return reply.status == 200 && reply.body == "\"success\"";
    };
    QVERIFY(push("/receiveCallRecord", R"({"call_uuid":"a","url":"a.wav","size":5})"));
    QVERIFY(push("/receiveDialog", R"({"call_uuid":"a","dialog":[]})"));
    QVERIFY(push("/receiveVoice", outboundPush()));
    QVERIFY(push("/receiveSurvey", R"({"call_uuid":"a","points":5})"));
    QCOMPARE(running.ask(postRequest("{}", "/receiveVoice")).status, 400);
    QCOMPARE(running.ask(postRequest(R"({"call_uuid":"a"})", "/receiveOther")).status, 404);

    const QList<Arrival> arrivals = running.sink.arrivals();
    QCOMPARE(arrivals.size(), 5);
    QCOMPARE(std::get<OtherPush>(arrivals.at(0).content).kind, PushKind::Recording);
    QCOMPARE(std::get<OtherPush>(arrivals.at(1).content).kind, PushKind::Dialogue);
    QCOMPARE(std::get<PartMessage>(arrivals.at(2).content).part, Part::Outbound);
    QCOMPARE(std::get<OtherPush>(arrivals.at(3).content).kind, Survey);
    QVERIFY(std::holds_alternative<Refusal>(arrivals.at(4).content));
    QCOMPARE(arrivals.at(4).ofAddress, PushKind::Recording);
    const ReceiverStats stats = running.receiver->stats();
    QCOMPARE(stats.pushesOther,
             (QMap<PushKind, qint64>{{PushKind::Recording, 1}, {PushKind::Dialogue, 1}, {Survey, 1}}));
    QCOMPARE(stats.pushesOutbound, 1);
    const QByteArray metrics = running.ask(getRequest("/metrics")).body;
    QVERIFY2(metrics.contains(R"(callboard_pushes_total{part="survey",outcome="stored"} 1)"), metrics.constData());
    QVERIFY(metrics.contains(R"(callboard_pushes_total{part="recording",outcome="stored"} 1)"));
}

void TestHttpTable::refusalsAreKept_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<RefusalReason>("reason");
    QTest::addColumn<QString>("field");
    QTest::newRow("not JSON") << QByteArray("nonsense") << RefusalReason::NotJson << QString();
    QTest::newRow("empty") << QByteArray("") << RefusalReason::NotJson << QString();
    QTest::newRow("not an object") << QByteArray("[1]") << RefusalReason::NotObject << QString();
    QTest::newRow("not UTF-8") << QByteArray("{\"call_uuid\":\"\xff\"}") << RefusalReason::NotUtf8 << QString();
    QTest::newRow("no uuid") << QByteArray("{}") << RefusalReason::NoCallUuid << u"call_uuid"_s;
    QTest::newRow("bad field") << QByteArray(R"({"call_uuid":"a","time_hangup":"soon"})") << RefusalReason::BadField
                               << u"time_hangup"_s;
}

void TestHttpTable::refusalsAreKept()
{
    QFETCH(QByteArray, body);
    QFETCH(RefusalReason, reason);
    QFETCH(QString, field);
    RunningReceiver running(config());
    const RawReply reply = running.ask(postRequest(body));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.header("Content-Type"), "application/json");
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    QVERIFY(!answer.value(u"error"_s).toString().isEmpty());
    QCOMPARE(answer.value(u"field"_s).toString(), field);
    QCOMPARE(running.sink.count(), 1);
    const Arrival arrival = running.sink.arrivals().constFirst();
    QCOMPARE(std::get<Refusal>(arrival.content).reason, reason);
    QCOMPARE(arrival.body, body);
    QCOMPARE(running.receiver->stats().pushesRefused, 1);
}

void TestHttpTable::overTheLimit_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray body(10'000, 'x');
    const QByteArray chunked =
        "POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2710\r\n" + body
        + "\r\n0\r\n\r\n";
    QTest::newRow("length") << postRequest(body);
    QTest::newRow("chunked") << chunked;
}

void TestHttpTable::overTheLimit()
{
    QFETCH(QByteArray, request);
    ReceiverConfig small = config();
    small.maxBodyBytes = 8'000;
    RunningReceiver running(small);
    RawClient client(running.url());
    client.send(request + postRequest(basicPush()));
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.header("Connection"), "close");
    QVERIFY(client.closedByPeer());
    QCOMPARE(running.sink.count(), 1);
    const Arrival arrival = running.sink.arrivals().constFirst();
    QCOMPARE(std::get<Refusal>(arrival.content).reason, RefusalReason::TooLarge);
    QCOMPARE(arrival.body, QByteArray(4096, 'x'));
    QCOMPARE(running.receiver->stats().tooLarge, 1);
}

void TestHttpTable::tokens_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray body = basicPush();
    QTest::newRow("none") << postRequest(body) << 401;
    QTest::newRow("segment") << postRequest(body, "/receiveCallRecord/s3cret") << 200;
    QTest::newRow("wrong segment") << postRequest(body, "/receiveCallRecord/s3creT") << 401;
    QTest::newRow("longer segment") << postRequest(body, "/receiveCallRecord/s3cret1") << 401;
    QTest::newRow("query") << postRequest(body, "/receiveCallRecord?a=1&token=s3cret") << 200;
    QTest::newRow("wrong query") << postRequest(body, "/receiveCallRecord?token=") << 401;
    QTest::newRow("bearer") << postRequest(body, "/receiveCallRecord", "Authorization: Bearer s3cret\r\n") << 200;
    QTest::newRow("bearer in lower case")
        << postRequest(body, "/receiveCallRecord", "authorization: bearer s3cret\r\n") << 200;
    QTest::newRow("wrong scheme") << postRequest(body, "/receiveCallRecord", "Authorization: Basic s3cret\r\n") << 401;
    QTest::newRow("two segments") << postRequest(body, "/receiveCallRecord/s3cret/x") << 404;
    QTest::newRow("too large without") << postRequest(QByteArray(300 * 1024, 'x')) << 401;
}

void TestHttpTable::tokens()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    ReceiverConfig guarded = config();
    guarded.token = "s3cret";
    RunningReceiver running(guarded);
    QCOMPARE(running.ask(request).status, status);
    QCOMPARE(running.sink.count(), status == 200 ? 1 : 0);
    QCOMPARE(running.receiver->stats().unauthorized, status == 401 ? 1 : 0);
}

void TestHttpTable::awkwardTokens_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray body = basicPush();
    QTest::newRow("segment") << postRequest(body, "/receiveCallRecord/a%2Fb+%C3%A4=") << 200;
    QTest::newRow("segment with a slash") << postRequest(body, "/receiveCallRecord/a/b+%c3%a4=") << 200;
    QTest::newRow("query") << postRequest(body, "/receiveCallRecord?token=a%2Fb%2B%C3%A4%3D") << 200;
    QTest::newRow("bearer") << postRequest(body, "/receiveCallRecord", "Authorization: Bearer a/b+\xC3\xA4=\r\n")
                            << 200;
    QTest::newRow("half of it") << postRequest(body, "/receiveCallRecord/a") << 401;
    QTest::newRow("nothing behind the slash") << postRequest(body, "/receiveCallRecord/") << 401;
    QTest::newRow("further segments") << postRequest(body, "/receiveCallRecord/a/b") << 401;
    QTest::newRow("further segments after it") << postRequest(body, "/receiveCallRecord/a/b+%c3%a4=/x") << 401;
    QTest::newRow("other method") << getRequest("/receiveCallRecord/a%2Fb+%C3%A4=") << 405;
}

/// As random ones in Base64 are.
void TestHttpTable::awkwardTokens()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    ReceiverConfig guarded = config();
    guarded.token = "a/b+\xC3\xA4=";
    RunningReceiver running(guarded);
    QCOMPARE(running.ask(request).status, status);
    QCOMPARE(running.sink.count(), status == 200 ? 1 : 0);
    QCOMPARE(running.receiver->stats().unauthorized, status == 401 ? 1 : 0);
}

void TestHttpTable::pathAndMethod_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("get") << getRequest("/receiveCallRecord") << 405 << QByteArray("POST");
    QTest::newRow("put") << getRequest("/receiveCallRecord", "PUT") << 405 << QByteArray("POST");
    QTest::newRow("unknown method") << getRequest("/receiveCallRecord", "BREW") << 405 << QByteArray("POST");
    QTest::newRow("post health") << postRequest("{}", "/healthz") << 405 << QByteArray("GET, HEAD");
    QTest::newRow("other path") << postRequest("{}", "/receivecallrecord") << 404 << QByteArray("");
    QTest::newRow("root") << getRequest("/") << 404 << QByteArray("");
    QTest::newRow("segment without a token") << postRequest("{}", "/receiveCallRecord/x") << 404 << QByteArray("");
    QTest::newRow("dots") << postRequest("{}", "/x/../receiveCallRecord") << 404 << QByteArray("");
}

void TestHttpTable::pathAndMethod()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    RunningReceiver running(config());
    const RawReply reply = running.ask(request);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.header("Allow"), allow);
    QCOMPARE(running.sink.count(), 0);
}

void TestHttpTable::unavailable_data()
{
    QTest::addColumn<FakeSink::Mode>("mode");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("queue full") << FakeSink::Mode::Full << basicPush();
    QTest::newRow("queue full, refused message") << FakeSink::Mode::Full << QByteArray("nonsense");
    QTest::newRow("commit failed") << FakeSink::Mode::Unavailable << basicPush();
    QTest::newRow("commit failed, refused message") << FakeSink::Mode::Unavailable << QByteArray("nonsense");
    QTest::newRow("commit failed, too large") << FakeSink::Mode::Unavailable << QByteArray(300 * 1024, 'x');
}

void TestHttpTable::unavailable()
{
    QFETCH(FakeSink::Mode, mode);
    QFETCH(QByteArray, body);
    RunningReceiver running(config());
    running.sink.setMode(mode);
    const RawReply reply = running.ask(postRequest(body));
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.header("Retry-After").toInt() > 0);
    QCOMPARE(running.receiver->stats().pushesUnavailable, 1);
}

void TestHttpTable::health()
{
    RunningReceiver running(config());
    const RawReply good = running.ask(getRequest("/healthz"));
    QCOMPARE(good.status, 200);
    const QJsonObject object = QJsonDocument::fromJson(good.body).object();
    QCOMPARE(object.value(u"state"_s).toString(), u"ok"_s);
    QVERIFY(object.value(u"store_writable"_s).toBool());
    QVERIFY(object.value(u"last_push_age_ms"_s).isNull());
    QVERIFY(object.contains(u"queue_depth"_s) && object.contains(u"free_disk_bytes"_s));

    QCOMPARE(object.value(u"retention"_s).toString(), u"ok"_s);

    IngestState doubtful;
    doubtful.writable = doubtful.retentionWaits = true;
    running.sink.setState(doubtful);
    const RawReply waiting = running.ask(getRequest("/healthz"));
    QCOMPARE(waiting.status, 200); // pushes are stored all the same
    const QJsonObject waits = QJsonDocument::fromJson(waiting.body).object();
    QCOMPARE(waits.value(u"state"_s).toString(), u"ok"_s);
    QCOMPARE(waits.value(u"retention"_s).toString(), u"waiting for confirmation"_s);
    QVERIFY(running.ask(getRequest("/metrics")).body.contains("\ncallboard_retention_waiting 1\n"));

    IngestState broken;
    broken.trouble = u"The disk is full."_s;
    broken.lastPushAt = 1;
    running.sink.setState(broken);
    const RawReply bad = running.ask(getRequest("/healthz"));
    QCOMPARE(bad.status, 503);
    const QJsonObject worse = QJsonDocument::fromJson(bad.body).object();
    QCOMPARE(worse.value(u"trouble"_s).toString(), broken.trouble);
    QVERIFY(worse.value(u"last_push_age_ms"_s).toDouble() > 0);
}

void TestHttpTable::metrics()
{
    RunningReceiver running(config());
    QCOMPARE(running.ask(postRequest(basicPush())).status, 200);
    const RawReply reply = running.ask(getRequest("/metrics"));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.header("Content-Type").startsWith("text/plain"));
    const QByteArrayList expected = {R"(callboard_pushes_total{part="basic",outcome="stored"} 1)",
                                     R"(callboard_replies_total{status="200"} 1)",
                                     "callboard_queue_depth 0",
                                     "callboard_retention_waiting 0",
                                     "callboard_batch_size_count 0",
                                     R"(callboard_ack_seconds_bucket{le="+Inf"} 1)",
                                     "callboard_connections_total 2"};
    for (const QByteArray &line : expected)
        QVERIFY2(reply.body.contains(line + '\n'), line.constData());
}

/// The clock was ahead at the last push, and was set right: the store knows the moment by the steady clock.
void TestHttpTable::metricsHaveTheLastPushByTheRightClock()
{
    RunningReceiver running(config());
    QCOMPARE(running.ask(postRequest(basicPush())).status, 200);
    IngestState state;
    state.lastPushAt = 1'500'250;
    running.sink.setState(state);
    const RawReply reply = running.ask(getRequest("/metrics"));
    QVERIFY2(reply.body.contains("callboard_last_push_timestamp_seconds 1500.250\n"), reply.body.constData());
}

void TestHttpTable::lenientInput()
{
    RunningReceiver running(config());
    const QByteArray body = "\xEF\xBB\xBF" + basicPush();
    QCOMPARE(running.ask(postRequest(body, "/receiveCallRecord", "Content-Type: text/plain\r\n")).status, 200);
    QCOMPARE(running.ask(postRequest(basicPush(), "/receiveCallRecord?source=a%20b")).status, 200);
}

void TestHttpTable::headHasNoBody()
{
    RunningReceiver running(config());
    RawClient client(running.url());
    client.send(getRequest("/healthz", "HEAD") + postRequest(basicPush()));
    const RawReply head = client.reply(false);
    QCOMPARE(head.status, 200);
    QVERIFY(head.header("Content-Length").toInt() > 0);
    QCOMPARE(client.reply().body, "\"success\"");
}

QTEST_GUILESS_MAIN(TestHttpTable)
#include "test_http_table.moc"
