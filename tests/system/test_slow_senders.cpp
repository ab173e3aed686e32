// SPDX-License-Identifier: GPL-3.0-or-later
// The family of slow and silent senders and of floods, with an honest sender beside: all of its pushes succeed, and the
// receiver's memory grows by 64 MB at most. CALLBOARD_SENDERS_LONG=1 has a larger crowd and more pushes. How long the
// honest pushes took is printed and decides nothing. A receiver with its limits switched off has to fail.
#include "programs.h"
#include "sender_crowd.h"

#include "tests/receiver/receiver_fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

#include <unistd.h>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MB = 1024 * 1024;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 MostGrowth = 4096 * MB; // a sanitizer's own memory is no measure
#else
constexpr qint64 MostGrowth = 64 * MB;
#endif

bool isLong()
{
    return qEnvironmentVariableIntValue("CALLBOARD_SENDERS_LONG") != 0;
}

/// The most memory that a process had since the last resetPeak(), in bytes.
qint64 peakBytes(qint64 pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6).simplified().split(' ').constFirst().toLongLong() * 1024;
}

void resetPeak(qint64 pid)
{
    QFile file(u"/proc/%1/clear_refs"_s.arg(pid));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

QByteArray unfinishedPush()
{
    return postRequest(QByteArray(250'000, ' ') + basicPush()).chopped(1);
}

/// How an honest sender fares beside a crowd.
struct Fare
{
    int pushes = 0, succeeded = 0;
    QList<qint64> ms;
    qint64 p99() const { return ms.isEmpty() ? 0 : ms.at(ms.size() * 99 / 100); }
};

/// Each push has a connection of its own.
Fare pushBeside(SenderCrowd &crowd, const QUrl &url, const QByteArray &target, int pushes)
{
    Fare fare;
    for (int i = 0; i < pushes; ++i) {
        crowd.turn();
        QElapsedTimer timer;
        timer.start();
        RawClient honest(url);
        honest.send(postRequest(basicPush(), target));
        fare.succeeded += honest.reply().status == 200 ? 1 : 0;
        fare.ms.append(timer.elapsed());
        ++fare.pushes;
    }
    std::sort(fare.ms.begin(), fare.ms.end());
    return fare;
}

} // namespace

Q_DECLARE_METATYPE(CrowdHabit)

class TestSlowSenders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void honestBesideThem_data();
    void honestBesideThem();
    void withoutLimitsHonestOnesFail();
    void withoutLimitsMemoryGrows();

private:
    static ReceiverConfig withoutLimits();
};

void TestSlowSenders::honestBesideThem_data()
{
    QTest::addColumn<CrowdHabit>("habit");
    QTest::addColumn<int>("addresses");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("token");
    const auto row = [](const char *name, const CrowdHabit &habit, int addresses, bool tls = false,
                        bool token = false) { QTest::newRow(name) << habit << addresses << tls << token; };
    const QByteArray head = "POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(10'000, 'x');
    const QByteArray chunks = "POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        + QByteArray("400\r\n" + QByteArray(1024, ' ') + "\r\n").repeated(200);
    const QByteArray many = getRequest("/nothing").repeated(20'000);
    row("silent, one address", {}, 1);
    row("silent, 50 addresses", {}, 50);
    row("silent, before the handshake", {}, 50, true);
    row("slow heads", {head, 10}, 100);
    row("slow bodies", {unfinishedPush(), 1'000}, 100);
    row("unfinished bodies, one address", {unfinishedPush()}, 1);
    row("unfinished bodies, 200 addresses", {unfinishedPush()}, 200);
    row("unfinished bodies without a token", {unfinishedPush()}, 200, false, true);
    row("unfinished chunks, 200 addresses", {chunks}, 200);
    row("unfinished handshakes", {QByteArray("\x16\x03\x01\x40\x00\x01\x00\x3f\xfc\x03\x03", 11)}, 200, true);
    row("answers never read", {many, 0, false}, 50);
    row("coming and going", {{}, 0, true, true}, 50);
    row("coming and going, TLS", {{}, 0, true, true}, 50, true);
    row("garbage", {QByteArray(100'000, '\xff')}, 50);
    row("garbage to TLS", {QByteArray(100'000, '\xff')}, 50, true);
    row("nonsense pushes", {postRequest("not JSON").repeated(20)}, 50);
}

void TestSlowSenders::honestBesideThem()
{
    QFETCH(CrowdHabit, habit);
    QFETCH(int, addresses);
    QFETCH(bool, tls);
    QFETCH(bool, token);
    const QTemporaryDir folder;
    QStringList options;
    if (tls)
        options << u"--tls-cert"_s << QStringLiteral(TEST_DATA_DIR "/tls/cert.pem") << u"--tls-key"_s
                << QStringLiteral(TEST_DATA_DIR "/tls/key.pem");
    if (token) {
        QFile file(folder.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("s3cret\n") > 0);
        options << u"--token-file"_s << file.fileName();
    }
    ServeProcess serve;
    QVERIFY(serve.start(u"sqlite:"_s + folder.filePath(u"s.db"_s), 0, options));
    const QByteArray target = token ? "/receiveCallRecord/s3cret" : "/receiveCallRecord";
    {
        RawClient first(serve.url());
        first.send(postRequest(basicPush(), target));
        QCOMPARE(first.reply().status, 200);
    }
    resetPeak(serve.pid());
    const qint64 before = peakBytes(serve.pid());
    SenderCrowd crowd(serve.url(), SenderCrowd::affordable(isLong() ? 4'300 : 500), addresses, habit);
    const Fare fare = pushBeside(crowd, serve.url(), target, isLong() ? 500 : 30);
    const qint64 growth = peakBytes(serve.pid()) - before;
    qInfo("%d of %d honest pushes, p99 %lld ms, memory +%lld MB, %d turned away", fare.succeeded, fare.pushes,
          static_cast<long long>(fare.p99()), static_cast<long long>(growth / MB), crowd.turnedAway());
    QCOMPARE(fare.succeeded, fare.pushes);
    QVERIFY2(growth <= MostGrowth, qPrintable(QString::number(growth)));
    QCOMPARE(serve.terminate(), 0);
}

ReceiverConfig TestSlowSenders::withoutLimits()
{
    ReceiverConfig config = testConfig();
    config.maxConnections = 600;
    config.maxConnectionsPerAddress = std::numeric_limits<int>::max();
    config.reserveShare = 0;
    config.unfinishedBytes = std::numeric_limits<qint64>::max();
    return config;
}

/// The control.
void TestSlowSenders::withoutLimitsHonestOnesFail()
{
    const RunningReceiver running(withoutLimits());
    SenderCrowd crowd(running.url(), SenderCrowd::affordable(800), 1, {});
    QTRY_COMPARE(running.receiver->stats().connections, 600);
    const Fare fare = pushBeside(crowd, running.url(), "/receiveCallRecord", 10);
    QVERIFY(fare.succeeded < fare.pushes);
}

/// The control.
void TestSlowSenders::withoutLimitsMemoryGrows()
{
    const RunningReceiver running(withoutLimits());
    resetPeak(::getpid());
    const qint64 before = peakBytes(::getpid());
    SenderCrowd crowd(running.url(), SenderCrowd::affordable(500), 1, {unfinishedPush()});
    QTRY_VERIFY_WITH_TIMEOUT((crowd.turn(), running.receiver->stats().unfinishedBytes > 100 * MB), 60'000);
    QVERIFY(peakBytes(::getpid()) - before > 64 * MB);
}

QTEST_GUILESS_MAIN(TestSlowSenders)
#include "test_slow_senders.moc"
