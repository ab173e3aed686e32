// SPDX-License-Identifier: GPL-3.0-or-later
// One file operation of the real programs fails: the n-th write, sync, open, rename, truncation or removal, once or
// from then on, with each errno. Whatever then happens: no crash, no success that is none, and what was confirmed is
// there. Controls: writes that are dropped and reported as done must be noticed by the same checks.
// CALLBOARD_FAULT_RUNS asks for more runs.
#include "io/io_fault.h"
#include "io/io_watch.h"
#include "io/kept_store.h"
#include "io/long_test.h"
#include "io/push_load.h"
#include "io/store_check.h"
#include "programs.h"
#include "store_fixture.h"

#include "store/sqlite/copies/store_copies.h"
#include "store/upkeep/maintenance.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QMap>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <array>
#include <functional>

using namespace callboard;
using namespace callboard::io;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;
constexpr char Number[] = "19900000007"; ///< of uuid-7, see test::TestCall
int runsOf(int share)
{
    const int wanted = qEnvironmentVariableIntValue("CALLBOARD_FAULT_RUNS");
    return (wanted > 0 ? wanted : 48) * share / 100 + 1;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Names and sizes of the sheets: a workbook says when it was made, so that two of them differ.
QByteArray sheetsOf(const QString &workbook)
{
    QProcess list;
    list.start(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-l"_s, workbook});
    list.waitForFinished(Patience);
    QByteArray sheets;
    for (const QByteArray &line : list.readAllStandardOutput().split('\n')) {
        if (line.contains("xl/worksheets/") || line.contains("sharedStrings"))
            sheets += line.simplified().replace("  ", " ").split(' ').constFirst() + ' '
                + line.simplified().split(' ').constLast() + '\n';
    }
    return sheets;
}

} // namespace

class TestFailingIo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void commands_data();
    void commands();
    void commandWhoseWritesAreDropped();
    void serving();
    void retention();
    void aDiskThatIsReadOnlyForAMoment();
    void servingWhoseWritesAreDropped();

private:
    void seedStore(const QList<LoadPush> &pushes);
    void freshFolder();
    QString path(const QString &name) const { return m_folder + u'/' + name; }
    QString store() const { return path(u"calls.db"_s); }
    Outcome run(const QStringList &arguments) const;
    std::array<quint64, KindCount> counts() const;
    QString resultOf(const QString &command) const;
    QString faultOf(const Outcome &outcome, const QString &command, const QString &whole) const;
    void serveOnce(const Fault *fault);
    void retentionOnce(const QString &kept, KeptStore old, const Fault *fault);

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder, m_template;
    ConfirmedParts m_parts, m_copied; ///< of the template's store and of the copy beside it
    std::unique_ptr<IoWatch> m_watch;
    int m_recovered = 0, m_notStarted = 0, m_refused = 0;
};

void TestFailingIo::initTestCase()
{
    m_place = std::make_unique<QTemporaryDir>();
    const QString place = QDir(m_place->path()).canonicalPath();
    m_folder = place + u"/disk"_s;
    m_template = place + u"/template"_s;
    QVERIFY(QDir().mkpath(m_template));
    seedStore(somePushes("copied-", 20, 4));
    backupStore(StoreUrl::ofFile(m_template + u"/calls.db"_s), m_template + u"/older.db"_s);
    m_copied = m_parts;
    seedStore(somePushes("old-", 60, 5));
    m_watch = std::make_unique<IoWatch>(m_folder, place);
}

void TestFailingIo::seedStore(const QList<LoadPush> &pushes)
{
    BulkLoader loader(StoreUrl::ofFile(m_template + u"/calls.db"_s));
    for (const LoadPush &push : pushes) {
        loader.add(test::Noon, push.body);
        m_parts[push.uuid] |= push.part;
    }
    loader.finish();
}

/// The store of the template, and an older output that a command may replace.
void TestFailingIo::freshFolder()
{
    m_watch->disarm();
    QDir(m_folder).removeRecursively();
    QVERIFY(QDir().mkpath(path(u"temporary"_s)));
    const QStringList files = QDir(m_template).entryList(QDir::Files);
    for (const QString &file : files)
        QVERIFY(QFile::copy(m_template + u'/' + file, path(file)));
    m_watch->resetCounts();
}

Outcome TestFailingIo::run(const QStringList &arguments) const
{
    QProcessEnvironment environment = m_watch->environment();
    environment.insert(u"TMPDIR"_s, path(u"temporary"_s));
    return runCtl(QStringList(arguments) << u"--store"_s << store(), environment);
}

std::array<quint64, KindCount> TestFailingIo::counts() const
{
    std::array<quint64, KindCount> counts{};
    for (size_t kind = 0; kind < KindCount; ++kind)
        counts[kind] = m_watch->done(static_cast<Kind>(kind));
    return counts;
}

/// What the command has made, in a form that two good runs have in common; empty: nothing.
QString TestFailingIo::resultOf(const QString &command) const
{
    if (command == "backup"_L1 && QFile::exists(path(u"copy.db"_s)))
        return faultsOfCopy(path(u"copy.db"_s), m_parts).join(u' ') + u"end"_s;
    if (command == "salvage"_L1 && QFile::exists(path(u"salvaged.db"_s)))
        return faultsOfCopy(path(u"salvaged.db"_s), m_parts).join(u' ') + u"end"_s;
    if (command == "erase"_L1)
        return contentOf(store()).contains(Number) ? QString() : u"gone"_s;
    if (command == "csv"_L1)
        return QString::fromUtf8(contentOf(path(u"report.csv"_s))).remove(QRegularExpression(u"Made: [^,]*"_s));
    if (command == "xlsx"_L1 && QFile::exists(path(u"report.xlsx"_s)))
        return QString::fromUtf8(sheetsOf(path(u"report.xlsx"_s)));
    if (command == "pdf"_L1 && QFile::exists(path(u"report.pdf"_s)))
        return contentOf(path(u"report.pdf"_s)).trimmed().endsWith("%%EOF") ? u"whole"_s : u"half"_s;
    return {};
}

/// What is wrong with how a command ended; empty: nothing.
QString TestFailingIo::faultOf(const Outcome &outcome, const QString &command, const QString &whole) const
{
    if (outcome.code < 0)
        return u"it crashed, or did not end"_s;
    const QString result = resultOf(command);
    if (outcome.code == 0 && result != whole)
        return u"it ended with 0, but its output is not whole: %1"_s.arg(result.left(300));
    if (outcome.code != 0 && !result.isEmpty() && result != whole)
        return u"half an output has the name: %1"_s.arg(result.left(300));
    if (outcome.code != 0 && outcome.err.isEmpty() && outcome.out.isEmpty())
        return u"it failed without a word"_s;
    if (command == "restore"_L1)
        return faultsOfRestored(store(), m_copied, m_parts).join(u' ');
    return brokenPromises(store(), m_parts).join(u' ');
}

void TestFailingIo::commands_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto report = [this](const QString &format) {
        return QStringList{u"report"_s, u"calls"_s, u"--format"_s, format, u"--output"_s, path(u"report."_s + format)};
    };
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s};
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--output"_s, path(u"copy.db"_s)};
    QTest::newRow("erase") << QStringList{u"erase"_s, u"--number"_s, QLatin1StringView(Number), u"--now"_s};
    QTest::newRow("restore") << QStringList{u"restore"_s, u"--input"_s, path(u"older.db"_s)};
    QTest::newRow("salvage") << QStringList{u"salvage"_s, u"--output"_s, u"sqlite:"_s + path(u"salvaged.db"_s)};
    QTest::newRow("csv") << report(u"csv"_s);
    QTest::newRow("xlsx") << report(u"xlsx"_s);
    QTest::newRow("pdf") << report(u"pdf"_s);
    QTest::newRow("verify") << QStringList{u"verify"_s};
    QTest::newRow("totals") << QStringList{u"totals"_s, u"--json"_s};
}

void TestFailingIo::commands()
{
    QFETCH(const QStringList, arguments);
    const QString command = QString::fromUtf8(QTest::currentDataTag());
    freshFolder();
    const Outcome good = run(arguments);
    QVERIFY2(good.code == 0, good.err.constData());
    const std::array<quint64, KindCount> made = counts();
    const QString whole = resultOf(command);
    QRandomGenerator random(qHash(command));
    int failed = 0;
    const int runs = runsOf(12);
    for (int i = 0; i < runs; ++i) {
        const Fault fault = someFault(made, random);
        freshFolder();
        m_watch->fail(fault.kind, fault.at, Action::Fail, fault.error, fault.forEver);
        const Outcome outcome = run(arguments);
        m_watch->disarm();
        const QString wrong = faultOf(outcome, command, whole);
        QVERIFY2(wrong.isEmpty(), qPrintable(fault.words() + u": "_s + wrong + u' ' + QString::fromUtf8(outcome.err)));
        failed += outcome.code != 0 ? 1 : 0;
    }
    qInfo("%d runs with a fault: %d ended with an error, the others did what was asked for", runs, failed);
}

/// The control: a disk that takes writes and loses them. A backup reads its copy, and notices that by itself.
void TestFailingIo::commandWhoseWritesAreDropped()
{
    const QString output = path(u"report.csv"_s);
    const QStringList report{u"report"_s, u"calls"_s, u"--format"_s, u"csv"_s, u"--output"_s, output};
    freshFolder();
    QCOMPARE(run(report).code, 0);
    const quint64 half = m_watch->done(Write) / 2;
    const QString whole = resultOf(u"csv"_s);
    freshFolder();
    m_watch->fail(Write, half, Action::Pretend, 0, true);
    const Outcome outcome = run(report);
    m_watch->disarm();
    const QString noticed = faultOf(outcome, u"csv"_s, whole);
    QVERIFY(!noticed.isEmpty());
    qInfo("control: %s", qPrintable(noticed.left(200)));
}

/// Starts, takes messages, stops; with a fault on the way, after which it must take messages again.
void TestFailingIo::serveOnce(const Fault *fault)
{
    freshFolder();
    if (fault)
        m_watch->fail(fault->kind, fault->at, Action::Fail, fault->error, fault->forEver);
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    ConfirmedParts parts = m_parts;
    if (!serve.start(store())) {
        const int code = serve.waitForEnd();
        QVERIFY2(fault && code > 0, qPrintable(u"it did not start, and ended with %1"_s.arg(code)));
        QVERIFY(!serve.errors().isEmpty());
        m_notStarted += 1;
    } else {
        PushLoad load(serve.url(), somePushes("new-", 12, 9), 2);
        load.start();
        QVERIFY(QTest::qWaitFor([&] { return load.isOver(); }, Patience));
        QVERIFY2(load.isAllSent(), "a message got no answer at all");
        m_refused += load.refusedCount() > 0 ? 1 : 0;
        m_watch->disarm();
        parts.insert(load.confirmed());
        const LoadPush probe = somePushes("probe-", 1, 1).constFirst();
        QVERIFY2(QTest::qWaitFor([&] { return post(serve.url(), probe.body).status == 200; }, Patience),
                 "it takes nothing any more");
        parts[probe.uuid] = probe.part;
        QCOMPARE(serve.terminate(), 0);
        m_recovered += 1;
    }
    m_watch->disarm();
    const QString broken = brokenPromises(store(), parts).mid(0, 5).join(u' ');
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

void TestFailingIo::serving()
{
    serveOnce(nullptr);
    const std::array<quint64, KindCount> made = counts();
    QRandomGenerator random(20261129);
    m_recovered = m_notStarted = m_refused = 0;
    const int runs = runsOf(28);
    for (int i = 0; i < runs; ++i) {
        const Fault fault = someFault(made, random);
        serveOnce(&fault);
        if (QTest::currentTestFailed()) {
            qWarning("With %s", qPrintable(fault.words()));
            return;
        }
    }
    qInfo("%d runs with a fault: %d did not start and said why, %d refused messages, %d took messages again", runs,
          m_notStarted, m_refused, m_recovered);
}

/// A fault while calls go by their age: none is lost or counted twice, messages are taken again, and the next run goes
/// on.
void TestFailingIo::retentionOnce(const QString &kept, KeptStore old, const Fault *fault)
{
    freshFolder();
    QVERIFY(QFile::remove(store()) && QFile::copy(kept, store()));
    if (fault)
        m_watch->fail(fault->kind, fault->at, Action::Fail, fault->error, fault->forEver);
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    if (!serve.start(store(), 0, KeptStore::options())) {
        QVERIFY(fault && serve.waitForEnd() > 0);
        QVERIFY(!serve.errors().isEmpty());
        m_notStarted += 1;
    } else {
        QVERIFY(QTest::qWaitFor([&] { return KeptStore::isDone(store()) || (fault && m_watch->control().hits > 0); },
                                Patience));
        m_watch->disarm();
        const LoadPush probe = somePushesAround(QDateTime::currentMSecsSinceEpoch(), "probe-", 1, 1).constFirst();
        QVERIFY2(QTest::qWaitFor([&] { return post(serve.url(), probe.body).status == 200; }, Patience),
                 "it takes nothing any more");
        old.confirm({{probe.uuid, probe.part}});
        QCOMPARE(serve.terminate(), 0);
        m_recovered += 1;
    }
    m_watch->disarm();
    const QString broken = old.faults(store()).mid(0, 5).join(u' ');
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

void TestFailingIo::retention()
{
    KeptStore old;
    const QString kept = m_place->filePath(u"kept.db"_s);
    old.make(kept);
    retentionOnce(kept, old, nullptr);
    const std::array<quint64, KindCount> made = counts();
    QRandomGenerator random(20261130);
    m_recovered = m_notStarted = 0;
    const int runs = runsOf(6); // each waits until the receiver is idle
    for (int i = 0; i < runs; ++i) {
        const Fault fault = someFault(made, random);
        retentionOnce(kept, old, &fault);
        if (QTest::currentTestFailed()) {
            qWarning("With %s", qPrintable(fault.words()));
            return;
        }
    }
    qInfo("%d runs with a fault: %d did not start and said why, %d took messages again", runs, m_notStarted,
          m_recovered);
}

/// SQLite opens what it may not write for reading, and stays with that: then the receiver must not start.
void TestFailingIo::aDiskThatIsReadOnlyForAMoment()
{
    serveOnce(nullptr);
    const quint64 opens = m_watch->done(Open);
    m_notStarted = m_recovered = 0;
    for (Fault fault{Open, 1, EROFS, false}; fault.at <= opens && !QTest::currentTestFailed(); fault.at += 1) {
        serveOnce(&fault);
        if (QTest::currentTestFailed())
            qWarning("With %s", qPrintable(fault.words()));
    }
    qInfo("%lld files: %d times it did not start and said why, %d times it went on", static_cast<long long>(opens),
          m_notStarted, m_recovered);
    QVERIFY(m_notStarted > 1);
}

/// The control: confirmed messages that never reached the disk.
void TestFailingIo::servingWhoseWritesAreDropped()
{
    freshFolder();
    ServeProcess serve;
    serve.setEnvironment(m_watch->environment());
    QVERIFY(serve.start(store()));
    m_watch->fail(Write, m_watch->done(Write) + 1, Action::Pretend, 0, true);
    PushLoad load(serve.url(), somePushes("new-", 12, 9), 2);
    load.start();
    QVERIFY(QTest::qWaitFor([&] { return load.isOver(); }, Patience));
    serve.kill();
    m_watch->disarm();
    QVERIFY(load.confirmedCount() > 0);
    ConfirmedParts parts = m_parts;
    parts.insert(load.confirmed());
    const QStringList broken = brokenPromises(store(), parts);
    QVERIFY(!broken.isEmpty());
    qInfo("control: %lld sentences, such as: %s", static_cast<long long>(broken.size()),
          qPrintable(broken.constFirst()));
}

int main(int argc, char **argv)
{
    return runLongTest<TestFailingIo>(argc, argv);
}

#include "test_failing_io.moc"
