// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/push/forwarded_sender.h"
#include "receiver_fixture.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

QList<Subnet> ranges(const QStringList &texts)
{
    QList<Subnet> list;
    for (const QString &text : texts)
        list.append(*Subnet::parse(text));
    return list;
}

QByteArray pushFor(const QByteArray &addresses, const QByteArray &token = {})
{
    return postRequest(basicPush(), "/receiveCallRecord",
                       "X-Forwarded-For: " + addresses + "\r\n"
                           + (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n"));
}

} // namespace

/// Pushes that come through a proxy.
class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void senders_data();
    void senders();
    void theAllowListIsForTheSender();
    void anotherProxyOpensNothing();
    void aBanHitsTheSender();
};

void TestProxies::senders_data()
{
    QTest::addColumn<QString>("connected");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("sender");
    const auto row = [](const char *name, const QString &connected, const QByteArray &header, const QString &sender) {
        QTest::newRow(name) << connected << header << sender;
    };
    row("no header", u"10.0.0.1"_s, {}, u"10.0.0.1"_s);
    row("one address", u"10.0.0.1"_s, "203.0.113.7", u"203.0.113.7"_s);
    row("what the sender wrote does not count", u"10.0.0.1"_s, "192.0.2.1, 203.0.113.7", u"203.0.113.7"_s);
    row("two proxies", u"10.0.0.1"_s, "192.0.2.1,203.0.113.7 , 10.0.0.2", u"203.0.113.7"_s);
    row("proxies only", u"10.0.0.1"_s, "10.0.0.3, 10.0.0.2", u"10.0.0.3"_s);
    row("not a trusted one", u"10.9.0.1"_s, "203.0.113.7", u"10.9.0.1"_s);
    row("with a port", u"10.0.0.1"_s, "203.0.113.7:4711", u"203.0.113.7"_s);
    row("IPv6", u"10.0.0.1"_s, "2001:db8::7", u"2001:db8::7"_s);
    row("IPv6 with a port", u"10.0.0.1"_s, "[2001:db8::7]:4711", u"2001:db8::7"_s);
    row("IPv4 in IPv6", u"::ffff:10.0.0.1"_s, "::ffff:203.0.113.7", u"203.0.113.7"_s);
    row("unknown", u"10.0.0.1"_s, "203.0.113.7, unknown", u"10.0.0.1"_s);
    row("a range", u"10.0.0.1"_s, "203.0.113.0/24", u"10.0.0.1"_s);
    row("nothing between commas", u"10.0.0.1"_s, "203.0.113.7,,", u"10.0.0.1"_s);
    row("half an address", u"10.0.0.1"_s, "203.0.113.7, 10", u"10.0.0.1"_s);
    row("bracket only", u"10.0.0.1"_s, "[", u"10.0.0.1"_s);
}

void TestProxies::senders()
{
    QFETCH(QString, connected);
    QFETCH(QByteArray, header);
    QFETCH(QString, sender);
    RequestHead head;
    head.forwardedFor = header;
    QCOMPARE(senderOf(ranges({u"10.0.0.0/16"_s}), QHostAddress(connected), head).toString(), sender);
    QCOMPARE(senderOf({}, QHostAddress(connected), head), QHostAddress(connected));
}

void TestProxies::theAllowListIsForTheSender()
{
    ReceiverConfig config = testConfig();
    config.allow = ranges({u"203.0.113.0/24"_s});
    config.trustedProxies = ranges({u"127.0.0.1"_s});
    RunningReceiver running(config);
    QCOMPARE(running.ask(pushFor("203.0.113.7")).status, 200);
    QCOMPARE(running.sink.arrivals().constLast().remote, u"203.0.113.7"_s);
    QCOMPARE(running.ask(pushFor("203.0.114.7")).status, 403);
    QCOMPARE(running.ask(pushFor("203.0.113.7, 203.0.114.7")).status, 403); // the first one was written by the sender
    QCOMPARE(running.ask(postRequest(basicPush())).status, 403); // the proxy itself is no sender
    QCOMPARE(running.ask(pushFor("203.0.114.7") + pushFor("203.0.113.9")).status, 403);
    QCOMPARE(running.receiver->stats().refusedByAllowList, 4);
    QCOMPARE(running.ask("GET /metrics HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n").status, 403);
}

/// Where this computer is allowed, a proxy on it that nobody named would let in everybody.
void TestProxies::anotherProxyOpensNothing()
{
    ReceiverConfig config = testConfig();
    config.allow = ranges({u"127.0.0.1"_s});
    RunningReceiver running(config);
    QCOMPARE(running.ask(postRequest(basicPush())).status, 200);
    QCOMPARE(running.ask(pushFor("203.0.113.7")).status, 403);
    QCOMPARE(running.ask(postRequest(basicPush(), "/receiveCallRecord", "Forwarded: for=127.0.0.1\r\n")).status, 403);
    RunningReceiver open(testConfig());
    QCOMPARE(open.ask(pushFor("203.0.113.7")).status, 200); // without an allow-list nobody is kept out
    QCOMPARE(open.sink.arrivals().constLast().remote, u"127.0.0.1"_s);
}

void TestProxies::aBanHitsTheSender()
{
    ReceiverConfig config = testConfig();
    config.token = "s3cret";
    config.trustedProxies = ranges({u"127.0.0.1"_s});
    config.guesses.longestDelayMs = 1;
    RunningReceiver running(config);
    for (int i = 0; i < config.guesses.banAfter; ++i)
        QCOMPARE(running.ask(pushFor("203.0.113.7", "wrong" + QByteArray::number(i))).status, 401);
    QCOMPARE(running.ask(pushFor("203.0.113.7", "s3cret")).status, 429);
    QCOMPARE(running.ask(pushFor("203.0.113.8", "s3cret")).status, 200);
    QCOMPARE(running.receiver->stats().bans, 1);
}

QTEST_GUILESS_MAIN(TestProxies)
#include "test_proxies.moc"
