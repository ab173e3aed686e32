// SPDX-License-Identifier: GPL-3.0-or-later
// The real program under clocks that are wrong by days and years (libfaketime): nothing goes because of its age, and
// the age of the last push is right. The control, a person who confirms the wrong clock, must be noticed.
#include "programs.h"
#include "store_fixture.h"

#include "record/figures/figures.h"
#include "store/database/connection.h"

#include <QFile>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>
#include <QVariant>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;
const QString Library = QStringLiteral(FAKETIME_LIBRARY);

/// GET of a page of the receiver, as JSON.
QJsonObject health(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(Patience))
        return {};
    socket.write("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(Patience))
        answer += socket.readAll();
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

QString retentionOf(const ServeProcess &serve)
{
    return health(serve.url()).value(u"retention"_s).toString();
}

} // namespace

class TestFakedClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programs_data();
    void programs();
    void aConfirmedClockRemoves();
    void aRunningProgram();

private:
    static QProcessEnvironment faked(const QString &offset);
    static qint64 number(const StoreFixture &fixture, const QString &sql);
};

QProcessEnvironment TestFakedClocks::faked(const QString &offset)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, Library);
    environment.insert(u"FAKETIME"_s, offset);
    environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
    return environment;
}

qint64 TestFakedClocks::number(const StoreFixture &fixture, const QString &sql)
{
    Connection connection(fixture.url(), Access::Read);
    return connection.value(sql).toLongLong();
}

void TestFakedClocks::programs_data()
{
    QTest::addColumn<QString>("offset");
    for (const char *offset : {"+91d", "+200d", "+20y", "-91d", "-20y"})
        QTest::newRow(offset) << QString::fromLatin1(offset);
}

void TestFakedClocks::programs()
{
    QFETCH(const QString, offset);
    const StoreFixture fixture;
    const QString store = fixture.url().localFile();
    QCOMPARE(runCtl({u"seed"_s, u"--store"_s, u"sqlite:"_s + store, u"--calls"_s, u"300"_s, u"--days"_s, u"20"_s}).code,
             0);
    const qint64 messages = number(fixture, u"SELECT SUM(count) FROM push"_s);
    ServeProcess serve;
    serve.setEnvironment(faked(offset));
    QVERIFY(serve.start(store));
    QTRY_COMPARE_WITH_TIMEOUT(number(fixture, u"SELECT value FROM meta WHERE key = 'clock_doubted'"_s), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(retentionOf(serve), u"waiting for confirmation"_s, Patience);
    QCOMPARE(serve.terminate(), 0);
    // The same clock again, and the right one: it has moved again.
    for (const QString &later : {offset, u"+0"_s}) {
        ServeProcess again;
        again.setEnvironment(faked(later));
        QVERIFY(again.start(store));
        QTRY_COMPARE_WITH_TIMEOUT(number(fixture, u"SELECT value FROM meta WHERE key = 'clock_doubted'"_s), 1,
                                  Patience);
        QCOMPARE(again.terminate(), 0);
    }
    QCOMPARE(number(fixture, u"SELECT SUM(count) FROM push"_s), messages);
    QCOMPARE(number(fixture, u"SELECT COUNT(*) FROM audit"_s), 0);
}

/// The control: the same store, the same clock, and a person who says that it is right.
void TestFakedClocks::aConfirmedClockRemoves()
{
    const StoreFixture fixture;
    const QString store = fixture.url().localFile();
    QCOMPARE(runCtl({u"seed"_s, u"--store"_s, u"sqlite:"_s + store, u"--calls"_s, u"300"_s, u"--days"_s, u"20"_s}).code,
             0);
    ServeProcess serve;
    serve.setEnvironment(faked(u"+200d"_s));
    QVERIFY(serve.start(store, 0, {u"--confirm-clock"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(number(fixture, u"SELECT COUNT(*) FROM push"_s), 0, Patience);
    QCOMPARE(retentionOf(serve), u"ok"_s);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(number(fixture, u"SELECT COUNT(*) FROM audit WHERE action = 'retention'"_s), 1);
}

/// A push while the clock is twenty years ahead; then it is set right under the running program.
void TestFakedClocks::aRunningProgram()
{
    const StoreFixture fixture;
    const QString clock = fixture.path(u"clock"_s);
    const auto set = [&clock](const char *offset) {
        QFile file(clock);
        return file.open(QIODevice::WriteOnly) && file.write(offset) > 0;
    };
    QVERIFY(set("+20y\n"));
    QProcessEnvironment environment = faked({});
    environment.remove(u"FAKETIME"_s);
    environment.insert(u"FAKETIME_TIMESTAMP_FILE"_s, clock);
    environment.insert(u"FAKETIME_NO_CACHE"_s, u"1"_s);
    ServeProcess serve;
    serve.setEnvironment(environment);
    QVERIFY(serve.start(fixture.url().localFile()));
    QCOMPARE(post(serve.url(), testData("example_push.json")).status, 200);
    QVERIFY(set("+0\n"));
    QTRY_VERIFY_WITH_TIMEOUT(health(serve.url()).value(u"last_push_age_ms"_s).toInteger() > 0, Patience);
    QVERIFY(health(serve.url()).value(u"last_push_age_ms"_s).toInteger() < HourMs);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(number(fixture, u"SELECT SUM(count) FROM push"_s), 1);
}

QTEST_GUILESS_MAIN(TestFakedClocks)
#include "test_faked_clocks.moc"
