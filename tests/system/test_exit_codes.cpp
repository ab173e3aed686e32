// SPDX-License-Identifier: GPL-3.0-or-later
// Exit codes and streams of every command: 0 done, 1 failed, 2 wrong usage; data on stdout, diagnostics on stderr.
#include "programs.h"
#include "store/database/connection.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class TestExitCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersion();
    void everyCommandHelps_data();
    void everyCommandHelps();
    void wrongUsage_data();
    void wrongUsage();
    void pipesAndFoldersAreNotOpened_data();
    void pipesAndFoldersAreNotOpened();
    void failures_data();
    void failures();
    void aNewerStoreIsRefused_data();
    void aNewerStoreIsRefused();
    void reportsAreListed();

private:
    QTemporaryDir m_dir;
    QString inDir(const QString &name) const { return m_dir.filePath(name); }
};

void TestExitCodes::helpAndVersion()
{
    QCOMPARE(runCtl({u"--help"_s}).code, 0);
    const Outcome version = runCtl({u"--version"_s});
    QCOMPARE(version.code, 0);
    QVERIFY(version.out.startsWith("callboardctl "));
    const Outcome nothing = runCtl({});
    QCOMPARE(nothing.code, 2);
    QVERIFY(nothing.out.isEmpty());
    QVERIFY(nothing.err.contains("Usage:"));
}

void TestExitCodes::everyCommandHelps_data()
{
    QTest::addColumn<QString>("command");
    for (const char *name : {"serve", "simulate", "seed", "totals", "calls", "report", "schedules", "rejected",
                             "verify", "rebuild", "salvage", "backup", "restore", "erase"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestExitCodes::everyCommandHelps()
{
    QFETCH(QString, command);
    const Outcome help = runCtl({command, u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.startsWith("Usage: callboardctl " + command.toLatin1()), help.out.constData());
    QVERIFY(help.err.isEmpty());
    for (const QByteArray &line : help.out.split('\n'))
        QVERIFY2(line.size() < 80, line.constData());
    const Outcome wrong = runCtl({command, u"--no-such-option"_s});
    QCOMPARE(wrong.code, 2);
    QVERIFY(wrong.out.isEmpty());
    QVERIFY(wrong.err.contains("no-such-option"));
}

void TestExitCodes::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList store{u"--store"_s, u"sqlite:"_s + inDir(u"unused.db"_s)};
    QTest::newRow("unknown command") << QStringList{u"dance"_s};
    QTest::newRow("no store") << QStringList{u"totals"_s, u"--json"_s};
    QTest::newRow("no such kind of store") << QStringList{u"totals"_s, u"--store"_s, u"oracle://x"_s};
    QTest::newRow("too many operands") << QStringList{u"totals"_s, u"more"_s} + store;
    QTest::newRow("bad time") << QStringList{u"totals"_s, u"--from"_s, u"yesterday-ish"_s} + store;
    QTest::newRow("bad limit") << QStringList{u"calls"_s, u"--limit"_s, u"many"_s} + store;
    QTest::newRow("bad listen") << QStringList{u"serve"_s, u"--listen"_s, u"8787"_s} + store;
    QTest::newRow("bad port") << QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:99999"_s} + store;
    QTest::newRow("bad range") << QStringList{u"serve"_s, u"--allow"_s, u"10.0.0.0/99"_s} + store;
    QTest::newRow("half of TLS") << QStringList{u"serve"_s, u"--tls-cert"_s, u"cert.pem"_s} + store;
    QTest::newRow("bad URL") << QStringList{u"simulate"_s, u"--calls"_s, u"1"_s, u"--url"_s, u"ftp://x"_s};
    QTest::newRow("bad probability") << QStringList{
        u"simulate"_s, u"--calls"_s, u"1"_s, u"--url"_s, u"http://127.0.0.1:9/"_s, u"--lost"_s, u"2"_s};
    QTest::newRow("bad dialect") << QStringList{
        u"simulate"_s, u"--calls"_s, u"1"_s, u"--url"_s, u"http://127.0.0.1:9/"_s, u"--dialect"_s, u"c"_s};
    QTest::newRow("no report") << QStringList{u"report"_s, u"--output"_s, u"x.csv"_s} + store;
    QTest::newRow("unknown report") << QStringList{u"report"_s, u"weather"_s, u"--output"_s, u"x.csv"_s} + store;
    QTest::newRow("unknown format") << QStringList{u"report"_s, u"calls"_s,    u"--format"_s,
                                                   u"docx"_s,   u"--output"_s, u"x"_s}
            + store;
    QTest::newRow("rejected what") << QStringList{u"rejected"_s} + store;
    QTest::newRow("rejected bad id") << QStringList{u"rejected"_s, u"show"_s, u"first"_s} + store;
    QTest::newRow("seed nothing") << QStringList{u"seed"_s, u"--calls"_s, u"0"_s} + store;
    QTest::newRow("backup where") << QStringList{u"backup"_s} + store;
}

void TestExitCodes::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = runCtl(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(!QFile::exists(inDir(u"unused.db"_s)));
}

void TestExitCodes::pipesAndFoldersAreNotOpened_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("asInput");
    for (const char *name : {"totals", "calls", "schedules", "verify", "rebuild", "retention", "compact"})
        QTest::newRow(name) << QStringList{QString::fromLatin1(name)} << false;
    QTest::newRow("serve") << QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s} << false;
    QTest::newRow("seed") << QStringList{u"seed"_s, u"--calls"_s, u"1"_s} << false;
    QTest::newRow("rejected") << QStringList{u"rejected"_s, u"list"_s} << false;
    QTest::newRow("report") << QStringList{u"report"_s, u"calls"_s, u"--output"_s, inDir(u"x.csv"_s)} << false;
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--output"_s, inDir(u"x.db"_s)} << false;
    QTest::newRow("erase") << QStringList{u"erase"_s, u"--number"_s, u"13812345678"_s} << false;
    QTest::newRow("salvage") << QStringList{u"salvage"_s, u"--output"_s, inDir(u"x.db"_s)} << false;
    QTest::newRow("restore into") << QStringList{u"restore"_s, u"--input"_s, inDir(u"x.db"_s)} << false;
    QTest::newRow("restore from") << QStringList{u"restore"_s, u"--store"_s, inDir(u"y.db"_s)} << true;
}

/// Opening a pipe waits until somebody writes into it.
void TestExitCodes::pipesAndFoldersAreNotOpened()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, asInput);
    const QString pipe = inDir(u"pipe"_s);
    QVERIFY(QFile::exists(pipe) || ::mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR) == 0);
    const QString option = asInput ? u"--input"_s : u"--store"_s;
    for (const auto &[file, word] : {std::pair(pipe, "is a pipe"), std::pair(m_dir.path(), "is a folder")}) {
        const Outcome outcome = runCtl(arguments + QStringList{option, file});
        QCOMPARE(outcome.code, asInput ? 1 : 2);
        QVERIFY2(outcome.err.contains(word), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
    }
}

void TestExitCodes::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList missing{u"--store"_s, u"sqlite:"_s + inDir(u"missing.db"_s)};
    for (const char *name : {"totals", "calls", "schedules", "verify", "rebuild"})
        QTest::newRow(name) << QStringList{QString::fromLatin1(name)} + missing;
    QTest::newRow("rejected list") << QStringList{u"rejected"_s, u"list"_s} + missing;
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--output"_s, inDir(u"copy.db"_s)} + missing;
    QTest::newRow("erase") << QStringList{u"erase"_s, u"--number"_s, u"13812345678"_s} + missing;
    QTest::newRow("report") << QStringList{u"report"_s, u"calls"_s, u"--output"_s, inDir(u"x.csv"_s)} + missing;
    QTest::newRow("simulate to nobody") << QStringList{u"simulate"_s, u"--calls"_s, u"1"_s, u"--url"_s,
                                                       u"http://127.0.0.1:1/"_s};
    QTest::newRow("missing token file") << QStringList{u"serve"_s, u"--token-file"_s, inDir(u"none"_s), u"--store"_s,
                                                       u"sqlite:"_s + inDir(u"tokenless.db"_s)};
}

void TestExitCodes::failures()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = runCtl(arguments);
    QVERIFY2(outcome.code == 1, outcome.err.constData());
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(!QFile::exists(inDir(u"missing.db"_s)));
}

void TestExitCodes::aNewerStoreIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *name : {"totals", "calls", "schedules", "verify", "rebuild"})
        QTest::newRow(name) << QStringList{QString::fromLatin1(name)};
    QTest::newRow("rejected list") << QStringList{u"rejected"_s, u"list"_s};
    QTest::newRow("rejected replay") << QStringList{u"rejected"_s, u"replay"_s};
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--output"_s, inDir(u"copy.db"_s)};
    QTest::newRow("report") << QStringList{u"report"_s, u"tasks"_s, u"--output"_s, inDir(u"x.csv"_s)};
    QTest::newRow("serve") << QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s};
}

void TestExitCodes::aNewerStoreIsRefused()
{
    QFETCH(QStringList, arguments);
    const QString store = inDir(u"newer.db"_s);
    if (!QFile::exists(store)) {
        QCOMPARE(runCtl({u"seed"_s, u"--calls"_s, u"3"_s, u"--store"_s, store}).code, 0);
        callboard::Connection connection(callboard::StoreUrl::ofFile(store), callboard::Access::Write);
        connection.execute(u"UPDATE meta SET value = 999 WHERE key = 'schema_step'"_s);
    }
    const Outcome outcome = runCtl(arguments + QStringList{u"--store"_s, store});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains("newer"), outcome.err.constData());
}

void TestExitCodes::reportsAreListed()
{
    const Outcome outcome = runCtl({u"report"_s, u"--list"_s, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonArray reports = outcome.json().object().value("reports"_L1).toArray();
    QVERIFY(!reports.isEmpty());
    QCOMPARE(reports.first().toObject().value("name"_L1).toString(), u"calls"_s);
}

QTEST_GUILESS_MAIN(TestExitCodes)
#include "test_exit_codes.moc"
