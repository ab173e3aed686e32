// SPDX-License-Identifier: GPL-3.0-or-later
// What the real programs do with the files of a store: one writer, whatever the file is called; one file after a clean
// stop; nothing left behind by who only reads.
#include "programs.h"

#include "store/database/connection.h"
#include "store/database/snapshot.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <optional>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int EndMs = 120'000;

QByteArray push(int number)
{
    return R"({"call_uuid":"u-)" + QByteArray::number(number)
        + R"(","direction":2,"task_id":"7","task_row_index":1,"time_hangup":1790000000000})";
}

int callsIn(const QString &store)
{
    return runCtl({u"totals"_s, u"--store"_s, store, u"--json"_s}).json().object().value("calls"_L1).toInt(-1);
}

QStringList serveArguments(const QString &store)
{
    return {u"serve"_s, u"--store"_s, store, u"--listen"_s, u"127.0.0.1:0"_s};
}

/// A command of somebody who owns none of the files here: of nobody, where the tests run as root.
Outcome runAsOther(const QStringList &arguments)
{
    if (::geteuid() != 0)
        return runCtl(arguments);
    QProcess process;
    process.start(u"setpriv"_s,
                  QStringList{u"--reuid"_s, u"65534"_s, u"--regid"_s, u"65534"_s, u"--clear-groups"_s,
                              QStringLiteral(CALLBOARDCTL)}
                      + arguments);
    if (!process.waitForFinished(EndMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void setMode(const QString &path, mode_t mode)
{
    QCOMPARE(::chmod(qPrintable(path), mode), 0);
}

} // namespace

class TestStoreFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setMode(m_outside.path(), 0777); }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        const QDir folder(m_outside.path());
        for (const QString &name : folder.entryList(QDir::Files))
            QVERIFY(QFile::remove(folder.filePath(name)));
    }
    void anotherNameLetsNoSecondWriterIn_data();
    void anotherNameLetsNoSecondWriterIn();
    void aFileMountedElsewhereLetsNoSecondWriterIn();
    void aFileMountedAloneIsRefused_data();
    void aFileMountedAloneIsRefused();
    void ofTwoStartsAtOnceOneWrites();
    void aKilledHolderIsFollowed();
    void aCleanStopLeavesOneFile();
    void aReaderBesideKeepsTheLogForTheNextStop();
    void everyCommandLeavesOneFile_data();
    void everyCommandLeavesOneFile();
    void readOnlyStoresCanBeRead_data();
    void readOnlyStoresCanBeRead();
    void anotherUserLeavesNothing();
    void aLogThatCantBeSharedIsSaid();

private:
    QStringList filesOf(const QString &folder) const
    {
        return QDir(inDir(folder)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    static std::optional<Outcome> runMounted(const QString &store, const QString &place, const QStringList &ctl);
    QString makeStore(const QString &folder) const;
    QString inDir(const QString &name) const { return m_dir->filePath(name); }
    QString outside(const QString &name) const { return m_outside.filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
    QTemporaryDir m_outside; ///< for what commands write; empty before each test
};

void TestStoreFiles::anotherNameLetsNoSecondWriterIn_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("serve") << QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s};
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s};
    QTest::newRow("seed") << QStringList{u"seed"_s, u"--calls"_s, u"3"_s};
    QTest::newRow("replay") << QStringList{u"rejected"_s, u"replay"_s};
}

void TestStoreFiles::anotherNameLetsNoSecondWriterIn()
{
    QFETCH(const QStringList, arguments);
    const QString store = inDir(u"calls.db"_s);
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QVERIFY(QFile::remove(inDir(u"calls.db.lock"_s)));
    QCOMPARE(runCtl(arguments + QStringList{u"--store"_s, store}).code, 1);
    QCOMPARE(::link(qPrintable(store), qPrintable(inDir(u"other.db"_s))), 0);
    const Outcome other = runCtl(arguments + QStringList{u"--store"_s, inDir(u"other.db"_s)});
    QCOMPARE(other.code, 1);
    QVERIFY2(other.err.contains("is being written by another process") || other.err.contains("hard links"),
             other.err.constData());
    constexpr int Pushes = 13;
    for (int i = 0; i < Pushes; ++i)
        QCOMPARE(post(serve.url(), push(i)).status, 200);
    QCOMPARE(serve.terminate(), 0);
    for (const QStringList &command : {arguments, QStringList{u"totals"_s}}) {
        const Outcome linked = runCtl(command + QStringList{u"--store"_s, store});
        QCOMPARE(linked.code, 1);
        QVERIFY2(linked.err.contains("hard links"), linked.err.constData());
    }
    QVERIFY(QFile::remove(inDir(u"other.db"_s)));
    QCOMPARE(callsIn(store), Pushes);
}

/// What "docker -v /srv/calls.db:/data/calls.db" does, in a namespace of its own. Nothing where the system forbids to
/// mount even there: nobody can do it to a store then, either.
std::optional<Outcome> TestStoreFiles::runMounted(const QString &store, const QString &place, const QStringList &ctl)
{
    const QString script = u"mount --bind \"$1\" \"$2\" || exit 77; shift 2; exec \"$@\""_s;
    QStringList arguments{u"--mount"_s};
    if (::geteuid() != 0)
        arguments += {u"--user"_s, u"--map-root-user"_s};
    arguments += {u"sh"_s, u"-c"_s, script, u"sh"_s, store, place, QStringLiteral(CALLBOARDCTL)};
    QProcess process;
    process.start(u"unshare"_s, arguments + ctl);
    const bool isOver = process.waitForFinished(EndMs);
    const Outcome outcome{isOver ? process.exitCode() : -1, process.readAllStandardOutput(),
                          process.readAllStandardError()};
    constexpr int MayNotMount = 77;
    if (outcome.code != MayNotMount && !outcome.err.contains("unshare failed"))
        return outcome;
    qWarning("Nothing may be mounted here: %s", outcome.err.constData());
    return std::nullopt;
}

void TestStoreFiles::aFileMountedElsewhereLetsNoSecondWriterIn()
{
    const QString store = inDir(u"calls.db"_s);
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QVERIFY(QDir(m_dir->path()).mkdir(u"data"_s));
    QVERIFY(QFile(inDir(u"data/calls.db"_s)).open(QIODevice::WriteOnly));
    if (const auto second = runMounted(store, inDir(u"data/calls.db"_s), serveArguments(inDir(u"data/calls.db"_s)))) {
        QCOMPARE(second->code, 1);
        QVERIFY2(second->err.contains("is being written by another process"), second->err.constData());
    }
    QCOMPARE(post(serve.url(), push(1)).status, 200);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(callsIn(store), 1);
}

void TestStoreFiles::aFileMountedAloneIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("serve") << QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s};
    QTest::newRow("seed") << QStringList{u"seed"_s, u"--calls"_s, u"3"_s};
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s};
    QTest::newRow("confirm") << QStringList{u"retention"_s, u"--confirm"_s};
    QTest::newRow("erase") << QStringList{u"erase"_s, u"--number"_s, u"19900000001"_s};
    QTest::newRow("compact") << QStringList{u"compact"_s};
    QTest::newRow("replay") << QStringList{u"rejected"_s, u"replay"_s};
    QTest::newRow("totals") << QStringList{u"totals"_s};
    QTest::newRow("calls in full") << QStringList{u"calls"_s, u"--reveal"_s};
}

/// After a kill the newest calls stand in the log beside the store: written or read under the mounted name they would
/// be missing, and at the next start that log would be played over what was written.
void TestStoreFiles::aFileMountedAloneIsRefused()
{
    QFETCH(const QStringList, arguments);
    const QString store = inDir(u"calls.db"_s);
    const QString place = inDir(u"data/other.db"_s);
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QCOMPARE(post(serve.url(), push(1)).status, 200);
    serve.kill();
    QVERIFY(QDir(m_dir->path()).mkdir(u"data"_s));
    QVERIFY(QFile(place).open(QIODevice::WriteOnly));
    if (const auto mounted = runMounted(store, place, arguments + QStringList{u"--store"_s, place})) {
        QCOMPARE(mounted->code, 1);
        QVERIFY2(mounted->err.contains("mounted as a single file") || mounted->err.contains("has another name"),
                 mounted->err.constData());
        QCOMPARE(filesOf(u"data"_s), QStringList{u"other.db"_s});
    }
    QCOMPARE(callsIn(store), 1);
}

void TestStoreFiles::ofTwoStartsAtOnceOneWrites()
{
    constexpr int Rounds = 50;
    for (int round = 0; round < Rounds; ++round) {
        const QString store = inDir(u"calls-%1.db"_s.arg(round / 5)); // new ones, and some that are there
        std::array<QProcess, 2> both;
        for (QProcess &process : both)
            process.start(QStringLiteral(CALLBOARDCTL), serveArguments(store));
        const auto isOver = [](const QProcess &process) { return process.state() == QProcess::NotRunning; };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(both[0]) || isOver(both[1]), EndMs);
        QProcess &refused = isOver(both[0]) ? both[0] : both[1];
        QProcess &writing = isOver(both[0]) ? both[1] : both[0];
        const QByteArray words = refused.readAllStandardError();
        QCOMPARE(refused.exitCode(), 1);
        QVERIFY2(words.contains("is being written by"), words.constData());
        QTRY_VERIFY_WITH_TIMEOUT(writing.canReadLine(), EndMs);
        QVERIFY(writing.readLine().startsWith("listening "));
        writing.terminate();
        QVERIFY(writing.waitForFinished(EndMs));
        QCOMPARE(writing.exitCode(), 0);
    }
}

void TestStoreFiles::aKilledHolderIsFollowed()
{
    const QString store = inDir(u"calls.db"_s);
    constexpr int Rounds = 3;
    for (int round = 0; round < Rounds; ++round) {
        ServeProcess serve;
        QVERIFY2(serve.start(store), serve.errors().constData());
        QCOMPARE(post(serve.url(), push(round)).status, 200);
        serve.kill();
        QVERIFY(QFile::exists(inDir(u"calls.db.lock"_s)));
    }
    QCOMPARE(callsIn(store), Rounds);
}

void TestStoreFiles::aCleanStopLeavesOneFile()
{
    const QString store = makeStore(u"data"_s);
    {
        ServeProcess serve;
        QVERIFY2(serve.start(store), serve.errors().constData());
        constexpr int Pushes = 20;
        for (int i = 0; i < Pushes; ++i)
            QCOMPARE(post(serve.url(), push(i)).status, 200);
        QVERIFY(filesOf(u"data"_s).contains(u"calls.db-wal"_s));
        QCOMPARE(serve.terminate(), 0);
    }
    QCOMPARE(filesOf(u"data"_s), QStringList{u"calls.db"_s});
    const int all = callsIn(store);
    QVERIFY(all > 20);
    QVERIFY(QFile::copy(store, inDir(u"copy.db"_s)));
    QCOMPARE(callsIn(inDir(u"copy.db"_s)), all);
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, inDir(u"copy.db"_s)}).code, 0);
}

void TestStoreFiles::aReaderBesideKeepsTheLogForTheNextStop()
{
    const QString store = makeStore(u"data"_s);
    {
        ServeProcess serve;
        QVERIFY2(serve.start(store), serve.errors().constData());
        QCOMPARE(post(serve.url(), push(1)).status, 200);
        callboard::Connection reader(callboard::StoreUrl::ofFile(store), callboard::Access::Read);
        const callboard::Snapshot snapshot(reader);
        QCOMPARE(reader.value(u"SELECT COUNT(*) FROM call WHERE call_uuid = 'u-1'"_s).toInt(), 1);
        QCOMPARE(post(serve.url(), push(2)).status, 200);
        QCOMPARE(serve.terminate(), 0);
        QVERIFY(filesOf(u"data"_s).contains(u"calls.db-wal"_s));
        QCOMPARE(reader.value(u"SELECT COUNT(*) FROM call WHERE call_uuid LIKE 'u-%'"_s).toInt(), 1);
    }
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(filesOf(u"data"_s), QStringList{u"calls.db"_s});
}

void TestStoreFiles::everyCommandLeavesOneFile_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("totals") << QStringList{u"totals"_s};
    QTest::newRow("verify") << QStringList{u"verify"_s};
    QTest::newRow("calls") << QStringList{u"calls"_s};
    QTest::newRow("calls in full") << QStringList{u"calls"_s, u"--reveal"_s};
    QTest::newRow("rejected") << QStringList{u"rejected"_s, u"list"_s};
    QTest::newRow("schedules") << QStringList{u"schedules"_s};
    QTest::newRow("report") << QStringList{u"report"_s, u"tasks"_s, u"--output"_s, outside(u"x.csv"_s)};
    QTest::newRow("report in full") << QStringList{u"report"_s, u"calls"_s, u"--reveal"_s, u"--output"_s,
                                                   outside(u"x.csv"_s)};
    QTest::newRow("report as known") << QStringList{u"report"_s,     u"tasks"_s,    u"--known-at"_s,
                                                    u"2026-01-01"_s, u"--output"_s, outside(u"x.csv"_s)};
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--output"_s, outside(u"copy.db"_s)};
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s};
    QTest::newRow("seed") << QStringList{u"seed"_s, u"--calls"_s, u"3"_s};
    QTest::newRow("replay") << QStringList{u"rejected"_s, u"replay"_s};
    QTest::newRow("retention") << QStringList{u"retention"_s};
    QTest::newRow("confirm") << QStringList{u"retention"_s, u"--confirm"_s};
    QTest::newRow("compact") << QStringList{u"compact"_s};
    QTest::newRow("erase") << QStringList{u"erase"_s, u"--number"_s, u"19900000001"_s};
    QTest::newRow("erase now") << QStringList{u"erase"_s, u"--now"_s, u"--number"_s, u"19900000001"_s};
}

void TestStoreFiles::everyCommandLeavesOneFile()
{
    QFETCH(const QStringList, arguments);
    const QString store = makeStore(u"data"_s);
    const Outcome outcome = runCtl(arguments + QStringList{u"--store"_s, store});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QCOMPARE(filesOf(u"data"_s), QStringList{u"calls.db"_s});
}

void TestStoreFiles::readOnlyStoresCanBeRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("totals") << QStringList{u"totals"_s};
    QTest::newRow("verify") << QStringList{u"verify"_s};
    QTest::newRow("calls") << QStringList{u"calls"_s};
    QTest::newRow("rejected") << QStringList{u"rejected"_s, u"list"_s};
    QTest::newRow("report") << QStringList{u"report"_s, u"calls"_s, u"--output"_s, outside(u"x.csv"_s)};
    QTest::newRow("report as known") << QStringList{u"report"_s,     u"tasks"_s,    u"--known-at"_s,
                                                    u"2026-01-01"_s, u"--output"_s, outside(u"x.csv"_s)};
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--output"_s, outside(u"copy.db"_s)};
}

void TestStoreFiles::readOnlyStoresCanBeRead()
{
    QFETCH(const QStringList, arguments);
    const QString store = makeStore(u"data"_s);
    setMode(m_dir->path(), 0755);
    setMode(store, 0444);
    setMode(inDir(u"data"_s), 0555);
    const Outcome outcome = runAsOther(arguments + QStringList{u"--store"_s, store});
    const Outcome revealed = runAsOther({u"calls"_s, u"--reveal"_s, u"--store"_s, store});
    setMode(inDir(u"data"_s), 0755);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QCOMPARE(filesOf(u"data"_s), QStringList{u"calls.db"_s});
    QCOMPARE(revealed.code, 1);
    QVERIFY(revealed.out.isEmpty());
    QVERIFY2(revealed.err.contains("can only be read by you"), revealed.err.constData());
}

/// A log of somebody else's beside a store would keep its owner out.
void TestStoreFiles::anotherUserLeavesNothing()
{
    const QString store = makeStore(u"data"_s);
    setMode(m_dir->path(), 0755);
    setMode(inDir(u"data"_s), 0777);
    setMode(store, 0644);
    const Outcome outcome = runAsOther({u"totals"_s, u"--json"_s, u"--store"_s, store});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(outcome.json().object().value("calls"_L1).toInt() > 0);
    QCOMPARE(filesOf(u"data"_s), QStringList{u"calls.db"_s});
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QCOMPARE(post(serve.url(), push(1)).status, 200);
    QCOMPARE(serve.terminate(), 0);
}

void TestStoreFiles::aLogThatCantBeSharedIsSaid()
{
    const QString store = makeStore(u"data"_s);
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QCOMPARE(post(serve.url(), push(1)).status, 200);
    serve.kill();
    QVERIFY(QFile::remove(inDir(u"data/calls.db-shm"_s)));
    setMode(m_dir->path(), 0755);
    setMode(store, 0444);
    setMode(inDir(u"data/calls.db-wal"_s), 0444);
    setMode(inDir(u"data"_s), 0555);
    const Outcome outcome = runAsOther({u"totals"_s, u"--store"_s, store});
    setMode(inDir(u"data"_s), 0755);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("calls.db-wal") && outcome.err.contains("folder of your own"),
             outcome.err.constData());
}

QString TestStoreFiles::makeStore(const QString &folder) const
{
    const QString store = inDir(folder + u"/calls.db"_s);
    const Outcome seeded = runCtl({u"seed"_s, u"--calls"_s, u"30"_s, u"--store"_s, store});
    return seeded.code == 0 ? store : QString();
}

QTEST_GUILESS_MAIN(TestStoreFiles)
#include "test_store_files.moc"
