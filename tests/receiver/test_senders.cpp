// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/sender_table.h"
#include "receiver_fixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

using Clients = std::vector<std::unique_ptr<RawClient>>;

const QHostAddress Honest(u"127.0.0.1"_s), Hostile(u"127.0.0.2"_s);

GuessLimits quickLimits()
{
    GuessLimits limits;
    limits.longestDelayMs = 1;
    return limits;
}

} // namespace

/// What one address can do to the others, and what wrong tokens lead to.
class TestSenders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void groups();
    void limitOfOneAddress();
    void reserveForThoseWithFew();
    void banAndDelay();
    void differentTokensShutOut();
    void boundedTable();
    void linesAreRare();
    void connectionsOfOneAddress_data();
    void connectionsOfOneAddress();
    void silentOnesMakeRoom_data() { connectionsOfOneAddress_data(); }
    void silentOnesMakeRoom();
    void allowedAddressesHaveNoLimit();
    void guessesAreShutOut();
    void theRightTokenIsTakenMeanwhile();
    void guessesWaitMeanwhile();
    void anAllowListOfEverybodyIsNone();
    void allowedAddressesAreNeverShutOut();
    void bannedKeepAlive();
    void figures();
    void otherPaths();

private:
    static RawReply push(const RunningReceiver &running, const QHostAddress &from, const QByteArray &token);
};

RawReply TestSenders::push(const RunningReceiver &running, const QHostAddress &from, const QByteArray &token)
{
    RawClient client(running.url(), from);
    client.send(postRequest(basicPush(), "/receiveCallRecord?token=" + token));
    return client.reply();
}

/// Which path it was, without the token that stands in it; who only looks around with GET is not named.
void TestSenders::otherPaths()
{
    ReceiverConfig config = testConfig();
    config.token = "0123456789abcdef";
    RunningReceiver running(config);
    QCOMPARE(running.ask(postRequest(basicPush(), "/receiveCallRecord/0123456789abcdef/x?y=1")).status, 404);
    QCOMPARE(running.ask(postRequest(basicPush(), "/callRecord")).status, 404);
    QCOMPARE(running.ask(postRequest(basicPush(), "/callRecord")).status, 404);
    QCOMPARE(running.ask("GET /favicon.ico HTTP/1.1\r\nHost: a\r\n\r\n").status, 404);
    const ReceiverStats stats = running.receiver->stats();
    QCOMPARE(stats.pushesElsewhere, 3);
    QCOMPARE(pushesTurnedAway(stats), 3);
    QCOMPARE(stats.otherPaths.size(), 2);
    QCOMPARE(stats.otherPaths.at(0).path, u"/callRecord"_s);
    QCOMPARE(stats.otherPaths.at(0).pushes, 2);
    QCOMPARE(stats.otherPaths.at(1).path, u"/receiveCallRecord/***/x"_s);
    OtherPaths paths;
    for (int i = 0; i < 2 * OtherPaths::Most; ++i)
        paths.note('/' + QByteArray::number(i) + QByteArray(1'000, 'x'), {}, i);
    QCOMPARE(paths.latest().size(), OtherPaths::Most);
    QCOMPARE(paths.latest().constFirst().lastAt, 2 * OtherPaths::Most - 1);
    QVERIFY(paths.latest().constFirst().path.size() <= OtherPaths::LongestPath + 1);
}

void TestSenders::groups()
{
    const auto isSame = [](const QString &a, const QString &b) {
        return senderGroup(QHostAddress(a)) == senderGroup(QHostAddress(b));
    };
    QVERIFY(isSame(u"2001:db8:1:2::1"_s, u"2001:db8:1:2:ffff::9"_s));
    QVERIFY(!isSame(u"2001:db8:1:2::1"_s, u"2001:db8:1:3::1"_s));
    QVERIFY(isSame(u"::ffff:10.0.0.1"_s, u"10.0.0.1"_s));
    QVERIFY(!isSame(u"10.0.0.1"_s, u"10.0.0.2"_s));
    QVERIFY(!isSame(u"::1"_s, u"::2"_s));
}

void TestSenders::limitOfOneAddress()
{
    SenderTable table;
    const ReceiverConfig config;
    const auto admit = [&](const QString &address, bool isTrusted = false) {
        return table.admit(QHostAddress(address), isTrusted, 100, 4096, config, 0);
    };
    for (int i = 0; i < 64; ++i)
        QCOMPARE(admit(u"2001:db8::%1"_s.arg(i + 1)), Admission::Taken);
    QCOMPARE(admit(u"2001:db8::ffff"_s), Admission::TooMany);
    QCOMPARE(admit(u"2001:db8::ffff"_s, true), Admission::Taken);
    QCOMPARE(admit(u"2001:db8:0:1::1"_s), Admission::Taken);
    table.leave(QHostAddress(u"2001:db8::7"_s));
    table.leave(QHostAddress(u"2001:db8::8"_s));
    QCOMPARE(admit(u"2001:db8::7"_s), Admission::Taken);
    QCOMPARE(admit(u"2001:db8::8"_s), Admission::TooMany);
}

void TestSenders::reserveForThoseWithFew()
{
    SenderTable table;
    const ReceiverConfig config;
    for (int i = 0; i < 16; ++i)
        QCOMPARE(table.admit(Hostile, true, 875, 1000, config, 0), Admission::Taken);
    QCOMPARE(table.admit(Hostile, true, 875, 1000, config, 0), Admission::TooMany);
    QCOMPARE(table.admit(Hostile, true, 874, 1000, config, 0), Admission::Taken);
    QCOMPARE(table.admit(Honest, false, 999, 1000, config, 0), Admission::Taken);
    QCOMPARE(table.admit(Honest, false, 1000, 1000, config, 0), Admission::Full);
}

void TestSenders::banAndDelay()
{
    SenderTable table;
    const GuessLimits limits;
    const ReceiverConfig config;
    const QHostAddress far(u"192.0.2.7"_s);
    QList<qint64> delays;
    for (int i = 0; i < limits.banAfter - 1; ++i) {
        const FailureVerdict verdict = table.noteFailure(far, {}, limits, 1'000);
        QCOMPARE(verdict.isFirst, i == 0);
        QVERIFY(!verdict.isBan);
        delays.append(verdict.delayMs);
    }
    QCOMPARE(delays, QList<qint64>({0, 0, 0, 100, 200, 400, 800, 1600, 2000}));
    QVERIFY(!table.isBanned(far, 1'000));
    QVERIFY(table.noteFailure(far, {}, limits, 1'000).isBan);
    QVERIFY(table.isBanned(far, 60'999));
    QVERIFY(!table.isBanned(Honest, 1'000));
    QCOMPARE(table.admit(far, false, 0, 100, config, 2'000), Admission::Taken); // it may have the right token
    QVERIFY(!table.isBanned(far, 61'000));
    QCOMPARE(table.admit(far, false, 0, 100, config, 61'000), Admission::Taken);
    for (int i = 0; i < 3 * limits.banAfter; ++i) // so slow that each is the first in its window
        QVERIFY(!table.noteFailure(Honest, {}, limits, 100'000 + i * limits.windowMs).isBan);
    for (int i = 0; i < limits.banAfter; ++i)
        table.noteFailure(far, {}, limits, 70'000);
    table.pardonAll();
    QVERIFY(!table.isBanned(far, 70'000));
    QCOMPARE(table.worst(5, 70'000).constFirst().failures, 30);
}

/// However the tries are mixed, no more different tokens are looked at until the ban is over.
void TestSenders::differentTokensShutOut()
{
    const GuessLimits limits;
    const ReceiverConfig config;
    const QHostAddress far(u"192.0.2.7"_s);
    const auto guess = [](int i) { return QByteArrayList{"guess" + QByteArray::number(i)}; };
    for (int repeated = 0; repeated < limits.banAfter; ++repeated) {
        SenderTable table;
        for (int i = 0; i < limits.banAfter; ++i)
            table.noteFailure(far, guess(std::max(0, i - repeated)), limits, 1'000);
        int looks = limits.banAfter - repeated;
        for (; table.standing(far, 2'000) == Standing::Banned; ++looks) {
            QCOMPARE(table.admit(far, false, 0, 100, config, 2'000), Admission::Taken);
            table.noteFailureInBan(far, guess(0), limits);
            QCOMPARE(table.standing(far, 2'000), Standing::Banned);
            table.noteFailureInBan(far, guess(looks), limits);
        }
        QCOMPARE(looks, limits.banAfter);
        QCOMPARE(table.standing(far, 2'000), Standing::ShutOut);
        QCOMPARE(table.admit(far, false, 0, 100, config, 2'000), Admission::Banned);
        QCOMPARE(table.admit(far, true, 0, 100, config, 2'000), Admission::Taken);
        QCOMPARE(table.standing(far, 61'000), Standing::Free);
        table.noteFailure(far, guess(0), limits, 61'000);
        for (int i = 1; i < limits.banAfter; ++i)
            table.noteFailure(far, {}, limits, 61'000);
        QCOMPARE(table.standing(far, 61'000), Standing::Banned);
    }
}

void TestSenders::boundedTable()
{
    SenderTable table;
    const GuessLimits limits;
    for (int i = 0; i < limits.banAfter; ++i)
        table.noteFailure(Hostile, {}, limits, 0);
    for (int i = 0; i < 5'000; ++i)
        table.noteFailure(QHostAddress(0x0a000000U + static_cast<quint32>(i)), {}, limits, 1 + i);
    QVERIFY(table.isBanned(Hostile, 10'000));
    const QList<AddressFailures> all = table.worst(10'000, 10'000);
    QCOMPARE(all.size(), 1024);
    QCOMPARE(all.constFirst().address, u"127.0.0.2"_s);
    QVERIFY(all.constFirst().isBanned);
}

void TestSenders::linesAreRare()
{
    SenderTable table;
    int lines = 0;
    for (int i = 0; i < 1'000; ++i)
        lines += table.takeLine(30'000) ? 1 : 0;
    QCOMPARE(lines, 10);
    QCOMPARE(table.takeLine(60'000), std::optional(990));
    QCOMPARE(table.takeLine(60'000), std::optional(0));
}

void TestSenders::connectionsOfOneAddress_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void TestSenders::connectionsOfOneAddress()
{
    QFETCH(bool, tls);
    ReceiverConfig config = testConfig(tls);
    config.maxConnectionsPerAddress = 5;
    RunningReceiver running(config);
    Clients silent;
    for (int i = 0; i < 5; ++i)
        silent.push_back(std::make_unique<RawClient>(running.url(), Hostile));
    QTRY_COMPARE(running.receiver->stats().connections, 5);
    RawClient tooMany(running.url(), Hostile);
    if (!tls)
        QCOMPARE(tooMany.reply().status, 503);
    QVERIFY(tooMany.closedByPeer());
    QCOMPARE(running.receiver->stats().refusedByAddressLimit, 1);
    RawClient honest(running.url(), Honest);
    honest.send(postRequest(basicPush()));
    QCOMPARE(honest.reply().status, 200);
    silent.pop_back();
    QTRY_COMPARE(running.receiver->stats().connections, 5);
    RawClient again(running.url(), Hostile);
    again.send(postRequest(basicPush()));
    QCOMPARE(again.reply().status, 200);
}

/// From so many addresses that none has many: the reserve is theirs, too.
void TestSenders::silentOnesMakeRoom()
{
    QFETCH(bool, tls);
    constexpr int Most = 24;
    ReceiverConfig config = testConfig(tls);
    config.maxConnections = Most;
    RunningReceiver running(config);
    QSignalSpy lines(running.receiver.get(), &Receiver::noticed);
    Clients silent;
    for (int i = 0; i < Most - 1; ++i) {
        silent.push_back(std::make_unique<RawClient>(running.url(), QHostAddress(u"127.0.0.%1"_s.arg(i + 10))));
        if (i % 2 == 0)
            silent.back()->send("POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\n");
    }
    RawClient working(running.url(), Honest);
    working.send(postRequest(basicPush()));
    QCOMPARE(working.reply().status, 200);
    QTRY_COMPARE(running.receiver->stats().connections, Most);
    for (int i = 0; i < 3; ++i) {
        RawClient fresh(running.url(), Hostile);
        fresh.send(postRequest(basicPush()));
        QCOMPARE(fresh.reply().status, 200);
        QTRY_VERIFY(running.receiver->stats().connections >= Most - 1);
        silent.push_back(std::make_unique<RawClient>(running.url(), QHostAddress(u"127.0.0.%1"_s.arg(i + 100))));
    }
    QVERIFY(silent.front()->closedByPeer());
    QCOMPARE(running.receiver->stats().refusedByLimit, 0);
    QTRY_VERIFY(!lines.isEmpty());
    QVERIFY(lines.constFirst().constFirst().toString().contains(u"All 24 connections"_s));
    working.send(postRequest(basicPush()));
    QCOMPARE(working.reply().status, 200);
}

void TestSenders::allowedAddressesHaveNoLimit()
{
    ReceiverConfig config = testConfig();
    config.maxConnectionsPerAddress = 2;
    config.allow = {*Subnet::parse(u"127.0.0.0/8"_s)};
    RunningReceiver running(config);
    Clients clients;
    for (int i = 0; i < 10; ++i)
        clients.push_back(std::make_unique<RawClient>(running.url()));
    for (const auto &client : clients) {
        client->send(postRequest(basicPush()));
        QCOMPARE(client->reply().status, 200);
    }
}

void TestSenders::guessesAreShutOut()
{
    ReceiverConfig config = testConfig();
    config.token = "s3cret";
    config.guesses = quickLimits();
    config.guesses.banMs = 1'000'000;
    RunningReceiver running(config);
    QSignalSpy noticed(running.receiver.get(), &Receiver::noticed);
    for (int i = 0; i < config.guesses.banAfter; ++i)
        QCOMPARE(push(running, Hostile, "guess" + QByteArray::number(i)).status, 401);
    const RawReply banned = push(running, Hostile, "s3cret");
    QCOMPARE(banned.status, 429);
    QCOMPARE(banned.header("Retry-After").toInt(), 1'000);
    QCOMPARE(push(running, Honest, "s3cret").status, 200);
    RawClient watching(running.url(), Hostile);
    watching.send(getRequest("/healthz"));
    QCOMPARE(watching.reply().status, 200);

    QTRY_COMPARE(noticed.count(), 2);
    for (const QList<QVariant> &line : std::as_const(noticed)) {
        QVERIFY(line.first().toString().contains(u"127.0.0.2"_s));
        QVERIFY(!line.first().toString().contains(u"guess"_s));
    }
    const ReceiverStats stats = running.receiver->stats();
    QCOMPARE(stats.bans, 1);
    QCOMPARE(stats.refusedByBan, 1);
    QCOMPARE(stats.unauthorized, config.guesses.banAfter);
    QCOMPARE(stats.failures.size(), 1);
    QCOMPARE(stats.failures.constFirst().address, u"127.0.0.2"_s);
    QCOMPARE(stats.failures.constFirst().failures, config.guesses.banAfter);
    QVERIFY(stats.failures.constFirst().isBanned && stats.failures.constFirst().lastAt > 0);

    QSignalSpy listening(running.receiver.get(), &Receiver::listening);
    running.receiver->restart(config); // whoever changes the settings may have mended the token
    QVERIFY(listening.wait());
    QCOMPARE(push(running, Hostile, "s3cret").status, 200);
}

/// Many senders behind one address, one of which has an old token.
void TestSenders::theRightTokenIsTakenMeanwhile()
{
    ReceiverConfig config = testConfig();
    config.token = "s3cret";
    config.secondToken = "0ther";
    config.guesses = quickLimits();
    config.guesses.banMs = 1'000'000;
    RunningReceiver running(config);
    for (int i = 0; i < config.guesses.banAfter; ++i)
        QCOMPARE(push(running, Hostile, "old").status, 401);
    for (int i = 0; i < 2 * config.guesses.banAfter; ++i) {
        QCOMPARE(push(running, Hostile, "old").status, 429);
        QCOMPARE(push(running, Hostile, i % 2 == 0 ? "s3cret" : "0ther").status, 200);
    }
    QCOMPARE(push(running, Hostile, {}).status, 429);
    QCOMPARE(push(running, Hostile, "s3cret").status, 200);
    // Three tokens in one request are three.
    for (int i = 0; i < config.guesses.banAfter / 3; ++i) {
        const QByteArray number = QByteArray::number(i);
        RawClient client(running.url(), Hostile);
        client.send(postRequest(basicPush(), "/receiveCallRecord/a" + number + "?token=b" + number,
                                "Authorization: Bearer c" + number + "\r\n"));
        QCOMPARE(client.reply().status, 429);
    }
    QCOMPARE(push(running, Hostile, "s3cret").status, 429);
    QCOMPARE(push(running, Honest, "s3cret").status, 200);
}

void TestSenders::guessesWaitMeanwhile()
{
    ReceiverConfig config = testConfig();
    config.token = "s3cret";
    config.guesses = quickLimits();
    config.guesses.banAfter = config.guesses.freeFailures;
    config.guesses.longestDelayMs = 600'000;
    RunningReceiver running(config);
    for (int i = 0; i < config.guesses.banAfter; ++i)
        QCOMPARE(push(running, Hostile, "old").status, 401);
    RawClient guess(running.url(), Hostile);
    guess.send(postRequest(basicPush(), "/receiveCallRecord?token=new"));
    QTRY_COMPARE(running.receiver->stats().refusedByBan, 1);
    QCOMPARE(push(running, Hostile, "old").status, 429); // known to be wrong: at once
    QCOMPARE(push(running, Hostile, "s3cret").status, 200);
    QCOMPARE(guess.socket().bytesAvailable(), 0);
}

/// Which would otherwise have neither limits nor bans.
void TestSenders::anAllowListOfEverybodyIsNone()
{
    ReceiverConfig config = testConfig();
    config.token = "s3cret";
    config.guesses = quickLimits();
    config.maxConnectionsPerAddress = 2;
    config.allow = {*Subnet::parse(u"0.0.0.0/1"_s), *Subnet::parse(u"128.0.0.0/1"_s)};
    RunningReceiver running(config);
    for (int i = 0; i < config.guesses.banAfter; ++i)
        QCOMPARE(push(running, Hostile, "guess").status, 401);
    QCOMPARE(push(running, Hostile, "guess").status, 429);
    Clients silent;
    for (int i = 0; i < 3; ++i)
        silent.push_back(std::make_unique<RawClient>(running.url(), Honest));
    QTRY_COMPARE(running.receiver->stats().refusedByAddressLimit, 1);
}

void TestSenders::allowedAddressesAreNeverShutOut()
{
    ReceiverConfig config = testConfig();
    config.token = "s3cret";
    config.allow = {*Subnet::parse(u"127.0.0.2"_s)};
    RunningReceiver running(config);
    for (int i = 0; i < 5 * config.guesses.banAfter; ++i)
        QCOMPARE(push(running, Hostile, "guess").status, 401);
    QCOMPARE(push(running, Hostile, "s3cret").status, 200);
    QCOMPARE(running.receiver->stats().failures.constFirst().failures, 5 * config.guesses.banAfter);
    QCOMPARE(running.receiver->stats().bans, 0);
}

void TestSenders::bannedKeepAlive()
{
    ReceiverConfig config = testConfig();
    config.token = "s3cret";
    config.guesses = quickLimits();
    RunningReceiver running(config);
    RawClient early(running.url(), Hostile);
    early.send(postRequest(basicPush(), "/receiveCallRecord/s3cret"));
    QCOMPARE(early.reply().status, 200);
    for (int i = 0; i < config.guesses.banAfter; ++i)
        QCOMPARE(push(running, Hostile, "guess" + QByteArray::number(i)).status, 401);
    early.send(postRequest(basicPush(), "/receiveCallRecord/s3cret"));
    QCOMPARE(early.reply().status, 429);
    QVERIFY(early.closedByPeer());
}

void TestSenders::figures()
{
    ReceiverConfig config = testConfig();
    config.token = "s3cret";
    config.guesses = quickLimits();
    RunningReceiver running(config);
    for (int i = 0; i <= config.guesses.banAfter; ++i)
        push(running, Hostile, "guess");
    const RawReply reply = running.ask(getRequest("/metrics"));
    for (const char *line : {"callboard_unauthorized_total 10", "callboard_bans_total 1",
                             R"(callboard_connections_refused_total{reason="ban"} 1)",
                             R"(callboard_connections_refused_total{reason="address_limit"} 0)"})
        QVERIFY2(reply.body.contains(QByteArray(line) + '\n'), line);
    QVERIFY(!reply.body.contains("127.0.0.2"));
}

QTEST_GUILESS_MAIN(TestSenders)
#include "test_senders.moc"
