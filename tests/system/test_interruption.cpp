// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that are ended by a signal leave nothing unfinished, and what a killed one left goes with the next.
#include "programs.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 60'000;
constexpr int Calls = 40'000;

/// All files and folders below, hidden ones too.
QStringList allBelow(const QString &folder)
{
    QStringList names;
    const auto entries =
        QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        names.append(entry.filePath());
        if (entry.isDir() && !entry.isSymLink())
            names += allBelow(entry.filePath());
    }
    return names;
}

} // namespace

class TestInterruption : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void aSignalLeavesNothingUnfinished_data();
    void aSignalLeavesNothingUnfinished();
    void whatAKilledOneLeftGoes_data();
    void whatAKilledOneLeftGoes();
    void aHangupThatIsIgnoredStaysSo();
    void aPipeWithoutAReaderIsNotWaitedForForEver();

private:
    /// The command with its temporary folder and output inside the case's folder.
    void start(QProcess &process, const QString &format, const QStringList &further = {});
    bool waitForUnfinished(QProcess &process);
    QString path(const QString &name) const { return m_case->filePath(name); }

    QTemporaryDir m_dir;
    std::unique_ptr<QTemporaryDir> m_case;
    QString m_store;
};

void TestInterruption::initTestCase()
{
    m_store = m_dir.filePath(u"calls.db"_s);
    QCOMPARE(runCtl({u"seed"_s, u"--store"_s, m_store, u"--calls"_s, QString::number(Calls)}).code, 0);
}

void TestInterruption::init()
{
    m_case = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_case->path()).mkdir(u"tmp"_s) && QDir(m_case->path()).mkdir(u"out"_s));
}

void TestInterruption::start(QProcess &process, const QString &format, const QStringList &further)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
    environment.remove(u"XDG_RUNTIME_DIR"_s);
    process.setProcessEnvironment(environment);
    const QString output = path(u"out/file"_s);
    const QStringList arguments = format == "backup"_L1
        ? QStringList{u"backup"_s, u"--store"_s, m_store, u"--output"_s, output}
        : QStringList{u"report"_s, u"calls"_s, u"--store"_s, m_store, u"--format"_s, format, u"--output"_s, output};
    process.start(QStringLiteral(CALLBOARDCTL), arguments + further);
    QVERIFY(process.waitForStarted(PatienceMs));
}

/// True once it has begun a file; false when it ended before.
bool TestInterruption::waitForUnfinished(QProcess &process)
{
    return QTest::qWaitFor(
               [&] { return !allBelow(path(u"out"_s)).isEmpty() || process.state() == QProcess::NotRunning; },
               PatienceMs)
        && process.state() == QProcess::Running;
}

void TestInterruption::aSignalLeavesNothingUnfinished_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("number");
    QTest::addColumn<QStringList>("further");
    for (const QString &format : {u"csv"_s, u"csv-raw"_s, u"xlsx"_s, u"pdf"_s, u"backup"_s}) {
        QTest::addRow("%s by SIGTERM", qPrintable(format)) << format << SIGTERM << QStringList();
        QTest::addRow("%s by SIGHUP", qPrintable(format)) << format << SIGHUP << QStringList();
        QTest::addRow("%s by SIGINT", qPrintable(format)) << format << SIGINT << QStringList();
    }
    QTest::newRow("as known then") << u"csv"_s << SIGTERM << QStringList{u"--known-at"_s, u"2900-01-01"_s};
}

void TestInterruption::aSignalLeavesNothingUnfinished()
{
    QFETCH(QString, format);
    QFETCH(int, number);
    QFETCH(QStringList, further);
    QProcess process;
    start(process, format, further);
    const bool caught = waitForUnfinished(process);
    ::kill(static_cast<pid_t>(process.processId()), number);
    QVERIFY(process.waitForFinished(PatienceMs));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    // On a fast machine it may have been complete before the signal came; never anything between.
    const QStringList left = allBelow(path(u"out"_s)) + allBelow(path(u"tmp"_s));
    if (process.exitCode() == 0) {
        QVERIFY2(left.startsWith(path(u"out/file"_s)), qPrintable(left.join(u'\n')));
        return;
    }
    QVERIFY(caught || !left.contains(path(u"out/file"_s)));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("signal"));
    QCOMPARE(left, QStringList());
}

void TestInterruption::whatAKilledOneLeftGoes_data()
{
    QTest::addColumn<QString>("format");
    for (const QString &format : {u"csv"_s, u"xlsx"_s, u"pdf"_s, u"backup"_s})
        QTest::newRow(qPrintable(format)) << format;
}

void TestInterruption::whatAKilledOneLeftGoes()
{
    QFETCH(QString, format);
    QProcess killed;
    start(killed, format);
    waitForUnfinished(killed);
    killed.kill();
    QVERIFY(killed.waitForFinished(PatienceMs));
    const timespec then{QDateTime::currentSecsSinceEpoch() - 3'600, 0};
    const timespec times[] = {then, then};
    QStringList left = allBelow(m_case->path());
    std::sort(left.begin(), left.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &name : std::as_const(left)) // folders after what is in them
        ::utimensat(AT_FDCWD, QFile::encodeName(name).constData(), times, AT_SYMLINK_NOFOLLOW);
    QProcess next;
    start(next, format);
    QVERIFY(next.waitForFinished(PatienceMs));
    QCOMPARE(next.exitCode(), 0);
    QCOMPARE(allBelow(path(u"out"_s)), QStringList(path(u"out/file"_s)));
    QCOMPARE(allBelow(path(u"tmp"_s)), QStringList());
}

void TestInterruption::aHangupThatIsIgnoredStaysSo()
{
    QProcess process;
    process.setChildProcessModifier([] { std::signal(SIGHUP, SIG_IGN); });
    start(process, u"csv"_s);
    waitForUnfinished(process);
    ::kill(static_cast<pid_t>(process.processId()), SIGHUP);
    QVERIFY(process.waitForFinished(PatienceMs));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(QFile::exists(path(u"out/file"_s)));
}

void TestInterruption::aPipeWithoutAReaderIsNotWaitedForForEver()
{
    const QString pipe = path(u"out/pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
    ServeProcess serve;
    QVERIFY(serve.start(u"sqlite:"_s + path(u"served.db"_s)));
    QProcess process;
    process.start(QStringLiteral(CALLBOARDCTL),
                  {u"simulate"_s, u"--url"_s, serve.url().toString(), u"--calls"_s, u"1"_s, u"--expect"_s, pipe});
    QVERIFY(process.waitForStarted(PatienceMs));
    const auto isPushed = [this] {
        return runCtl({u"totals"_s, u"--json"_s, u"--store"_s, u"sqlite:"_s + path(u"served.db"_s)})
                   .json()
                   .object()
                   .value("calls"_L1)
                   .toInt()
            > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isPushed(), PatienceMs);
    process.terminate();
    QVERIFY(process.waitForFinished(PatienceMs));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
}

QTEST_GUILESS_MAIN(TestInterruption)
#include "test_interruption.moc"
