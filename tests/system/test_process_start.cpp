// SPDX-License-Identifier: GPL-3.0-or-later
// What a program may find when it starts: standard descriptors that are closed, a limit on the size of files.
#include "programs.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 60'000;

/// A real program whose start is changed; killed by its own id where it is still running at the end.
class Program
{
public:
    explicit Program(const QString &name, const QStringList &arguments, const std::function<void()> &before)
    {
        m_process.setChildProcessModifier(before);
        m_process.start(name, arguments);
        m_process.waitForStarted(PatienceMs);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished(PatienceMs);
    }
    Q_DISABLE_COPY_MOVE(Program)

    QProcess &process() { return m_process; }
    QString descriptor(int number) const
    {
        return QFile::symLinkTarget(u"/proc/%1/fd/%2"_s.arg(m_process.processId()).arg(number));
    }
    int terminate()
    {
        m_process.terminate();
        const bool ended = m_process.waitForFinished(PatienceMs) && m_process.exitStatus() == QProcess::NormalExit;
        return ended ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
};

void closeStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::close(descriptor);
}

QByteArray body(int number)
{
    return "{\"call_uuid\":\"" + QByteArray::number(number) + "\",\"direction\":2,\"task_id\":\"t\",\"x\":\""
        + QByteArray(2'000, char('a' + number % 26)) + "\"}";
}

} // namespace

class TestProcessStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void closedDescriptorsAreOpenedOnNothing_data();
    void closedDescriptorsAreOpenedOnNothing();
    void aCommandWithoutOutputHarmsNoFile();
    void aFileAtItsLimitIsToldAndHeals();
    void aReportAtTheLimitFails();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestProcessStart::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder.path()));
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

void TestProcessStart::closedDescriptorsAreOpenedOnNothing_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const QStringList further{u"--listen"_s, u"127.0.0.1:0"_s};
    QTest::newRow("serve") << QStringLiteral(CALLBOARDCTL)
                           << QStringList{u"serve"_s, u"--store"_s, path(u"serve.db"_s)} + further;
    QTest::newRow("window") << QStringLiteral(
        CALLBOARD) << QStringList{u"--store"_s, path(u"window.db"_s), u"--config"_s, path(u"window.ini"_s)} + further;
}

void TestProcessStart::closedDescriptorsAreOpenedOnNothing()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    Program running(program, arguments, closeStandardDescriptors);
    const QString store = arguments.at(arguments.indexOf(u"--store"_s) + 1);
    // Where it had stayed closed, one of the first files opened would have the number.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(store + u"-wal"_s), PatienceMs);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        QCOMPARE(running.descriptor(descriptor), u"/dev/null"_s);
    QCOMPARE(running.terminate(), 0);
}

void TestProcessStart::aCommandWithoutOutputHarmsNoFile()
{
    const QString store = path(u"quiet.db"_s);
    QCOMPARE(runCtl({u"seed"_s, u"--store"_s, store, u"--calls"_s, u"20"_s}).code, 0);
    for (const QString &command : {u"totals"_s, u"calls"_s, u"verify"_s, u"rebuild"_s}) {
        Program running(QStringLiteral(CALLBOARDCTL), {command, u"--store"_s, store}, closeStandardDescriptors);
        QVERIFY(running.process().waitForFinished(PatienceMs));
        QCOMPARE(running.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(running.process().exitCode(), 1); // nobody got what it had to say
    }
    QCOMPARE(runCtl({u"totals"_s, u"--json"_s, u"--store"_s, store}).json().object().value("calls"_L1).toInt(), 20);
}

void TestProcessStart::aFileAtItsLimitIsToldAndHeals()
{
    const QString store = path(u"limit.db"_s);
    Program serve(QStringLiteral(CALLBOARDCTL), {u"serve"_s, u"--store"_s, store, u"--listen"_s, u"127.0.0.1:0"_s}, [] {
        const rlimit limit{3'000'000, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
    while (!serve.process().canReadLine())
        QVERIFY(serve.process().waitForReadyRead(PatienceMs));
    const QByteArray line = serve.process().readLine().trimmed();
    QVERIFY2(line.startsWith("listening "), line.constData());
    const QUrl url(QString::fromUtf8(line.mid(line.indexOf(' ') + 1)));
    int taken = 0;
    Answer answer{200, {}};
    while (answer.status == 200 && taken < 20'000) {
        answer = post(url, body(taken));
        taken += answer.status == 200 ? 1 : 0;
    }
    QCOMPARE(answer.status, 503);
    QVERIFY(taken > 0);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += serve.process().readAllStandardError()).contains("largest size"), PatienceMs);
    QVERIFY2(!said.contains("reports an error") && said.contains("LimitFSIZE"), said.constData());
    const rlimit wide{RLIM_INFINITY, RLIM_INFINITY};
    QCOMPARE(::prlimit(static_cast<pid_t>(serve.process().processId()), RLIMIT_FSIZE, &wide, nullptr), 0);
    QTRY_COMPARE_WITH_TIMEOUT(post(url, body(taken)).status, 200, PatienceMs);
    ++taken;
    QCOMPARE(serve.terminate(), 0);
    const QJsonObject totals = runCtl({u"totals"_s, u"--json"_s, u"--store"_s, store}).json().object();
    QCOMPARE(totals.value("calls"_L1).toInt(), taken);
}

void TestProcessStart::aReportAtTheLimitFails()
{
    const QString store = path(u"report.db"_s);
    QCOMPARE(runCtl({u"seed"_s, u"--store"_s, store, u"--calls"_s, u"300"_s}).code, 0);
    for (const QString &format : {u"csv"_s, u"xlsx"_s, u"pdf"_s}) {
        const QString file = path(u"calls."_s + format);
        Program running(QStringLiteral(CALLBOARDCTL),
                        {u"report"_s, u"calls"_s, u"--store"_s, store, u"--format"_s, format, u"--output"_s, file}, [] {
                            const rlimit limit{20'000, 20'000};
                            ::setrlimit(RLIMIT_FSIZE, &limit);
                        });
        QVERIFY(running.process().waitForFinished(PatienceMs));
        QCOMPARE(running.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(running.process().exitCode(), 1);
        QVERIFY(!QFile::exists(file));
    }
    Program backup(QStringLiteral(CALLBOARDCTL), {u"backup"_s, u"--store"_s, store, u"--output"_s, path(u"copy.db"_s)},
                   [] {
                       const rlimit limit{20'000, 20'000};
                       ::setrlimit(RLIMIT_FSIZE, &limit);
                   });
    QVERIFY(backup.process().waitForFinished(PatienceMs));
    QCOMPARE(backup.process().exitCode(), 1);
    QVERIFY(backup.process().readAllStandardError().contains("largest size"));
    QVERIFY(!QFile::exists(path(u"copy.db"_s)));
}

QTEST_GUILESS_MAIN(TestProcessStart)
#include "test_process_start.moc"
