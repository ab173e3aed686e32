// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs are killed before, in the midst of, or right after any of their file operations. What was confirmed
// is there afterwards, and the command can be run again. The control, a disk that takes writes and loses them, must be
// noticed. CALLBOARD_KILL_ROUNDS asks for more kills.
#include "io/io_watch.h"
#include "io/kept_store.h"
#include "io/long_test.h"
#include "io/push_load.h"
#include "io/store_check.h"
#include "programs.h"
#include "store_fixture.h"

#include "store/sqlite/copies/store_copies.h"
#include "store/upkeep/maintenance.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace callboard;
using namespace callboard::io;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;
constexpr int RoundsOfOneStore = 20; ///< then a new one, so that looking through it stays quick
constexpr int MostOperations = 6'000; ///< of a round that serves, until it is killed
constexpr int CallsOfRound = 2'000;
constexpr int Connections = 16;

int rounds(int preset)
{
    const int wanted = qEnvironmentVariableIntValue("CALLBOARD_KILL_ROUNDS");
    return wanted > 0 ? wanted : preset;
}

Action someKill(QRandomGenerator &random)
{
    constexpr std::array Kills{Action::KillBefore, Action::KillHalf, Action::KillAfter};
    return Kills[random.bounded(static_cast<int>(Kills.size()))];
}

} // namespace

class TestKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void serving();
    void servingOnADiskThatLosesWrites();
    void commands_data();
    void commands();
    void retention();

private:
    QString path(const QString &name) const { return m_folder + u'/' + name; }
    QString store() const { return path(u"calls.db"_s); }
    void freshFolder() const;
    void makeOldStore(ConfirmedParts &parts) const;
    ConfirmedParts keepStore(const QString &folder, bool isOldStore, ConfirmedParts &parts) const;
    Outcome run(const QStringList &arguments) const;
    qsizetype serveUntilKilled(int round, ConfirmedParts &parts);

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
    std::unique_ptr<IoWatch> m_watch;
    int m_beforeListening = 0;
};

void TestKills::init()
{
    m_watch.reset();
    m_place = std::make_unique<QTemporaryDir>();
    const QString place = QDir(m_place->path()).canonicalPath();
    m_folder = place + u"/disk"_s;
    m_watch = std::make_unique<IoWatch>(m_folder, place);
    freshFolder();
}

void TestKills::freshFolder() const
{
    QDir(m_folder).removeRecursively();
    QVERIFY(QDir().mkpath(m_folder));
}

Outcome TestKills::run(const QStringList &arguments) const
{
    return runCtl(QStringList(arguments) << u"--store"_s << store(), m_watch->environment());
}

/// How many messages were confirmed before the end. The orders to kill are given already.
qsizetype TestKills::serveUntilKilled(int round, ConfirmedParts &parts)
{
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    if (!serve.start(store())) {
        m_beforeListening += 1;
        return serve.waitForEnd() < 0 ? 0 : -1;
    }
    const QByteArray name = "round-" + QByteArray::number(round) + '-';
    PushLoad load(serve.url(), somePushes(name, CallsOfRound, static_cast<quint32>(round), CallsOfRound / 20),
                  Connections);
    load.start();
    if (!QTest::qWaitFor([&] { return load.isOver(); }, Patience))
        return -1;
    parts.insert(load.confirmed());
    return load.confirmedCount();
}

void TestKills::serving()
{
    QRandomGenerator random(20261129);
    ConfirmedParts parts;
    qsizetype confirmed = 0;
    const int count = rounds(6);
    for (int round = 0; round < count; ++round) {
        if (round % RoundsOfOneStore == 0) {
            freshFolder();
            parts.clear();
        }
        m_watch->resetCounts();
        m_watch->fail(AnyKind, 1 + random.bounded(MostOperations), someKill(random));
        const qsizetype more = serveUntilKilled(round, parts);
        m_watch->disarm();
        QVERIFY2(more >= 0, "it ended otherwise than by the kill");
        confirmed += more;
        const QString broken = brokenPromises(store(), parts).mid(0, 5).join(u' ');
        QVERIFY2(broken.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(broken)));
    }
    qInfo("%d kills, %d of them before it listened; %lld messages were confirmed, all are there", count,
          m_beforeListening, static_cast<long long>(confirmed));
    QVERIFY(confirmed > 10LL * count);
}

void TestKills::servingOnADiskThatLosesWrites()
{
    ConfirmedParts parts;
    m_watch->resetCounts();
    m_watch->fail(Write, 400, Action::Pretend, 0, true);
    QVERIFY(serveUntilKilled(0, parts) > 0); // killed at the end of its scope
    m_watch->disarm();
    const QStringList broken = brokenPromises(store(), parts);
    QVERIFY(!broken.isEmpty());
    qInfo("control: %lld sentences, such as: %s", static_cast<long long>(broken.size()),
          qPrintable(broken.constFirst()));
}

void TestKills::commands_data()
{
    QTest::addColumn<bool>("isOldStore");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("rebuild") << false << QStringList{u"rebuild"_s};
    QTest::newRow("migration and rebuild") << true << QStringList{u"rebuild"_s};
    QTest::newRow("backup") << false << QStringList{u"backup"_s, u"--output"_s, u"copy.db"_s};
    QTest::newRow("erase") << false << QStringList{u"erase"_s, u"--number"_s, u"19900000007"_s, u"--now"_s};
    QTest::newRow("restore") << false << QStringList{u"restore"_s, u"--input"_s, u"older.db"_s};
    QTest::newRow("salvage") << false << QStringList{u"salvage"_s, u"--output"_s, u"sqlite:salvaged.db"_s};
    QTest::newRow("report") << false << QStringList{u"report"_s, u"calls"_s,    u"--format"_s,
                                                    u"xlsx"_s,   u"--output"_s, u"r.xlsx"_s};
}

void TestKills::makeOldStore(ConfirmedParts &parts) const
{
    const test::StoreFixture newer;
    BulkLoader loader(newer.url());
    for (const LoadPush &push : somePushes("old-", 100, 5)) {
        loader.add(test::Noon, push.body);
        parts[push.uuid] |= push.part;
    }
    loader.finish();
    Connection connection(StoreUrl::ofFile(store()), Access::Write);
    test::makeStoreOfStepOne(connection, newer.url());
}

/// The store as it is, in one file, and an older copy of it; what that has comes back.
ConfirmedParts TestKills::keepStore(const QString &folder, bool isOldStore, ConfirmedParts &parts) const
{
    const StoreUrl url = StoreUrl::ofFile(store());
    const ConfirmedParts copied = parts;
    if (isOldStore) {
        QFile::copy(store(), folder + u"/older.db"_s);
        QFile::copy(store(), folder + u"/calls.db"_s);
        return copied;
    }
    brokenPromises(store(), parts); // migrates it
    backupStore(url, folder + u"/older.db"_s);
    BulkLoader loader(url);
    for (const LoadPush &push : somePushes("later-", 30, 6)) {
        loader.add(test::Noon, push.body);
        parts[push.uuid] |= push.part;
    }
    loader.finish();
    backupStore(url, folder + u"/calls.db"_s);
    return copied;
}

void TestKills::commands()
{
    QFETCH(const bool, isOldStore);
    QFETCH(QStringList, arguments);
    const bool isRestore = arguments.contains(u"restore"_s);
    if (arguments.size() == 3 || arguments.contains(u"--output"_s))
        arguments.last() = arguments.constLast().startsWith("sqlite:"_L1)
            ? u"sqlite:"_s + path(arguments.constLast().mid(7))
            : path(arguments.constLast());
    ConfirmedParts parts;
    makeOldStore(parts);
    const QTemporaryDir kept;
    const ConfirmedParts copied = keepStore(kept.path(), isOldStore, parts);
    const auto begin = [&] {
        freshFolder();
        for (const auto &name : {u"calls.db"_s, u"older.db"_s})
            QVERIFY(QFile::copy(kept.filePath(name), path(name)));
        m_watch->resetCounts();
    };
    begin();
    QCOMPARE(run(arguments).code, 0);
    const quint64 operations = m_watch->done(AnyKind);
    QRandomGenerator random(qHash(QByteArrayView(QTest::currentDataTag())));
    const int count = rounds(16) / 4;
    for (int round = 0; round < count; ++round) {
        begin();
        const quint64 at = 1 + random.bounded(operations);
        m_watch->fail(AnyKind, at, someKill(random));
        QCOMPARE(run(arguments).code, -1);
        m_watch->disarm();
        const QStringList faults =
            isRestore ? faultsOfRestored(store(), copied, parts) : brokenPromises(store(), parts);
        const QString broken = faults.mid(0, 5).join(u' ');
        QVERIFY2(broken.isEmpty(), qPrintable(u"killed at operation %1: %2"_s.arg(at).arg(broken)));
        const Outcome again = run(arguments);
        QVERIFY2(again.code == 0, again.err.constData());
    }
    qInfo("%d kills within %lld operations", count, static_cast<long long>(operations));
}

/// Calls go by their age, and the program is killed: none of those that stay is lost, and each that went is counted
/// once.
void TestKills::retention()
{
    KeptStore old;
    const QString kept = m_place->filePath(u"kept.db"_s);
    old.make(kept);
    const auto serveOnce = [&] {
        freshFolder();
        QVERIFY(QFile::copy(kept, store()));
        ServeProcess serve;
        serve.setEnvironment(m_watch->environment());
        if (!serve.start(store(), 0, KeptStore::options())) {
            QVERIFY2(serve.waitForEnd() < 0, "it ended otherwise than by the kill");
            return;
        }
        QVERIFY(QTest::qWaitFor([&] { return !serve.isRunning() || KeptStore::isDone(store()); }, Patience));
        serve.terminate(); // a kill within its last operations counts, too
    };
    m_watch->resetCounts();
    serveOnce();
    const quint64 operations = m_watch->done(AnyKind);
    QRandomGenerator random(20261130);
    const int count = rounds(12) / 4; // each waits until the receiver is idle
    int killed = 0;
    for (int round = 0; round < count; ++round) {
        m_watch->resetCounts();
        const quint64 at = 1 + random.bounded(operations);
        m_watch->fail(AnyKind, at, someKill(random));
        serveOnce();
        killed += m_watch->control().hits > 0 ? 1 : 0;
        m_watch->disarm();
        const QString broken = old.faults(store()).mid(0, 5).join(u' ');
        QVERIFY2(broken.isEmpty(), qPrintable(u"killed at operation %1: %2"_s.arg(at).arg(broken)));
    }
    qInfo("%d of %d runs killed within %lld operations", killed, count, static_cast<long long>(operations));
}

int main(int argc, char **argv)
{
    return runLongTest<TestKills>(argc, argv);
}

#include "test_kills.moc"
