// SPDX-License-Identifier: GPL-3.0-or-later
#include "as_of_messages.h"
#include "csv_reader.h"
#include "report/report.h"
#include "store/read/campaign_queries.h"
#include "store/settings/meaning_table.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Hour = 3'600'000;
constexpr int AllRows = 1'900; ///< a preview shows longer tables only in part

ReportRequest requestFor(const QString &report)
{
    ReportRequest request;
    request.zone = QTimeZone("Asia/Shanghai");
    if (report == "dossier"_L1)
        request.filter.taskIds = {u"1"_s};
    return request;
}

QStringList linesOf(const PreviewTable &table)
{
    QStringList lines{table.table.name};
    for (const ReportColumn &column : table.table.columns)
        lines.append(columnName(column) + u' ' + column.title);
    for (const QStringList &row : table.rows + table.totals)
        lines.append(row.join(u'|'));
    return lines;
}

const PreviewTable *findTable(const ReportPreview &preview, const QString &name)
{
    for (const PreviewTable &table : preview.tables) {
        if (table.table.name == name)
            return &table;
    }
    return nullptr;
}

/// The cell of a column in the row that begins with those texts.
QString cellOf(const PreviewTable &table, const QString &key, const QString &column)
{
    qsizetype at = -1;
    for (qsizetype i = 0; i < table.table.columns.size(); ++i)
        at = columnName(table.table.columns.at(i)) == column ? i : at;
    for (const QStringList &row : table.rows + table.totals) {
        if (row.first(2).contains(key)) // by its names; a figure may look like one
            return row.value(at);
    }
    return u"no row %1"_s.arg(key);
}

QString factOf(const ReportPreview &preview, const QString &name)
{
    for (const auto &[fact, value] : preview.head.facts) {
        if (fact == name)
            return value;
    }
    return {};
}

} // namespace

class TestAsOfReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
    void everyReportIsWhatItWasThen_data();
    void everyReportIsWhatItWasThen();
    void saysOfWhatMomentItIs();
    void saysWhatCouldNotBeReconstructed();
    void comparesCampaignsThenAndNow();
    void listsTheCallsThatChanged();
    void coversNumbersOfChangedCalls();
    void filesHoldTheFurtherTables();
    void cancelledAndLeftNoFiles();
    void cleanup() { QCOMPARE(QDir(m_temporary).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList()); }

private:
    ReportPreview previewAt(const QString &report, qint64 at) const;

    StoreFixture m_fixture;
    QString m_temporary = m_fixture.path(u"temporary"_s);
    QList<Arrival> m_messages = someMessages(150, 40, true);
};

void TestAsOfReport::initTestCase()
{
    QDir().mkpath(m_temporary);
    qputenv("TMPDIR", QFile::encodeName(m_temporary));
    storeMessages(m_fixture.url(), m_messages);
}

ReportPreview TestAsOfReport::previewAt(const QString &report, qint64 at) const
{
    Connection connection(m_fixture.url(), Access::Read);
    ReportRequest request = requestFor(report);
    request.asOf = at;
    return previewReport(report, request, connection, AllRows);
}

void TestAsOfReport::everyReportIsWhatItWasThen_data()
{
    QTest::addColumn<QString>("report");
    for (const QString &name : reportNames())
        QTest::addRow("%s", qPrintable(name)) << name;
}

void TestAsOfReport::everyReportIsWhatItWasThen()
{
    QFETCH(const QString, report);
    for (const qint64 at : {Noon + Hour / 2, Noon + 3 * Hour, Noon + 7 * Hour}) {
        StoreFixture other;
        storeMessages(other.url(), arrivedBy(m_messages, at));
        Connection reference(other.url(), Access::Read);
        const ReportPreview expected = previewReport(report, requestFor(report), reference, AllRows);
        QCOMPARE(expected.error, QString());
        const ReportPreview known = previewAt(report, at);
        QCOMPARE(known.error, QString());
        QCOMPARE(known.head.rows, expected.head.rows);
        QCOMPARE(known.tables.size(), expected.tables.size() + (report == "calls"_L1 ? 2 : 1));
        for (qsizetype i = 0; i < expected.tables.size(); ++i)
            QCOMPARE(linesOf(known.tables.at(i)), linesOf(expected.tables.at(i)));
    }
}

void TestAsOfReport::saysOfWhatMomentItIs()
{
    const ReportPreview known = previewAt(u"tasks"_s, 1'795'168'800'000);
    QVERIFY2(known.head.title.endsWith(u"as known at 2026-11-20 18:00:00 (UTC+8)"_s), qPrintable(known.head.title));
    QVERIFY(factOf(known, u"Calls known then"_s).startsWith(u"150, "_s));
    QVERIFY(!factOf(known, u"As of today"_s).isEmpty());
    QVERIFY(factOf(known, u"Not reconstructed"_s).isEmpty());
    QVERIFY(factOf(known, u"Messages of then"_s).isEmpty());
    QVERIFY(!previewAt(u"tasks"_s, 0).head.title.contains(u"known"_s));
}

void TestAsOfReport::saysWhatCouldNotBeReconstructed()
{
    StoreFixture other;
    storeMessages(other.url(), m_messages);
    Connection(other.url(), Access::Write).execute(u"DELETE FROM push"_s);
    Connection connection(other.url(), Access::Read);
    ReportRequest request = requestFor({});
    request.asOf = Noon + 3 * Hour;
    const ReportPreview known = previewReport(u"tasks"_s, request, connection, AllRows);
    QCOMPARE(known.error, QString());
    QVERIFY(factOf(known, u"Not reconstructed"_s).contains(u"as they are now"_s));
    QVERIFY(factOf(known, u"Messages of then"_s).contains(u"no longer kept"_s));
}

void TestAsOfReport::comparesCampaignsThenAndNow()
{
    const qint64 at = Noon + 3 * Hour;
    StoreFixture other;
    storeMessages(other.url(), arrivedBy(m_messages, at));
    Connection reference(other.url(), Access::Read), now(m_fixture.url(), Access::Read);
    const ReportPreview known = previewAt(u"hours"_s, at);
    const PreviewTable *table = findTable(known, u"changed"_s);
    QVERIFY(table);
    Tally allThen, allNow;
    for (auto [connection, word, all] :
         {std::tuple(&reference, u"then"_s, &allThen), std::tuple(&now, u"now"_s, &allNow)}) {
        const TaskMatrix matrix = loadTaskMatrix(*connection, CallFilter(), FigureRules());
        QVERIFY(!matrix.rows.isEmpty());
        for (const TaskRow &row : matrix.rows) {
            *all += row.tally;
            if (row.taskId.isEmpty())
                continue;
            QCOMPARE(cellOf(*table, row.taskId, u"attempts_"_s + word), QString::number(row.tally.attempts));
            QCOMPARE(cellOf(*table, row.taskId, u"connected_"_s + word), QString::number(row.tally.connected));
            QCOMPARE(cellOf(*table, row.taskId, u"success_"_s + word), QString::number(row.tally.success));
        }
    }
    QVERIFY(allNow.attempts > allThen.attempts);
    QCOMPARE(cellOf(*table, u"Total"_s, u"attempts_difference"_s), QString::number(allNow.attempts - allThen.attempts));
    QCOMPARE(cellOf(*table, u"Total"_s, u"awaiting_then"_s), QString::number(allThen.awaiting));
    QCOMPARE(cellOf(*table, u"Total"_s, u"talk_difference_seconds"_s).toDouble(),
             static_cast<double>(allNow.talkMs - allThen.talkMs) / 1000.0);
    QVERIFY(cellOf(*table, u"Total"_s, u"outcome_came"_s).toInt() > 0);
    QVERIFY(cellOf(*table, u"Total"_s, u"changed"_s).toInt() > 0);
}

void TestAsOfReport::listsTheCallsThatChanged()
{
    const ReportPreview known = previewAt(u"calls"_s, Noon + 3 * Hour);
    const PreviewTable *campaigns = findTable(known, u"changed"_s), *calls = findTable(known, u"changed_calls"_s);
    QVERIFY(campaigns && calls);
    QMap<QString, int> words;
    for (const QStringList &row : calls->rows) {
        ++words[row.at(4).section(u';', 0, 0)];
        QVERIFY(row.at(4) == "arrived later"_L1 || !row.at(5).isEmpty());
    }
    QCOMPARE(words.value(u"arrived later"_s), cellOf(*campaigns, u"Total"_s, u"arrived_later"_s).toInt());
    QCOMPARE(words.value(u"outcome came"_s), cellOf(*campaigns, u"Total"_s, u"outcome_came"_s).toInt());
    QCOMPARE(words.value(u"changed"_s), cellOf(*campaigns, u"Total"_s, u"changed"_s).toInt());
}

void TestAsOfReport::coversNumbersOfChangedCalls()
{
    StoreFixture other;
    TestCall call(1);
    storeMessages(other.url(), {arrivalOf(call.basic(), Noon), arrivalOf(call.outbound(), Noon + Hour)});
    Connection connection(other.url(), Access::Read);
    ReportRequest request = requestFor({});
    request.asOf = Noon + 1;
    request.personalColumns = {u"城市"_s};
    const auto changedCalls = [&] {
        const ReportPreview known = previewReport(u"calls"_s, request, connection, AllRows);
        const PreviewTable *table = findTable(known, u"changed_calls"_s);
        return table ? linesOf(*table).join(u'\n') : QString();
    };
    const QString covered = changedCalls();
    QVERIFY(covered.contains(call.uuid()));
    QVERIFY(covered.contains(u"task_result: 0"_s));
    for (const QString &secret : {u"19900000001"_s, u"0271111111"_s, u"武汉市"_s})
        QVERIFY2(!covered.contains(secret), qPrintable(secret));
    request.privacy = Privacy::Revealed;
    QVERIFY(changedCalls().contains(u"0271111111"_s));
}

void TestAsOfReport::filesHoldTheFurtherTables()
{
    Connection connection(m_fixture.url(), Access::Read);
    ReportRequest request = requestFor({});
    request.asOf = Noon + 3 * Hour;
    request.output = m_fixture.path(u"then.csv"_s);
    qint64 told = 0;
    const ReportResult result =
        runReport(u"calls"_s, request, connection, [&told](qint64 rows, qint64) { told = std::max(told, rows); });
    QCOMPARE(result.error, QString());
    const ReportPreview known = previewAt(u"calls"_s, Noon + 3 * Hour);
    QCOMPARE(result.rows, known.head.rows);
    QVERIFY(told >= result.rows);
    QFile file(request.output);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QStringList> rows = readCsv(file.readAll().mid(3));
    const PreviewTable *changed = findTable(known, u"changed"_s), *calls = findTable(known, u"changed_calls"_s);
    QVERIFY(changed && calls);
    const qsizetype blankTitleHeader = 3;
    QCOMPARE(rows.size(),
             1 + result.rows + blankTitleHeader + changed->rows.size() + changed->totals.size() + blankTitleHeader
                 + calls->rows.size());
}

void TestAsOfReport::cancelledAndLeftNoFiles()
{
    Connection connection(m_fixture.url(), Access::Read);
    ReportRequest request = requestFor({});
    request.asOf = Noon + 3 * Hour;
    request.output = m_fixture.path(u"cancelled.csv"_s);
    int looks = 0;
    QVERIFY(!runReport(u"calls"_s, request, connection, {}, [&looks] { return ++looks < 0; }).cancelled);
    QVERIFY(looks > 10);
    QVERIFY(QFile::remove(request.output));
    for (int step = 0; step < looks - 1; step += 1 + looks / 25) {
        int left = step;
        const ReportResult result = runReport(u"calls"_s, request, connection, {}, [&left] { return left-- <= 0; });
        QVERIFY(result.cancelled);
        QVERIFY(!QFile::exists(request.output));
        cleanup();
    }
}

QTEST_GUILESS_MAIN(TestAsOfReport)
#include "test_as_of_report.moc"
