// SPDX-License-Identifier: GPL-3.0-or-later
// `callboardctl report` as a script would use it: files, streams, exit codes, and figures equal to `totals`.
#include "programs.h"

#include "store/settings/settings_queries.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QStringList Names{u"calls"_s,   u"tasks"_s, u"results"_s,      u"hours"_s,
                        u"retries"_s, u"lines"_s, u"completeness"_s, u"dossier"_s};

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The first table of a CSV for programs; its cells here hold neither quotes nor commas.
QList<QList<QByteArray>> firstTable(const QByteArray &csv)
{
    QList<QList<QByteArray>> rows;
    for (const QByteArray &line : csv.split('\n')) {
        if (line.trimmed().isEmpty())
            break;
        rows.append(line.trimmed().split(','));
    }
    return rows;
}

} // namespace

class TestReports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyReportInEveryFormat_data();
    void everyReportInEveryFormat();
    void campaignsAgreeWithTotals();
    void reportsSpeakTheAskedLanguage();
    void pagesWithoutTheirFontAreNotMade();
    void revealIsNoted();
    void longPushedTextsHoldUpNoReport();
    void columnsAndMeanings();
    void wrongUsage_data();
    void wrongUsage();
    void listNamesThemAll();

private:
    QStringList report(const QString &name, const QString &output, const QStringList &further = {}) const
    {
        return QStringList{u"report"_s, name, u"--store"_s, m_store, u"--output"_s, output} + further;
    }
    QString inDir(const QString &name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
    QString m_store;
    QString m_task;
    QJsonObject m_totals;
};

void TestReports::initTestCase()
{
    m_store = u"sqlite:"_s + inDir(u"calls.db"_s);
    const Outcome seeded =
        runCtl({u"seed"_s, u"--store"_s, m_store, u"--calls"_s, u"3000"_s, u"--days"_s, u"3"_s, u"--tasks"_s, u"4"_s});
    QVERIFY2(seeded.code == 0, seeded.err.constData());
    m_totals = runCtl({u"totals"_s, u"--store"_s, m_store, u"--json"_s}).json().object();
    m_task = m_totals.value("tasks"_L1).toArray().first().toObject().value("task_id"_L1).toString();
    QVERIFY(!m_task.isEmpty());
}

void TestReports::everyReportInEveryFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    const QJsonArray reports =
        runCtl({u"report"_s, u"--list"_s, u"--json"_s}).json().object().value("reports"_L1).toArray();
    for (const QJsonValue &value : reports) {
        const QString name = value.toObject().value("name"_L1).toString();
        for (const QJsonValue &format : value.toObject().value("formats"_L1).toArray())
            QTest::addRow("%s as %s", qPrintable(name), qPrintable(format.toString())) << name << format.toString();
    }
}

void TestReports::everyReportInEveryFormat()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    const QString file = inDir(name + u'.' + format);
    const QStringList further{u"--format"_s, format, u"--task"_s, m_task, u"--json"_s};
    const Outcome outcome = runCtl(report(name, file, further));
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(outcome.err.isEmpty());
    QVERIFY(outcome.json().object().value("rows"_L1).toInt() > 0);
    QVERIFY(contentOf(file).size() > 100);
}

void TestReports::campaignsAgreeWithTotals()
{
    const QString file = inDir(u"agree.csv"_s);
    QCOMPARE(runCtl(report(u"tasks"_s, file,
                           {u"--format"_s, u"csv-raw"_s, u"--columns"_s, u"task_id,calls,answered,contacts"_s}))
                 .code,
             0);
    const QList<QList<QByteArray>> rows = firstTable(contentOf(file));
    QHash<QString, QList<QByteArray>> byTask;
    for (const QList<QByteArray> &row : rows)
        byTask.insert(QString::fromUtf8(row.constFirst()), row);
    const QJsonArray tasks = m_totals.value("tasks"_L1).toArray();
    QCOMPARE(tasks.size(), 4);
    for (const QJsonValue &value : tasks) {
        const QJsonObject task = value.toObject();
        const QList<QByteArray> row = byTask.value(task.value("task_id"_L1).toString());
        QCOMPARE(row.size(), 4);
        QCOMPARE(row.at(1).toInt(), task.value("calls"_L1).toInt());
        QCOMPARE(row.at(2).toInt(), task.value("answered"_L1).toInt());
        QCOMPARE(row.at(3).toInt(), task.value("contacts"_L1).toInt());
    }
}

void TestReports::reportsSpeakTheAskedLanguage()
{
    const QString english = inDir(u"en.csv"_s), chinese = inDir(u"zh.csv"_s);
    QCOMPARE(runCtl(report(u"tasks"_s, english)).code, 0);
    QCOMPARE(runCtl(report(u"tasks"_s, chinese, {u"--lang"_s, u"zh_CN"_s})).code, 0);
    QVERIFY(contentOf(english).contains("Connect rate"));
    QVERIFY(!contentOf(chinese).contains("Connect rate"));
    QVERIFY(QString::fromUtf8(contentOf(chinese)).contains(u"接通率"_s));
}

/// A bare server has no Chinese font: pages of empty boxes would be handed on.
void TestReports::pagesWithoutTheirFontAreNotMade()
{
    const QString config = inDir(u"fonts.conf"_s), pages = inDir(u"boxes.pdf"_s);
    QFile file(config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>"
               + inDir(u"cache"_s).toUtf8() + "</cachedir></fontconfig>");
    file.close();
    qputenv("FONTCONFIG_FILE", config.toUtf8());
    const Outcome outcome = runCtl(report(u"tasks"_s, pages, {u"--format"_s, u"pdf"_s, u"--lang"_s, u"zh_CN"_s}));
    qunsetenv("FONTCONFIG_FILE");
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("fonts-noto-cjk"), outcome.err.constData());
    QVERIFY(!QFile::exists(pages));
}

void TestReports::revealIsNoted()
{
    const QString masked = inDir(u"masked.csv"_s), revealed = inDir(u"revealed.csv"_s);
    QCOMPARE(runCtl(report(u"lines"_s, masked)).code, 0);
    QCOMPARE(runCtl(report(u"lines"_s, revealed, {u"--reveal"_s})).code, 0);
    QVERIFY(contentOf(masked).contains("****"));
    QVERIFY(!contentOf(revealed).contains("****"));
    callboard::Connection connection(callboard::StoreUrl::ofFile(inDir(u"calls.db"_s)), callboard::Access::Read);
    const QList<callboard::AuditEntry> audit = callboard::loadAuditPage(connection, 0, 10);
    QCOMPARE(audit.size(), 1);
    QVERIFY(audit.constFirst().detail.contains(u"report lines"_s));
}

/// One such call held up every PDF, and with it every schedule.
void TestReports::longPushedTextsHoldUpNoReport()
{
    const QString store = inDir(u"long.db"_s);
    const QByteArray letters(100'000, 'x'), breaks = QByteArray("\\n").repeated(60'000);
    ServeProcess serve;
    QVERIFY(serve.start(store));
    int number = 0;
    for (const QByteArray &text : {letters, breaks}) {
        for (const char *field : {"task_result_desc", "business_id", "robot_id"}) {
            const QByteArray body = "{\"call_uuid\":\"long" + QByteArray::number(++number)
                + "\",\"direction\":2,\"task_row_index\":1,\"task_id\":\"t\",\"task_row_head\":[\"" + text.left(90'000)
                + "\"],\"task_row_value\":[\"" + text.left(5'000) + "\"],\"" + field + "\":\"" + text + "\"}";
            QCOMPARE(post(serve.url(), body).status, 200);
        }
    }
    QCOMPARE(serve.terminate(), 0);
    for (const QString &name : {u"calls"_s, u"tasks"_s, u"results"_s, u"hours"_s, u"completeness"_s}) {
        for (const QString &format : {u"pdf"_s, u"xlsx"_s}) {
            const QString file = inDir(name + u"-long."_s + format);
            const Outcome outcome =
                runCtl({u"report"_s, name, u"--store"_s, store, u"--format"_s, format, u"--output"_s, file});
            QVERIFY2(outcome.code == 0, outcome.err.constData());
        }
    }
}

void TestReports::columnsAndMeanings()
{
    const QString file = inDir(u"columns.csv"_s);
    const Outcome unknown = runCtl(report(u"tasks"_s, file, {u"--columns"_s, u"weather"_s}));
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.err.contains("weather"));
    QVERIFY(!QFile::exists(file));
    QCOMPARE(runCtl(report(u"tasks"_s, file, {u"--meanings"_s, u"then"_s})).code, 0);
    QVERIFY(contentOf(file).contains("as decided at the end of the period"));
}

void TestReports::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("dossier of all") << report(u"dossier"_s, inDir(u"x"_s));
    QTest::newRow("dossier of two") << report(u"dossier"_s, inDir(u"x"_s), {u"--task"_s, u"1"_s, u"--task"_s, u"2"_s});
    QTest::newRow("language") << report(u"tasks"_s, inDir(u"x"_s), {u"--lang"_s, u"fr"_s});
    QTest::newRow("meanings") << report(u"tasks"_s, inDir(u"x"_s), {u"--meanings"_s, u"mine"_s});
    QTest::newRow("known at") << report(u"tasks"_s, inDir(u"x"_s), {u"--known-at"_s, u"lately"_s});
}

void TestReports::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = runCtl(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty() && !outcome.err.isEmpty());
    QVERIFY(!QFile::exists(inDir(u"x"_s)));
}

void TestReports::listNamesThemAll()
{
    const Outcome plain = runCtl({u"report"_s, u"--list"_s});
    QCOMPARE(plain.code, 0);
    for (const QString &name : Names)
        QVERIFY(plain.out.contains(name.toUtf8() + '\t'));
}

QTEST_GUILESS_MAIN(TestReports)
#include "test_reports.moc"
