// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/request/request_framer.h"

#include <QTest>

using namespace callboard;

namespace {

const FramingLimits Limits{2048, 512, 16, 100, 10, 32};

QByteArray head(const QByteArray &fields, const QByteArray &line = "POST /p HTTP/1.1")
{
    return line + "\r\nHost: a\r\n" + fields;
}

RequestFramer::Step nextAfterHead(RequestFramer &framer)
{
    const RequestFramer::Step step = framer.next();
    return step == RequestFramer::Step::HeadRead ? framer.next() : step;
}

/// All that came out of a stream, in words, however it was cut.
QByteArrayList framed(const QByteArray &stream, qsizetype pieceSize)
{
    RequestFramer framer(Limits);
    QByteArrayList result;
    for (qsizetype at = 0; at < stream.size(); at += pieceSize) {
        framer.append(stream.mid(at, pieceSize));
        for (auto step = framer.next(); step != RequestFramer::Step::NeedMore; step = framer.next()) {
            if (step == RequestFramer::Step::Violated) {
                result.append("violated " + QByteArray::number(framer.violation().status));
            } else if (step == RequestFramer::Step::Complete) {
                const VerifiedRequest request = framer.takeRequest();
                result.append(request.head.method + ' ' + request.head.target + ' ' + request.body
                              + (request.tooLarge ? " too large" : ""));
            }
        }
    }
    return result;
}

} // namespace

/// The checks that stand before QHttpServer.
class TestFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heads_data();
    void heads();
    void headMeaning();
    void streams_data();
    void streams();
    void endlessHead_data();
    void endlessHead();
    void expectContinue();
    void phases();
    void skippedBodies();
    void endsInsteadOfSkipping_data();
    void endsInsteadOfSkipping();
};

void TestFraming::heads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status"); // 0: accepted
    const auto row = [](const char *name, const QByteArray &text, int status) {
        QTest::newRow(name) << text << status;
    };
    row("plain", head("Content-Length: 5\r\n"), 0);
    row("any case", head("CONTENT-length:5\r\n"), 0);
    row("chunked", head("Transfer-Encoding: Chunked\r\n"), 0);
    row("h2c offer", head("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nContent-Length: 0\r\n"), 0);
    row("absolute target", head("", "GET http://a/p HTTP/1.1"), 0);
    row("HTTP/1.0 without host", "POST /p HTTP/1.0\r\nContent-Length: 1\r\n", 0);
    row("empty value", head("X-A:\r\nContent-Length: 1\r\n"), 0);
    row("UTF-8 value", head("X-A: \xe4\xb8\xad\r\nContent-Length: 1\r\n"), 0);
    row("two lengths", head("Content-Length: 5\r\nContent-Length: 5\r\n"), 400);
    row("list of lengths", head("Content-Length: 5, 5\r\n"), 400);
    row("negative length", head("Content-Length: -5\r\n"), 400);
    row("signed length", head("Content-Length: +5\r\n"), 400);
    row("garbage length", head("Content-Length: 5x\r\n"), 400);
    row("hexadecimal length", head("Content-Length: 0x5\r\n"), 400);
    row("empty length", head("Content-Length:\r\n"), 400);
    row("overflowing length", head("Content-Length: 18446744073709551621\r\n"), 400);
    row("length and chunked", head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunked twice", head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("other coding", head("Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("hidden coding", head("Transfer-Encoding: xchunked\r\n"), 501);
    row("chunked in HTTP/1.0", head("Transfer-Encoding: chunked\r\n", "POST /p HTTP/1.0"), 400);
    row("space before colon", head("Content-Length : 5\r\n"), 400);
    row("no colon", head("Content-Length\r\n"), 400);
    row("no name", head(": 5\r\n"), 400);
    row("folded", head("X-A: 1\r\n  2\r\nContent-Length: 5\r\n"), 400);
    row("bad name", head("X(A): 1\r\nContent-Length: 5\r\n"), 400);
    row("NUL in value", head(QByteArray("X-A: \0\r\n", 8)), 400);
    row("CR in value", head("X-A: 1\r2\r\n"), 400);
    row("no length", head(""), 411);
    row("no host", "GET /p HTTP/1.1\r\n", 400);
    row("two hosts", head("Host: b\r\nContent-Length: 0\r\n"), 400);
    row("host with a path", "GET /p HTTP/1.1\r\nHost: a/b\r\n", 400);
    row("two authorizations", head("Authorization: a\r\nAuthorization: b\r\nContent-Length: 0\r\n"), 400);
    row("web socket", head("Connection: Upgrade\r\nUpgrade: websocket\r\n", "GET /p HTTP/1.1"), 400);
    row("unknown expectation", head("Expect: magic\r\nContent-Length: 5\r\n"), 417);
    row("HTTP/9.9", head("", "GET /p HTTP/9.9"), 505);
    row("HTTP/2.0", head("", "GET /p HTTP/2.0"), 505);
    row("HTTP/1.11", head("", "GET /p HTTP/1.11"), 400);
    row("lower case version", head("", "GET /p http/1.1"), 400);
    row("no version", head("", "GET /p"), 400);
    row("two spaces", head("", "GET  /p HTTP/1.1"), 400);
    row("space in target", head("", "GET /p q HTTP/1.1"), 400);
    row("relative target", head("", "GET p HTTP/1.1"), 400);
    row("long target", head("", "GET /" + QByteArray(600, 'a') + " HTTP/1.1"), 414);
    row("too many fields", head(QByteArray("X: 1\r\n").repeated(16) + "Content-Length: 0\r\n"), 431);
    row("nothing", "", 400);
}

void TestFraming::heads()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    const auto parsed = parseHead(head, Limits);
    const auto *violation = std::get_if<Violation>(&parsed);
    QCOMPARE(violation ? violation->status : 0, status);
}

void TestFraming::headMeaning()
{
    const auto parsed = parseHead(head("Connection: foo , CLOSE\r\nContent-Type: text/plain \r\nContent-Length: 7\r\n"
                                       "Expect: 100-Continue\r\nAuthorization: Bearer x\r\n"),
                                  Limits);
    const auto &read = std::get<RequestHead>(parsed);
    QCOMPARE(read.method, "POST");
    QCOMPARE(read.target, "/p");
    QCOMPARE(read.authorization, "Bearer x");
    QCOMPARE(read.contentLength, 7);
    QVERIFY(!read.keepAlive && read.expectContinue && !read.http10);

    const QByteArray old = "POST /p HTTP/1.0\r\nContent-Length: 1\r\n";
    QVERIFY(!std::get<RequestHead>(parseHead(old, Limits)).keepAlive);
    QVERIFY(std::get<RequestHead>(parseHead(old + "Connection: Keep-Alive\r\n", Limits)).keepAlive);
}

void TestFraming::streams_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArray chunked = head("Transfer-Encoding: chunked\r\n") + "\r\n";
    const auto row = [](const char *name, const QByteArray &stream, const QByteArrayList &expected) {
        QTest::newRow(name) << stream << expected;
    };
    const QByteArray plain = head("Content-Length: 3\r\n") + "\r\nabc";
    row("pipelined", plain + plain + head("", "GET /q HTTP/1.1") + "\r\n", {"POST /p abc", "POST /p abc", "GET /q "});
    row("blank lines between", "\r\n" + plain + "\r\n\r\n" + plain, {"POST /p abc", "POST /p abc"});
    row("nothing after close", head("Connection: close\r\nContent-Length: 1\r\n") + "\r\na" + plain, {"POST /p a"});
    row("chunks", chunked + "3\r\nabc\r\n0a;x=y\r\n0123456789\r\n0\r\n\r\n" + plain,
        {"POST /p abc0123456789", "POST /p abc"});
    row("capital size", chunked + "A\r\n0123456789\r\n0\r\n\r\n", {"POST /p 0123456789"});
    row("full length", head("Content-Length: 100\r\n") + "\r\n" + QByteArray(100, 'x'),
        {"POST /p " + QByteArray(100, 'x')});
    row("full chunk", chunked + "64\r\n" + QByteArray(100, 'x') + "\r\n0\r\n\r\n", {"POST /p " + QByteArray(100, 'x')});
    row("too long", head("Content-Length: 101\r\n") + "\r\n" + QByteArray(101, 'x') + plain,
        {"POST /p xxxxxxxxxx too large"});
    row("too long in chunks", chunked + "64\r\n" + QByteArray(100, 'x') + "\r\n1\r\nx\r\n0\r\n\r\n",
        {"POST /p xxxxxxxxxx too large"});
    row("huge chunk", chunked + "ffffffff\r\n" + QByteArray(101, 'x'), {"POST /p xxxxxxxxxx too large"});
    row("bare LF", "POST /p HTTP/1.1\nHost: a\n\n", {"violated 400"});
    row("bare LF inside", "GET /p HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", {"violated 400"});
    row("TLS on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01", 6), {"violated 400"});
    row("LF first", "\nGET / HTTP/1.1\r\n", {"violated 400"});
    const QByteArrayList bad = {"violated 400"};
    row("negative chunk", chunked + "-1\r\n", bad);
    row("signed chunk", chunked + "+1\r\na\r\n0\r\n\r\n", bad);
    row("0x chunk", chunked + "0x1\r\na\r\n0\r\n\r\n", bad);
    row("no size", chunked + "\r\na\r\n0\r\n\r\n", bad);
    row("nine digits", chunked + "000000001\r\na\r\n", bad);
    row("overflowing chunk", chunked + "ffffffffffffffff1\r\n", bad);
    row("space before size", chunked + " 1\r\na\r\n", bad);
    row("longer than said", chunked + "1\r\nab\r\n0\r\n\r\n", bad);
    row("bare LF after size", chunked + "1\na\r\n0\r\n\r\n", bad);
    row("bare LF after data", chunked + "1\r\na\n0\r\n\r\n", bad);
    row("LF in extension", chunked + "1;\n\r\na\r\n", bad);
    row("long extension", chunked + "1;" + QByteArray(40, 'x') + "\r\na\r\n", bad);
    row("trailers", chunked + "1\r\na\r\n0\r\nX: y\r\n\r\n", bad);
}

void TestFraming::streams()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, expected);
    for (const qsizetype size : {stream.size(), qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7), qsizetype(19)})
        QCOMPARE(framed(stream, size), expected);
}

void TestFraming::endlessHead_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("status");
    QTest::newRow("target") << QByteArray("GET /") << QByteArray("a") << 414;
    QTest::newRow("value") << QByteArray("GET / HTTP/1.1\r\nX: ") << QByteArray("a") << 431;
    QTest::newRow("fields") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray("X: y\r\n") << 431;
}

void TestFraming::endlessHead()
{
    QFETCH(QByteArray, beginning);
    QFETCH(QByteArray, more);
    QFETCH(int, status);
    RequestFramer framer(Limits);
    framer.append(beginning);
    auto step = framer.next();
    for (int i = 0; i < 10'000 && step == RequestFramer::Step::NeedMore; ++i) {
        framer.append(more);
        step = framer.next();
    }
    QCOMPARE(step, RequestFramer::Step::Violated);
    QCOMPARE(framer.violation().status, status);
}

void TestFraming::expectContinue()
{
    RequestFramer framer(Limits);
    framer.append(head("Expect: 100-continue\r\nContent-Length: 3\r\n") + "\r\n");
    QCOMPARE(nextAfterHead(framer), RequestFramer::Step::SendContinue);
    QCOMPARE(nextAfterHead(framer), RequestFramer::Step::NeedMore);
    framer.append("abc");
    QCOMPARE(nextAfterHead(framer), RequestFramer::Step::Complete);
    QCOMPARE(framer.takeRequest().body, "abc");

    framer.append(head("Expect: 100-continue\r\nContent-Length: 3\r\n") + "\r\nabc");
    QCOMPARE(nextAfterHead(framer), RequestFramer::Step::Complete);

    framer.append(head("Expect: 100-continue\r\nContent-Length: 101\r\n") + "\r\n");
    QCOMPARE(nextAfterHead(framer), RequestFramer::Step::Complete);
    QVERIFY(framer.takeRequest().tooLarge);
}

void TestFraming::phases()
{
    using Phase = RequestFramer::Phase;
    RequestFramer framer(Limits);
    QCOMPARE(framer.phase(), Phase::Idle);
    framer.append("\r\n");
    framer.next();
    QCOMPARE(framer.phase(), Phase::Idle);
    framer.append("P");
    framer.next();
    QCOMPARE(framer.phase(), Phase::Head);
    framer.append(head("Content-Length: 3\r\n").mid(1) + "\r\na");
    framer.next();
    QCOMPARE(framer.phase(), Phase::Body);
    framer.append("bc");
    QCOMPARE(framer.next(), RequestFramer::Step::Complete);
    QCOMPARE(framer.phase(), Phase::Idle);
}

void TestFraming::skippedBodies()
{
    RequestFramer framer(Limits);
    framer.append(head("Content-Length: 90\r\n") + "\r\n" + QByteArray(40, 'x'));
    QCOMPARE(framer.next(), RequestFramer::Step::HeadRead);
    QVERIFY(framer.skipBody(true));
    QCOMPARE(framer.next(), RequestFramer::Step::NeedMore);
    QVERIFY(framer.isSkipping());
    QCOMPARE(framer.heldBytes(), 0);
    framer.append(QByteArray(50, 'x') + head("Content-Length: 3\r\n") + "\r\nabc");
    QCOMPARE(nextAfterHead(framer), RequestFramer::Step::Complete);
    QCOMPARE(framer.takeRequest().body, "abc");
    QCOMPARE(framer.heldBytes(), 0);
}

void TestFraming::endsInsteadOfSkipping_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("mayGoOn");
    QTest::newRow("not wanted") << QByteArray("Content-Length: 3\r\n") << false;
    QTest::newRow("the sender ends") << QByteArray("Connection: close\r\nContent-Length: 3\r\n") << true;
    QTest::newRow("over the limit") << QByteArray("Content-Length: 101\r\n") << true;
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << true;
    QTest::newRow("waits for continue") << QByteArray("Expect: 100-continue\r\nContent-Length: 3\r\n") << true;
}

void TestFraming::endsInsteadOfSkipping()
{
    QFETCH(QByteArray, fields);
    QFETCH(bool, mayGoOn);
    RequestFramer framer(Limits);
    framer.append(head(fields) + "\r\nabc" + head("", "GET /q HTTP/1.1") + "\r\n");
    QCOMPARE(framer.next(), RequestFramer::Step::HeadRead);
    QVERIFY(!framer.skipBody(mayGoOn));
    QCOMPARE(framer.next(), RequestFramer::Step::NeedMore);
    QCOMPARE(framer.phase(), RequestFramer::Phase::Ended);
    QCOMPARE(framer.heldBytes(), 0);
}

QTEST_GUILESS_MAIN(TestFraming)
#include "test_framing.moc"
