// SPDX-License-Identifier: GPL-3.0-or-later
// The disk is full, at many sizes. No message is confirmed that is not kept, no command ends with 0 without its work,
// and once there is room again messages are taken. The room is counted by the library between the program and its
// files; CALLBOARD_SMALL_DISK names a folder on a small disk (tests/system/on_small_disk mounts one) where it is real.
// CALLBOARD_DISK_SIZES asks for more sizes.
#include "io/io_watch.h"
#include "io/long_test.h"
#include "io/push_load.h"
#include "io/store_check.h"
#include "programs.h"
#include "store_fixture.h"

#include "store/maintenance.h"

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
    void servingOnADiskThatHidesIt();
    void servingOnASmallDisk();

private:
    QString path(const QString &name) const { return m_folder + u'/' + name; }
    QString store() const { return path(u"calls.db"_s); }
    void freshFolder();
    ConfirmedParts seedStore() const;
    void setRoom(qint64 bytes) { m_watch->control().quota = bytes; }
    qint64 room() const { return m_watch->control().quota; }
    void serveInRoom(const std::function<void()> &fill, const std::function<void()> &free, Tally &tally);
    void pushAndHeal(ServeProcess &serve, const std::function<void()> &free, ConfirmedParts &parts, Tally &tally);

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
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
    const qint64 needed = Roomy - room();
    QVERIFY(needed > 0 && unlimited.refused == 0);
    Tally tally;
    const int count = sizes();
    for (int i = 0; i < count && !QTest::currentTestFailed(); ++i) {
        const qint64 size = needed * i / count;
        freshFolder();
        serveInRoom([this, size] { setRoom(size); }, [this] { setRoom(Roomy); }, tally);
        if (QTest::currentTestFailed())
            qWarning("With room for %lld bytes", static_cast<long long>(size));
    }
    qInfo("%s", qPrintable(tally.words()));
    QVERIFY(tally.refusing + tally.notStarted > count / 2);
}

void TestFullDisk::commands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s};
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--output"_s, u"copy.db"_s};
}

ConfirmedParts TestFullDisk::seedStore() const
{
    ConfirmedParts parts;
    BulkLoader loader(StoreUrl{store()});
    for (const LoadPush &push : somePushes("old-", Calls, 5)) {
        loader.add(test::Noon, push.body);
        parts[push.uuid] |= push.part;
    }
    loader.finish();
    return parts;
}

/// A copy is whole or not there, whatever the room.
void TestFullDisk::commands()
{
    QFETCH(QStringList, arguments);
    const bool makesCopy = arguments.contains(u"--output"_s);
    const QString copy = path(u"copy.db"_s);
    if (makesCopy)
        arguments.last() = copy;
    arguments += {u"--store"_s, u"sqlite:"_s + store()};
    const ConfirmedParts parts = seedStore();
    setRoom(Roomy);
    const Outcome good = runCtl(arguments, m_watch->environment());
    QVERIFY2(good.code == 0, good.err.constData());
    const qint64 needed = QFile(makesCopy ? copy : store()).size() * 2;
    int failed = 0;
    const int count = sizes();
    for (int i = 0; i < count; ++i) {
        QFile::remove(copy);
        setRoom(needed * i / count);
        const Outcome outcome = runCtl(arguments, m_watch->environment());
        setRoom(NoQuota);
        QVERIFY(outcome.code == 0 || (outcome.code == 1 && !outcome.err.isEmpty()));
        failed += outcome.code;
        QCOMPARE(brokenPromises(store(), parts), QStringList());
        if (makesCopy) {
            QCOMPARE(QFile::exists(copy), outcome.code == 0);
            if (outcome.code == 0)
                QCOMPARE(faultsOfCopy(copy, parts), QStringList());
        }
    }
    qInfo("%d sizes: %d failed and said why, the others are whole", count, failed);
    QVERIFY(failed > 0 && failed < count);
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
