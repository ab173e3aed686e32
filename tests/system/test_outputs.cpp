// SPDX-License-Identifier: GPL-3.0-or-later
// What --output names and is no plain file: devices, pipes, folders and links stay what they are.
#include "programs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file.readAll() : QByteArray();
}

mode_t typeOf(const QString &name)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(name).constData(), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

enum class Way : quint8 { Csv, RawCsv, Xlsx, Pdf, Backup };

constexpr std::array Ways{Way::Csv, Way::RawCsv, Way::Xlsx, Way::Pdf, Way::Backup};
constexpr std::array Names{"csv", "csv-raw", "xlsx", "pdf", "backup"};
constexpr std::array Starts{"\xEF\xBB\xBF", "", "PK", "%PDF", "SQLite format 3"};

} // namespace

class TestOutputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_case = std::make_unique<QTemporaryDir>(); }
    void aDeviceStaysOne_data() { everyWay(); }
    void aDeviceStaysOne();
    void aPipeIsWrittenInto_data() { everyWay(); }
    void aPipeIsWrittenInto();
    void aFolderIsRefused_data() { everyWay(); }
    void aFolderIsRefused();
    void aLinkStaysAndItsFileIsReplaced_data() { everyWay(); }
    void aLinkStaysAndItsFileIsReplaced();
    void theStandardOutputIsData();
    void aDescriptionThatIsADeviceStays();
    void anExpectationGoesIntoAPipe();
    void aListOfConfirmedCallsNeverReplacesAStore();
    void aFullStandardOutputIsAFailure_data() { everyCommand(); }
    void aFullStandardOutputIsAFailure();
    void aClosedStandardOutputIsAFailure_data() { everyCommand(); }
    void aClosedStandardOutputIsAFailure();

private:
    void everyWay();
    void everyCommand();
    QStringList command(Way way, const QString &output) const;
    QString path(const QString &name) const { return m_case->filePath(name); }
    QStringList left() const
    {
        return QDir(m_case->path())
            .entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    /// One of our own, or where nobody but root could harm it, the system's.
    QString deviceOf(const QString &name, unsigned minor) const
    {
        if (::geteuid() != 0)
            return u"/dev/"_s + name;
        const bool isMade = ::mknod(QFile::encodeName(path(name)).constData(), S_IFCHR | 0600, makedev(1, minor)) == 0;
        return isMade && QFile(path(name)).open(QIODevice::WriteOnly) ? path(name) : QString();
    }

    QTemporaryDir m_dir;
    std::unique_ptr<QTemporaryDir> m_case;
    QString m_store;
};

void TestOutputs::initTestCase()
{
    m_store = u"sqlite:"_s + m_dir.filePath(u"calls.db"_s);
    QCOMPARE(runCtl({u"seed"_s, u"--store"_s, m_store, u"--calls"_s, u"50"_s}).code, 0);
}

void TestOutputs::everyWay()
{
    QTest::addColumn<Way>("way");
    for (const Way way : Ways)
        QTest::newRow(Names.at(size_t(way))) << way;
}

QStringList TestOutputs::command(Way way, const QString &output) const
{
    if (way == Way::Backup)
        return {u"backup"_s, u"--store"_s, m_store, u"--output"_s, output};
    return {u"report"_s,   u"calls"_s, u"--store"_s, m_store, u"--format"_s, QString::fromLatin1(Names.at(size_t(way))),
            u"--output"_s, output};
}

void TestOutputs::aDeviceStaysOne()
{
    QFETCH(Way, way);
    for (const auto &[name, minor] : {std::pair(u"null"_s, 3U), std::pair(u"full"_s, 7U)}) {
        const QString device = deviceOf(name, minor);
        QVERIFY2(!device.isEmpty(), "No device could be made to try it on.");
        const Outcome outcome = runCtl(command(way, device));
        QCOMPARE(typeOf(device), mode_t(S_IFCHR));
        QVERIFY2(outcome.code == (way != Way::Backup && name == "null"_L1 ? 0 : 1), outcome.err.constData());
        QVERIFY2(outcome.code == 0 || outcome.err.contains(device.toUtf8()), outcome.err.constData());
    }
    QVERIFY(left().size() <= 2);
}

void TestOutputs::aPipeIsWrittenInto()
{
    QFETCH(Way, way);
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    if (way == Way::Backup) {
        const Outcome refused = runCtl(command(way, pipe));
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("pipe"), refused.err.constData());
    } else {
        auto reader = std::async(std::launch::async, contentOf, pipe);
        const Outcome outcome = runCtl(command(way, pipe));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const QByteArray content = reader.get();
        QVERIFY(content.size() > 1000);
        QVERIFY(content.startsWith(Starts.at(size_t(way))));
    }
    QCOMPARE(typeOf(pipe), mode_t(S_IFIFO));
    QCOMPARE(left(), QStringList(u"pipe"_s));
}

void TestOutputs::aFolderIsRefused()
{
    QFETCH(Way, way);
    QVERIFY(QDir(m_case->path()).mkdir(u"folder"_s));
    const Outcome outcome = runCtl(command(way, path(u"folder"_s)));
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("folder"), outcome.err.constData());
    QCOMPARE(left(), QStringList(u"folder"_s));
}

void TestOutputs::aLinkStaysAndItsFileIsReplaced()
{
    QFETCH(Way, way);
    for (const QString &target : {u"file"_s, u"later"_s}) {
        const QString link = path(u"to-"_s + target);
        QVERIFY(QFile::link(target, link));
        if (QFile older(path(target)); target == "file"_L1)
            QVERIFY(older.open(QIODevice::WriteOnly));
        const Outcome outcome = runCtl(command(way, link));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(typeOf(link), mode_t(S_IFLNK));
        QVERIFY(contentOf(path(target)).startsWith(Starts.at(size_t(way))));
        QCOMPARE(typeOf(path(target)), mode_t(S_IFREG));
    }
}

void TestOutputs::theStandardOutputIsData()
{
    const QString file = path(u"calls.csv"_s);
    QCOMPARE(runCtl(command(Way::RawCsv, file)).code, 0);
    const Outcome outcome = runCtl(command(Way::RawCsv, u"/dev/stdout"_s));
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QCOMPARE(outcome.out, contentOf(file));
    QVERIFY(outcome.err.contains("rows"));
}

void TestOutputs::aDescriptionThatIsADeviceStays()
{
    const QString file = path(u"calls.csv"_s), description = file + u"-metadata.json"_s;
    QVERIFY(QDir().mkdir(description));
    const Outcome outcome = runCtl(command(Way::RawCsv, file));
    QCOMPARE(outcome.code, 1);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(left(), QStringList(u"calls.csv-metadata.json"_s));
}

void TestOutputs::anExpectationGoesIntoAPipe()
{
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    ServeProcess serve;
    QVERIFY(serve.start(u"sqlite:"_s + path(u"fresh.db"_s)));
    auto reader = std::async(std::launch::async, contentOf, pipe);
    const Outcome outcome =
        runCtl({u"simulate"_s, u"--url"_s, serve.url().toString(), u"--calls"_s, u"5"_s, u"--expect"_s, pipe});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(reader.get().startsWith("{\"answered\""));
    QCOMPARE(typeOf(pipe), mode_t(S_IFIFO));
    QCOMPARE(serve.terminate(), 0);
}

/// The list is written from the start on, so what it stands for is looked at before; no receiver is needed.
void TestOutputs::aListOfConfirmedCallsNeverReplacesAStore()
{
    const QString store = path(u"calls.db"_s), log = store + u"-wal"_s, list = path(u"acked"_s);
    QVERIFY(QFile::copy(m_dir.filePath(u"calls.db"_s), store));
    QFile made(log);
    QVERIFY(made.open(QIODevice::WriteOnly) && made.write("log") == 3);
    made.close();
    const QByteArray before = contentOf(store);
    const QStringList simulate{u"simulate"_s, u"--url"_s, u"http://127.0.0.1:1/x"_s, u"--calls"_s, u"1"_s};
    for (const QString &file : {store, log}) {
        const Outcome outcome = runCtl(simulate + QStringList{u"--acked"_s, file});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("database"), outcome.err.constData());
    }
    QCOMPARE(contentOf(store), before);
    QCOMPARE(contentOf(log), QByteArray("log"));
    QCOMPARE(runCtl(simulate + QStringList{u"--acked"_s, list, u"--expect"_s, list}).code, 2);
}

void TestOutputs::everyCommand()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList store{u"--store"_s, m_store};
    QTest::newRow("totals") << QStringList{u"totals"_s} + store;
    QTest::newRow("totals as JSON") << QStringList{u"totals"_s, u"--json"_s} + store;
    QTest::newRow("calls") << QStringList{u"calls"_s} + store;
    QTest::newRow("rejected") << QStringList{u"rejected"_s, u"list"_s, u"--json"_s} + store;
    QTest::newRow("verify") << QStringList{u"verify"_s} + store;
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s} + store;
    QTest::newRow("schedules") << QStringList{u"schedules"_s, u"--json"_s} + store;
    QTest::newRow("retention") << QStringList{u"retention"_s} + store;
    QTest::newRow("erase") << QStringList{u"erase"_s, u"--number"_s, u"19900000001"_s, u"--dry-run"_s} + store;
    QTest::newRow("compact") << QStringList{u"compact"_s} + store;
    QTest::newRow("help of a command") << QStringList{u"serve"_s, u"--help"_s};
    QTest::newRow("reports") << QStringList{u"report"_s, u"--list"_s};
    QTest::newRow("version") << QStringList{u"--version"_s};
    QTest::newRow("help") << QStringList{u"--help"_s};
    QTest::newRow("report into it") << command(Way::Csv, u"/dev/stdout"_s);
}

void TestOutputs::aFullStandardOutputIsAFailure()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(CALLBOARDCTL), arguments);
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestOutputs::aClosedStandardOutputIsAFailure()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.setChildProcessModifier([] { ::close(STDOUT_FILENO); });
    process.start(QStringLiteral(CALLBOARDCTL), arguments);
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

QTEST_GUILESS_MAIN(TestOutputs)
#include "test_outputs.moc"
