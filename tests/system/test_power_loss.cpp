// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes at any moment. Every file operation of the real programs is recorded with its bytes, in one order with
// the confirmations that a sender got; then, for chosen moments, folders are made as a disk may have kept them
// (nothing, all, some or torn sectors of what was not synced), opened as the program would, and compared with what was
// confirmed until then. Two controls must lose: a disk that does not sync, and a receiver that confirms before it
// syncs. CALLBOARD_POWER_POINTS asks for more moments in each case.
#include "io/io_watch.h"
#include "io/kept_store.h"
#include "io/long_test.h"
#include "io/power_cuts.h"
#include "programs.h"
#include "store_fixture.h"

#include "store/sqlite/copies/store_copies.h"
#include "store/upkeep/maintenance.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;
using Unsynced = DiskModel::Unsynced;

int points()
{
    const int wanted = qEnvironmentVariableIntValue("CALLBOARD_POWER_POINTS");
    return wanted > 0 ? wanted : 30;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPowerLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void creationAndServing();
    void startAfterAKill();
    void migration();
    void rebuild();
    void copies();
    void reports();
    void restore();
    void erasure();
    void salvage();
    void retention();

private:
    QString store() const { return u"sqlite:"_s + m_folder + u"/data/calls.db"_s; }
    void seedStore(int calls, ConfirmedParts &parts) const;
    /// Serves and sends; kills after so many confirmations, or stops properly when all are sent.
    void serveAndPush(const QList<LoadPush> &pushes, qsizetype killAfter = -1);
    void check(const DiskModel &before, const Promises &promises, int count = points());

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
    std::unique_ptr<IoWatch> m_watch;
};

void TestPowerLoss::init()
{
    m_watch.reset();
    m_place = std::make_unique<QTemporaryDir>();
    m_folder = QDir(m_place->path()).canonicalPath() + u"/disk"_s;
    QVERIFY(QDir().mkpath(m_folder));
    m_watch = std::make_unique<IoWatch>(m_folder, m_place->path());
    m_watch->startRecording();
}

void TestPowerLoss::seedStore(int calls, ConfirmedParts &parts) const
{
    BulkLoader loader(*StoreUrl::parse(store(), nullptr));
    for (const LoadPush &push : somePushes("old-", calls, 5)) {
        loader.add(test::Noon, push.body);
        parts[push.uuid] |= push.part;
    }
    loader.finish();
}

void TestPowerLoss::serveAndPush(const QList<LoadPush> &pushes, qsizetype killAfter)
{
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    QVERIFY2(serve.start(store()), serve.errors().constData());
    PushLoad load(serve.url(), pushes);
    load.onConfirmed([this](const LoadPush &push) { m_watch->mark(QByteArray::number(push.part) + ' ' + push.uuid); });
    load.start();
    if (killAfter >= 0) {
        QVERIFY(QTest::qWaitFor([&] { return load.confirmedCount() >= killAfter; }, Patience));
        serve.kill();
    }
    QVERIFY(QTest::qWaitFor([&] { return load.isOver(); }, Patience));
    if (killAfter < 0) {
        QCOMPARE(load.confirmedCount(), pushes.size());
        QCOMPARE(serve.terminate(), 0);
    }
}

void TestPowerLoss::check(const DiskModel &before, const Promises &promises, int count)
{
    const QList<IoEntry> log = readIoLog(m_watch->logFile());
    QElapsedTimer timer;
    timer.start();
    const Cuts cuts = cutPower(before.copy(), promises, log, someMoments(log.size(), count));
    qInfo("%d power cuts in %lld operations: %d lost something (%lld ms)", cuts.tried,
          static_cast<long long>(log.size()), cuts.lost, static_cast<long long>(timer.elapsed()));
    QVERIFY2(cuts.lost == 0, qPrintable(cuts.firstLoss));
}

/// The folder of the store is made, too.
void TestPowerLoss::creationAndServing()
{
    const DiskModel before(m_folder);
    const Promises promises(u"data/calls.db"_s);
    serveAndPush(somePushes("a-", 150 + points(), 1, 20));
    check(before, promises);

    const QList<IoEntry> log = readIoLog(m_watch->logFile());
    DiskModel careless = before.copy();
    careless.ignoreSyncs();
    const Cuts withoutSync = cutPower(careless.copy(), promises, log, someMoments(log.size(), 20));
    QList<qsizetype> moments;
    const QList<IoEntry> early = confirmedTooEarly(log, moments);
    const Cuts tooEarly = cutPower(before.copy(), promises, early, moments.mid(moments.size() / 2, 20), Unsynced::None);
    qInfo("controls: without syncs %d of %d lost, confirmed too early %d of %d", withoutSync.lost, withoutSync.tried,
          tooEarly.lost, tooEarly.tried);
    QVERIFY(withoutSync.lost > 0);
    QVERIFY(tooEarly.lost > 0);
}

void TestPowerLoss::startAfterAKill()
{
    ConfirmedParts parts;
    seedStore(200, parts);
    const DiskModel before(m_folder);
    Promises promises(u"data/calls.db"_s);
    promises.hold(parts);
    serveAndPush(somePushes("a-", 200, 1), 200);
    serveAndPush(somePushes("b-", 50, 2, 10), 60);
    serveAndPush(somePushes("c-", 50, 3));
    check(before, promises);
}

void TestPowerLoss::migration()
{
    const test::StoreFixture newer;
    Promises promises(u"data/calls.db"_s);
    {
        BulkLoader loader(newer.url());
        ConfirmedParts parts;
        for (const LoadPush &push : somePushes("old-", 200, 5)) {
            loader.add(test::Noon, push.body);
            parts[push.uuid] |= push.part;
        }
        loader.finish();
        promises.hold(parts);
        Connection connection(*StoreUrl::parse(store(), nullptr), Access::Write);
        test::makeStoreOfStepOne(connection, newer.url());
    }
    const DiskModel before(m_folder);
    serveAndPush(somePushes("a-", 20, 1));
    check(before, promises);
}

void TestPowerLoss::rebuild()
{
    ConfirmedParts parts;
    seedStore(300, parts);
    const DiskModel before(m_folder);
    Promises promises(u"data/calls.db"_s);
    promises.hold(parts);
    const Outcome rebuilt = runCtl({u"rebuild"_s, u"--store"_s, store()}, m_watch->environment());
    QVERIFY2(rebuilt.code == 0, rebuilt.err.constData());
    check(before, promises);
}

/// An older copy in the place of the store, which has a log.
void TestPowerLoss::restore()
{
    ConfirmedParts parts;
    seedStore(100, parts);
    backupStore(StoreUrl::ofFile(m_folder + u"/data/calls.db"_s), m_folder + u"/copy.db"_s);
    Promises promises(u"data/calls.db"_s);
    promises.mayBecome(parts);
    serveAndPush(somePushes("a-", 50, 1), 60);
    const QList<IoEntry> serving = readIoLog(m_watch->logFile());
    for (const IoEntry &entry : serving) {
        if (entry.op == io::Op::Mark)
            parts[entry.first.mid(2)] |= entry.first.left(1).toInt();
    }
    QVERIFY(QFile::remove(m_watch->logFile()));
    promises.hold(parts);
    const DiskModel before(m_folder);
    const Outcome restored =
        runCtl({u"restore"_s, u"--store"_s, store(), u"--input"_s, m_folder + u"/copy.db"_s}, m_watch->environment());
    QVERIFY2(restored.code == 0, restored.err.constData());
    check(before, promises);
}

/// A number is erased; afterwards it is nowhere on the disk, whatever of it was synced.
void TestPowerLoss::erasure()
{
    const QByteArray number = "19900000007"; // of uuid-7, see test::TestCall
    ConfirmedParts parts;
    seedStore(100, parts);
    const DiskModel before(m_folder);
    Promises promises(u"data/calls.db"_s);
    promises.hold(parts);
    const Outcome erased =
        runCtl({u"erase"_s, u"--store"_s, store(), u"--number"_s, QString::fromLatin1(number), u"--now"_s},
               m_watch->environment());
    QVERIFY2(erased.code == 0, (erased.err + erased.out).constData());
    m_watch->mark("erased " + number);
    check(before, promises);
}

/// Everything sound of a store into a new one; the old one stays as it is.
void TestPowerLoss::salvage()
{
    ConfirmedParts parts;
    seedStore(150, parts);
    const DiskModel before(m_folder);
    Promises promises(u"data/calls.db"_s);
    promises.hold(parts);
    m_watch->mark("begin data/salvaged.db");
    const Outcome salvaged =
        runCtl({u"salvage"_s, u"--store"_s, store(), u"--output"_s, u"sqlite:"_s + m_folder + u"/data/salvaged.db"_s},
               m_watch->environment());
    QVERIFY2(salvaged.code == 0, salvaged.err.constData());
    m_watch->mark("done data/salvaged.db");
    check(before, promises);
}

/// Calls go by their age while messages are taken; what stays of them are their counts.
void TestPowerLoss::retention()
{
    QVERIFY(QDir().mkpath(m_folder + u"/data"_s));
    const QString file = m_folder + u"/data/calls.db"_s;
    KeptStore old;
    old.make(file);
    const DiskModel before(m_folder);
    Promises promises(u"data/calls.db"_s);
    promises.hold(old.kept());
    promises.alsoCheck([&old](const QString &folder) { return old.faults(folder + u"/data/calls.db"_s); });
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    QVERIFY2(serve.start(store(), 0, KeptStore::options()), serve.errors().constData());
    PushLoad load(serve.url(), somePushesAround(QDateTime::currentMSecsSinceEpoch(), "a-", 20, 1));
    load.onConfirmed([this](const LoadPush &push) { m_watch->mark(QByteArray::number(push.part) + ' ' + push.uuid); });
    load.start();
    QVERIFY(QTest::qWaitFor([&] { return load.isOver() && KeptStore::isDone(file); }, Patience));
    QCOMPARE(serve.terminate(), 0);
    check(before, promises, points() / 2); // after each the retention goes on to its end
    QCOMPARE(old.faults(file), QStringList());
    {
        Connection lossy(StoreUrl::ofFile(file), Access::Write); // the control: such a check sees a count that is lost
        lossy.execute(u"DELETE FROM rollup WHERE quarter = (SELECT MIN(quarter) FROM rollup)"_s);
    }
    QVERIFY(!old.faults(file).isEmpty());
}

/// A report in the place of an older one, and a new one.
void TestPowerLoss::reports()
{
    ConfirmedParts parts;
    seedStore(50, parts);
    const QByteArray old = "an older report\n";
    QFile older(m_folder + u"/old.csv"_s);
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write(old) == old.size());
    older.close();
    const DiskModel before(m_folder);
    Promises promises(u"data/calls.db"_s);
    promises.hold(parts);
    for (const char *name : {"old.csv", "new.csv", "new.xlsx"}) {
        const QString format = QString::fromLatin1(name).section(u'.', 1);
        const Outcome made = runCtl({u"report"_s, u"calls"_s, u"--store"_s, store(), u"--format"_s, format,
                                     u"--output"_s, m_folder + u'/' + QString::fromLatin1(name)},
                                    m_watch->environment());
        QVERIFY2(made.code == 0, made.err.constData());
        m_watch->mark(QByteArray("written ") + name);
        promises.replace(name, qstrcmp(name, "old.csv") == 0 ? old : QByteArray(),
                         contentOf(m_folder + u'/' + QString::fromLatin1(name)));
    }
    check(before, promises);
}

/// While the receiver runs; the second one replaces the first.
void TestPowerLoss::copies()
{
    ConfirmedParts parts;
    seedStore(200, parts);
    const DiskModel before(m_folder);
    Promises promises(u"data/calls.db"_s);
    promises.hold(parts);
    const auto copy = [this] {
        m_watch->mark("begin copy.db");
        const Outcome made = runCtl({u"backup"_s, u"--store"_s, store(), u"--output"_s, m_folder + u"/copy.db"_s},
                                    m_watch->environment());
        QVERIFY2(made.code == 0, made.err.constData());
        m_watch->mark("done copy.db");
    };
    copy();
    serveAndPush(somePushes("a-", 50, 1));
    copy();
    check(before, promises);
}

int main(int argc, char **argv)
{
    return runLongTest<TestPowerLoss>(argc, argv);
}

#include "test_power_loss.moc"
