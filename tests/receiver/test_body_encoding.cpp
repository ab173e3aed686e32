// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/push/body_encoding.h"
#include "receiver_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>
#include <QTest>

#include <memory>
#include <vector>

#include <zlib.h>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr int ZlibWindow = 15, GzipWindow = 31, RawWindow = -15; // as zlib counts them

QByteArray packed(const QByteArray &bytes, int window)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    QByteArray result(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    QByteArray source = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result;
}

/// Its words are valid UTF-8 too when they are written in GBK.
const QString Text = uR"({"call_uuid":"u1","task_result_desc":"通知","task_row_value":["双十一"]})"_s;

QByteArray gbk(const QString &text)
{
    return QStringEncoder("GB18030").encode(text);
}

QByteArray utf16(const QString &text, QStringEncoder::Encoding order, bool mark = false)
{
    return QStringEncoder(order, mark ? QStringEncoder::Flag::WriteBom : QStringEncoder::Flag::Default).encode(text);
}

} // namespace

/// Bodies that are packed, or written in another encoding than UTF-8.
class TestBodyEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void taken_data();
    void taken();
    void refused_data();
    void refused();
    void aBombCostsNothing();
    void unpackedBodiesAreBounded();
    void headersOfTheEncoding_data();
    void headersOfTheEncoding();
};

void TestBodyEncoding::taken_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &headers, const QByteArray &body) {
        QTest::newRow(name) << headers << body;
    };
    const QByteArray utf8 = Text.toUtf8();
    const QByteArray json = "Content-Type: application/json; charset=";
    row("gzip", "Content-Encoding: gzip\r\n", packed(utf8, GzipWindow));
    row("x-gzip in capitals", "Content-Encoding: X-GZIP\r\n", packed(utf8, GzipWindow));
    row("gzip in two parts", "Content-Encoding: gzip\r\n",
        packed(utf8.first(20), GzipWindow) + packed(utf8.sliced(20), GzipWindow));
    row("deflate", "Content-Encoding: deflate\r\n", packed(utf8, ZlibWindow));
    row("deflate without its header", "Content-Encoding: deflate\r\n", packed(utf8, RawWindow));
    row("identity", "Content-Encoding: identity\r\n", utf8);
    row("GBK", json + "GBK\r\n", gbk(Text));
    row("GB2312 in quotes", json + "\"gb2312\"\r\n", gbk(Text));
    row("GB18030 after another parameter", "Content-Type: text/plain; version=1; Charset = GB18030\r\n", gbk(Text));
    row("GBK, packed", json + "gbk\r\nContent-Encoding: gzip\r\n", packed(gbk(Text), GzipWindow));
    row("GBK that is UTF-8", json + "GBK\r\n", utf8);
    row("GBK that is UTF-8 with a mark", json + "GBK\r\n", "\xef\xbb\xbf" + utf8);
    row("UTF-16 with a mark", json + "UTF-16\r\n", utf16(Text, QStringEncoder::Utf16BE, true));
    row("UTF-16 with the other mark", json + "utf-16\r\n", utf16(Text, QStringEncoder::Utf16LE, true));
    row("UTF-16 without a mark", json + "UTF-16\r\n", utf16(Text, QStringEncoder::Utf16BE));
    row("UTF-16 of Windows, without a mark", json + "UTF-16\r\n", utf16(Text, QStringEncoder::Utf16LE));
    row("UTF-16LE", json + "UTF-16LE\r\n", utf16(Text, QStringEncoder::Utf16LE));
    row("UTF-16 in the other order than it says", json + "UTF-16LE\r\n", utf16(Text, QStringEncoder::Utf16BE));
    row("UTF-16 that is UTF-8", json + "UTF-16\r\n", utf8 + (utf8.size() % 2 == 0 ? "" : " "));
    row("UTF-16 that is UTF-8 of odd length", json + "UTF-16\r\n", utf8 + (utf8.size() % 2 == 0 ? " " : ""));
    row("a charset inside another parameter", "Content-Type: a/b; x=\";charset=gbk;\"; charset=utf-8\r\n", utf8);
    row("a charset that is not what was sent", json + "ISO-8859-1\r\n", utf8);
    row("none", {}, utf8);
}

void TestBodyEncoding::taken()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    RunningReceiver running;
    const RawReply reply = running.ask(postRequest(body, "/receiveCallRecord", headers));
    QCOMPARE(reply.body, "\"success\"");
    const Arrival arrival = running.sink.arrivals().constFirst();
    const auto &message = std::get<PartMessage>(arrival.content);
    QCOMPARE(message.fields.taskResultDesc, u"通知"_s);
    QCOMPARE(message.fields.taskRowValue, QStringList{u"双十一"_s});
    const QByteArray kept = arrival.body.startsWith("\xef\xbb\xbf") ? arrival.body.sliced(3) : arrival.body;
    QCOMPARE(kept.trimmed(), Text.toUtf8()); // the journal needs no header to be read again
}

void TestBodyEncoding::refused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<RefusalReason>("reason");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const QByteArray &headers, const QByteArray &body, int status,
                        RefusalReason reason,
                        const QByteArray &kept) { QTest::newRow(name) << headers << body << status << reason << kept; };
    using enum RefusalReason;
    const QByteArray utf8 = Text.toUtf8(), gzip = "Content-Encoding: gzip\r\n";
    const QByteArray whole = packed(utf8, GzipWindow), open = gbk(u"{\"call_uuid\":\"通知\""_s);
    const QByteArray json = "Content-Type: application/json; charset=";
    row("brotli", "Content-Encoding: br\r\n", "\x0b\x02\x80", 415, UnknownEncoding, "\x0b\x02\x80");
    row("two of them", "Content-Encoding: gzip, gzip\r\n", whole, 415, UnknownEncoding, whole);
    row("two headers", gzip + gzip, whole, 415, UnknownEncoding, whole);
    row("gzip that is none", gzip, utf8, 400, BadEncoding, utf8);
    row("gzip that ends early", gzip, whole.chopped(9), 400, BadEncoding, whole.chopped(9));
    row("gzip with a wrong checksum", gzip, whole.chopped(8) + QByteArray(8, '\0'), 400, BadEncoding,
        whole.chopped(8) + QByteArray(8, '\0'));
    row("gzip with more behind it", gzip, whole + "x", 400, BadEncoding, whole + "x");
    row("nothing packed", gzip, {}, 400, BadEncoding, {});
    row("neither GBK nor UTF-8", json + "gbk\r\n", "{\"call_uuid\":\"\xff\"}", 400, BadEncoding,
        "{\"call_uuid\":\"\xff\"}");
    row("half of UTF-16", json + "utf-16\r\n", utf16(Text, QStringEncoder::Utf16BE).chopped(1), 400, BadEncoding,
        utf16(Text, QStringEncoder::Utf16BE).chopped(1));
    const QByteArray half =
        utf16(u"{\"call_uuid\":\"a"_s, QStringEncoder::Utf16BE) + "\xd8\x01" + utf16(u"\"}"_s, QStringEncoder::Utf16BE);
    row("half a character in UTF-16", json + "utf-16\r\n", half, 400, BadEncoding, half);
    row("UTF-16 that begins with no JSON", json + "utf-16\r\n", QByteArray("\xff\xff\x4e\x00", 4), 400, BadEncoding,
        QByteArray("\xff\xff\x4e\x00", 4));
    row("GBK that is no JSON is kept as text", json + "gbk\r\n", open, 400, NotJson,
        u"{\"call_uuid\":\"通知\""_s.toUtf8());
    const QByteArray other = gbk(u"{\"call_uuid\":\"话单看板\"}"_s);
    row("GBK without the header", {}, other, 400, NotUtf8, other);
    row("packed and not JSON", gzip, packed("nonsense", GzipWindow), 400, NotJson, "nonsense");
}

void TestBodyEncoding::refused()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(RefusalReason, reason);
    QFETCH(QByteArray, kept);
    RunningReceiver running;
    RawClient client(running.url());
    client.send(postRequest(body, "/receiveCallRecord", headers));
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, status);
    QVERIFY(!QJsonDocument::fromJson(reply.body).object().value(u"error"_s).toString().isEmpty());
    QCOMPARE(reply.header("Accept-Encoding"), status == 415 ? QByteArray("gzip, deflate") : QByteArray());
    const Arrival arrival = running.sink.arrivals().constFirst();
    QCOMPARE(std::get<Refusal>(arrival.content).reason, reason);
    QCOMPARE(arrival.body, kept);
    client.send(postRequest(basicPush())); // what follows is read as usual
    QCOMPARE(client.reply().status, 200);
}

void TestBodyEncoding::aBombCostsNothing()
{
    RunningReceiver running;
    const QByteArray bomb = packed(QByteArray(50'000'000, '0'), GzipWindow);
    QVERIFY(bomb.size() < 100'000);
    const RawReply reply = running.ask(postRequest(bomb, "/receiveCallRecord", "Content-Encoding: gzip\r\n"));
    QCOMPARE(reply.status, 413);
    QCOMPARE(running.receiver->stats().tooLarge, 1);
    const Arrival arrival = running.sink.arrivals().constFirst();
    QCOMPARE(std::get<Refusal>(arrival.content).reason, RefusalReason::TooLarge);
    QCOMPARE(arrival.body, QByteArray(4096, '0'));
    FramingLimits limits;
    RequestHead head;
    head.contentEncoding = "gzip";
    limits.bodyBytes = Text.toUtf8().size();
    const QByteArray exact = packed(Text.toUtf8(), GzipWindow);
    QVERIFY(!decodeBody(exact, head, limits).refusal);
    --limits.bodyBytes;
    QCOMPARE(decodeBody(exact, head, limits).refusal->reason, RefusalReason::TooLarge);
}

/// What is packed passes the limits of connections; unpacked, it is counted until it is stored.
void TestBodyEncoding::unpackedBodiesAreBounded()
{
    ReceiverConfig config = testConfig();
    config.unfinishedBytes = 1'000'000;
    RunningReceiver running(config);
    running.sink.setMode(FakeSink::Mode::Hold);
    const QByteArray request =
        postRequest(packed(R"({"call_uuid":"u","x":")" + QByteArray(250'000, 'a') + "\"}", GzipWindow),
                    "/receiveCallRecord", "Content-Encoding: gzip\r\n");
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(running.url()));
        clients.back()->send(request);
    }
    QTRY_COMPARE(running.receiver->stats().requests, 20);
    QCOMPARE(running.sink.count(), 3);
    running.sink.setMode(FakeSink::Mode::Answer);
    running.sink.release();
    QMap<int, int> answers;
    for (const auto &client : clients)
        ++answers[client->reply().status];
    QCOMPARE(answers, (QMap<int, int>{{200, 3}, {503, 17}}));
}

void TestBodyEncoding::headersOfTheEncoding_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("charset");
    QTest::newRow("none") << QByteArray("application/json") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("usual") << QByteArray("application/json;charset=UTF-8") << QByteArray("UTF-8");
    QTest::newRow("another name") << QByteArray("text/plain; xcharset=GBK") << QByteArray();
    QTest::newRow("no value") << QByteArray("text/plain; charset") << QByteArray();
    QTest::newRow("empty value") << QByteArray("text/plain; charset=") << QByteArray();
    QTest::newRow("a quote") << QByteArray("text/plain; charset=\"") << QByteArray("\"");
    QTest::newRow("ends in a semicolon") << QByteArray("text/plain; charset=gbk;") << QByteArray("gbk");
    QTest::newRow("semicolons only") << QByteArray(";;;") << QByteArray();
}

void TestBodyEncoding::headersOfTheEncoding()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, charset);
    const auto read =
        parseHead("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Type: " + value + "\r\n", {});
    QCOMPARE(std::get<RequestHead>(read).charset, charset);
}

QTEST_GUILESS_MAIN(TestBodyEncoding)
#include "test_body_encoding.moc"
