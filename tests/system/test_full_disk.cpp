// SPDX-License-Identifier: GPL-3.0-or-later
// The disk is full, at many sizes. No message is confirmed that is not kept, no command ends with 0 without its work,
// and once there is room again messages are taken. The room is counted by the library between the program and its
// files; CALLBOARD_SMALL_DISK names a folder on a small disk (tests/system/on_small_disk mounts one) where it is real.
// CALLBOARD_DISK_SIZES asks for more sizes.
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
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>

using namespace callboard;
using namespace callboard::io;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;
constexpr qint64 Roomy = 1LL << 32;
constexpr int Calls = 120;
constexpr char Number[] = "19900000007"; ///< of uuid-7, see test::TestCall

int sizes()
{
    const int wanted = qEnvironmentVariableIntValue("CALLBOARD_DISK_SIZES");
    return wanted > 0 ? wanted : 8;
}

/// What a run came to.
struct Tally
{
    int runs = 0, notStarted = 0, refusing = 0;
    qint64 confirmed = 0, refused = 0, longestMs = 0;
    qint64 atStart = 0, atMost = 0; ///< bytes that were taken of a roomy disk: once it listened, and with all messages
    QString words() const
    {
        return u"%1 sizes: %2 did not start and said why, %3 refused messages (%4 refused, %5 confirmed, all kept); "
               u"back "
               "after %6 ms at most"_s.arg(runs)
                   .arg(notStarted)
                   .arg(refusing)
                   .arg(refused)
                   .arg(confirmed)
                   .arg(longestMs);
    }
};

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void serving();
    void commands_data();
    void commands();
    void retention();
    void servingOnADiskThatHidesIt();
    void servingOnASmallDisk();

private:
    QString path(const QString &name) const { return m_folder + u'/' + name; }
    QString store() const { return path(u"calls.db"_s); }
    void freshFolder();
    void retainInRoom(const QString &kept, const KeptStore &old, qint64 size, Tally &tally);
    void makeTemplate();
    void copyTemplate();
    QString faultOf(const QString &command, const Outcome &outcome) const;
    void setRoom(qint64 bytes) { m_watch->control().quota = bytes; }
    qint64 room() const { return m_watch->control().quota; }
    void serveInRoom(const std::function<void()> &fill, const std::function<void()> &free, Tally &tally);
    void pushAndHeal(ServeProcess &serve, const std::function<void()> &free, ConfirmedParts &parts, Tally &tally);

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder, m_template;
    ConfirmedParts m_parts, m_copied; ///< of the template's store and of the copy beside it
    std::unique_ptr<IoWatch> m_watch;
};

void TestFullDisk::init()
{
    m_watch.reset();
    m_place = std::make_unique<QTemporaryDir>();
    const QString place = QDir(m_place->path()).canonicalPath();
    m_folder = place + u"/disk"_s;
    m_watch = std::make_unique<IoWatch>(m_folder, place);
    freshFolder();
}

void TestFullDisk::freshFolder()
{
    QDir(m_folder).removeRecursively();
    QVERIFY(QDir().mkpath(m_folder));
    setRoom(NoQuota);
}

void TestFullDisk::pushAndHeal(ServeProcess &serve, const std::function<void()> &free, ConfirmedParts &parts,
                               Tally &tally)
{
    PushLoad load(serve.url(), somePushes("new-", Calls, 9));
    load.start();
    QVERIFY(QTest::qWaitFor([&] { return load.isOver(); }, Patience));
    QVERIFY2(load.isAllSent(), "a message got no answer at all");
    parts = load.confirmed();
    tally.atMost = std::max(tally.atMost, Roomy - room());
    tally.confirmed += load.confirmedCount();
    tally.refused += load.refusedCount();
    tally.refusing += load.refusedCount() > 0 ? 1 : 0;
    free();
    QElapsedTimer timer;
    timer.start();
    const LoadPush probe = somePushes("probe-", 1, 1).constFirst();
    QVERIFY2(QTest::qWaitFor([&] { return post(serve.url(), probe.body).status == 200; }, Patience),
             "it takes nothing any more");
    tally.longestMs = std::max(tally.longestMs, timer.elapsed());
    parts[probe.uuid] = probe.part;
    QCOMPARE(serve.terminate(), 0);
}

void TestFullDisk::serveInRoom(const std::function<void()> &fill, const std::function<void()> &free, Tally &tally)
{
    ConfirmedParts parts;
    tally.runs += 1;
    fill();
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    if (serve.start(store())) {
        tally.atStart = Roomy - room();
        pushAndHeal(serve, free, parts, tally);
    } else {
        QCOMPARE(serve.waitForEnd(), 1);
        QVERIFY(!serve.errors().isEmpty());
        tally.notStarted += 1;
        free();
        ServeProcess again;
        again.setEnvironment(m_watch->environment());
        QVERIFY2(again.start(store()), again.errors().constData());
        QCOMPARE(again.terminate(), 0);
    }
    const QString broken = brokenPromises(store(), parts).mid(0, 5).join(u' ');
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

void TestFullDisk::serving()
{
    Tally unlimited;
    serveInRoom([this] { setRoom(Roomy); }, [] {}, unlimited);
    const qint64 start = unlimited.atStart, more = unlimited.atMost - start;
    QVERIFY(start > 0 && more > 0 && unlimited.refused == 0);
    Tally tally;
    const int count = sizes();
    for (int i = 0; i < count && !QTest::currentTestFailed(); ++i) {
        const qint64 size = i == 0 ? 0 : start + more * (i - 1) / count; // most of them end while it serves
        freshFolder();
        serveInRoom([this, size] { setRoom(size); }, [this] { setRoom(Roomy); }, tally);
        if (QTest::currentTestFailed())
            qWarning("With room for %lld bytes", static_cast<long long>(size));
    }
    qInfo("%s", qPrintable(tally.words()));
    QVERIFY(tally.refusing > 0 && tally.notStarted > 0 && tally.confirmed > 0);
}

void TestFullDisk::commands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s};
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--output"_s, u"DISK/copy.db"_s};
    QTest::newRow("restore") << QStringList{u"restore"_s, u"--input"_s, u"DISK/older.db"_s};
    QTest::newRow("salvage") << QStringList{u"salvage"_s, u"--output"_s, u"sqlite:DISK/salvaged.db"_s};
    QTest::newRow("erase") << QStringList{u"erase"_s, u"--number"_s, QLatin1StringView(Number), u"--now"_s};
}

/// A store and an older copy of it, which it can be restored from.
void TestFullDisk::makeTemplate()
{
    m_template = m_place->path() + u"/template"_s;
    QVERIFY(QDir().mkpath(m_template));
    const StoreUrl url = StoreUrl::ofFile(m_template + u"/calls.db"_s);
    const auto add = [this, &url](const QByteArray &name, int calls, quint32 seed) {
        BulkLoader loader(url);
        for (const LoadPush &push : somePushes(name, calls, seed)) {
            loader.add(test::Noon, push.body);
            m_parts[push.uuid] |= push.part;
        }
        loader.finish();
    };
    m_parts.clear();
    add("old-", Calls, 5);
    backupStore(url, m_template + u"/older.db"_s);
    m_copied = m_parts;
    add("later-", Calls / 4, 6);
}

void TestFullDisk::copyTemplate()
{
    freshFolder();
    for (const auto &name : {u"calls.db"_s, u"older.db"_s})
        QVERIFY(QFile::copy(m_template + u'/' + name, path(name)));
}

/// What is wrong after a command that had too little room, or enough; empty: nothing.
QString TestFullDisk::faultOf(const QString &command, const Outcome &outcome) const
{
    const bool isGood = outcome.code == 0;
    if (!isGood && (outcome.code != 1 || (outcome.err + outcome.out).isEmpty()))
        return u"it ended with %1, or without a word"_s.arg(outcome.code);
    const QString output = command == "backup"_L1 ? u"copy.db"_s
        : command == "salvage"_L1                 ? u"salvaged.db"_s
                                                  : QString();
    if (!output.isEmpty() && QFile::exists(path(output)) != isGood)
        return isGood ? u"it ended with 0, and there is no output"_s : u"half an output has the name"_s;
    if (!output.isEmpty() && isGood && !faultsOfCopy(path(output), m_parts).isEmpty())
        return u"it ended with 0, and its output is not whole"_s;
    if (command == "restore"_L1 && isGood && brokenPromises(store(), m_parts).isEmpty())
        return u"it ended with 0, and restored nothing"_s;
    if (command == "restore"_L1)
        return faultsOfRestored(store(), m_copied, m_parts).join(u' ');
    QFile file(store());
    if (command == "erase"_L1 && isGood && (!file.open(QIODevice::ReadOnly) || file.readAll().contains(Number)))
        return u"it ended with 0, and the number is still there"_s;
    return brokenPromises(store(), m_parts).join(u' ');
}

/// An output is whole or not there, and a store is as before or as it was to be, whatever the room.
void TestFullDisk::commands()
{
    QFETCH(QStringList, arguments);
    const QString command = arguments.constFirst();
    arguments.replaceInStrings(u"DISK"_s, m_folder);
    arguments += {u"--store"_s, u"sqlite:"_s + store()};
    makeTemplate();
    copyTemplate();
    setRoom(Roomy);
    const Outcome good = runCtl(arguments, m_watch->environment());
    QVERIFY2(good.code == 0, good.err.constData());
    QCOMPARE(faultOf(command, good), QString());
    const qint64 size = QFile(m_template + u"/calls.db"_s).size();
    const qint64 needed = size * (command == "salvage"_L1 ? 12 : 2); // it makes a store, and that one's log
    int failed = 0;
    const int count = sizes();
    for (int i = 0; i < count; ++i) {
        copyTemplate();
        setRoom(needed * i / count);
        const Outcome outcome = runCtl(arguments, m_watch->environment());
        setRoom(NoQuota);
        failed += outcome.code == 0 ? 0 : 1;
        const QString fault = faultOf(command, outcome);
        QVERIFY2(
            fault.isEmpty(),
            qPrintable(
                u"with room for %1 bytes: %2 %3"_s.arg(needed * i / count).arg(fault, QString::fromUtf8(outcome.err))));
    }
    qInfo("%d sizes: %d failed and said why, the others are whole", count, failed);
    QVERIFY(failed > 0 && failed < count);
}

/// Lets calls go in that room; how it came out.
void TestFullDisk::retainInRoom(const QString &kept, const KeptStore &old, qint64 size, Tally &tally)
{
    freshFolder();
    QVERIFY(QFile::copy(kept, store()));
    setRoom(size);
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    tally.runs += 1;
    if (serve.start(store(), 0, KeptStore::options())) {
        tally.atStart = size - room();
        QByteArray said;
        bool isFull = false;
        const auto isOver = [&] {
            said += serve.errors();
            isFull = isFull || room() <= 0 || said.contains("was not removed");
            return isFull || KeptStore::isDone(store());
        };
        QVERIFY(QTest::qWaitFor(isOver, Patience));
        tally.atMost = size - room();
        tally.refusing += isFull ? 1 : 0;
        setRoom(Roomy);
        QCOMPARE(serve.terminate(), 0);
    } else {
        QCOMPARE(serve.waitForEnd(), 1);
        tally.notStarted += 1;
    }
    setRoom(NoQuota);
    const QString broken = old.faults(store()).mid(0, 5).join(u' ');
    QVERIFY2(broken.isEmpty(), qPrintable(u"with room for %1 bytes: %2"_s.arg(size).arg(broken)));
}

/// Calls go by their age on a disk that gets full: none is lost or counted twice, and the next run goes on.
void TestFullDisk::retention()
{
    KeptStore old;
    const QString kept = m_place->filePath(u"kept.db"_s);
    old.make(kept);
    Tally unlimited, tally;
    retainInRoom(kept, old, Roomy, unlimited);
    const qint64 start = unlimited.atStart, more = unlimited.atMost - start;
    QVERIFY(more > 0 && unlimited.refusing == 0);
    const int count = sizes() / 2; // each waits until the receiver is idle
    for (int i = 0; i < count && !QTest::currentTestFailed(); ++i)
        retainInRoom(kept, old, start + more * i / count, tally);
    qInfo("%d sizes: %d did not start, %d times the room was not enough", tally.runs, tally.notStarted, tally.refusing);
    QVERIFY(tally.notStarted < count && tally.refusing > 0);
}

/// The control: a full disk that says it took what it did not.
void TestFullDisk::servingOnADiskThatHidesIt()
{
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    QVERIFY(serve.start(store()));
    m_watch->fail(Write, m_watch->done(Write) + 50, Action::Pretend, 0, true);
    PushLoad load(serve.url(), somePushes("new-", Calls, 9));
    load.start();
    QVERIFY(QTest::qWaitFor([&] { return load.isOver(); }, Patience));
    serve.kill();
    m_watch->disarm();
    const QStringList broken = brokenPromises(store(), load.confirmed());
    QVERIFY(!broken.isEmpty());
    qInfo("control: %lld sentences, such as: %s", static_cast<long long>(broken.size()),
          qPrintable(broken.constFirst()));
}

/// Another file takes the room, while the receiver looks after what is free. Only where such a disk is given.
void TestFullDisk::servingOnASmallDisk()
{
    const QString disk = qEnvironmentVariable("CALLBOARD_SMALL_DISK");
    if (disk.isEmpty()) {
        qInfo("CALLBOARD_SMALL_DISK names no small disk: only the counted room was tried.");
        return;
    }
    m_folder = QDir(disk).canonicalPath() + u"/store"_s;
    const QString filler = QDir(disk).canonicalPath() + u"/filler"_s;
    QVERIFY(QFileInfo(disk).isWritable());
    const auto freeBytes = [&disk] {
        return static_cast<qint64>(std::filesystem::space(QFile::encodeName(disk).toStdString()).available);
    };
    Tally tally;
    const int count = sizes();
    for (int i = 0; i < count && !QTest::currentTestFailed(); ++i) {
        QDir(m_folder).removeRecursively();
        QVERIFY(QDir().mkpath(m_folder));
        const qint64 left = freeBytes() * i / count;
        const auto fill = [&] {
            QFile file(filler);
            QVERIFY(file.open(QIODevice::WriteOnly));
            const QByteArray block(64 * 1024, 'x');
            while (freeBytes() > left && file.write(block) == block.size() && file.flush()) { }
        };
        serveInRoom(
            fill, [&] { QVERIFY(QFile::remove(filler)); }, tally);
    }
    qInfo("%s", qPrintable(tally.words()));
}

int main(int argc, char **argv)
{
    return runLongTest<TestFullDisk>(argc, argv);
}

#include "test_full_disk.moc"
