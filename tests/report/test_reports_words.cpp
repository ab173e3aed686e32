// SPDX-License-Identifier: GPL-3.0-or-later
// What reports say of themselves, and what they show: names, masks, meanings, time zones, small and large stores.
#include "record/filter/call_choices.h"
#include "recording_writer.h"
#include "store/settings/meaning_table.h"
#include "store/settings/task_table.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

qint64 utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

QByteArray bodyOf(const QString &uuid, const QString &task, const QString &result, qint64 hangup)
{
    const QJsonObject call{{u"call_uuid"_s, uuid},
                           {u"direction"_s, 2},
                           {u"caller"_s, u"02788881234"_s},
                           {u"callee"_s, u"13800138000"_s},
                           {u"time_hangup"_s, hangup},
                           {u"task_id"_s, task},
                           {u"task_result"_s, result},
                           {u"task_row_index"_s, 1},
                           {u"task_row_head"_s, QJsonArray{u"城市"_s, u"姓名"_s, u"电话"_s}},
                           {u"task_row_value"_s, QJsonArray{u"武汉"_s, u"张三"_s, u"13800138000"_s}}};
    return QJsonDocument(call).toJson();
}

/// Calls with these results, one a minute from `start` on.
void seed(const StoreUrl &url, const QStringList &results, const QString &task, qint64 start)
{
    BulkLoader loader(url);
    qint64 at = start;
    for (const QString &result : results) {
        loader.add(at + 500, bodyOf(u"%1-%2"_s.arg(task).arg(at), task, result, at));
        at += MinuteMs;
    }
    loader.setTask(task, u"Spring"_s, 0);
    loader.finish();
}

ReportRequest requestFor(const TimeRange &range, const char *zone)
{
    ReportRequest request;
    request.filter.range = range;
    request.zone = QTimeZone(zone);
    return request;
}

} // namespace

class TestReportsWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void hoursOfDaysWithChangedClocks_data();
    void hoursOfDaysWithChangedClocks();
    void anEmptyStoreGivesEveryReport();
    void manyCampaigns();
    void aliasesStandBesideIds();
    void numbersAreMaskedUnlessRevealed();
    void dossierIsOfOneCampaign();
    void dossierOfALongTimeStaysShort();
    void meaningsOfTodayAndOfThen();
    void everyConditionIsSaid();
    void factsOfTheHead();
    void refusedMessagesAreCovered();
};

void TestReportsWords::hoursOfDaysWithChangedClocks_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("hours");
    QTest::newRow("usual day") << QByteArray("Asia/Shanghai") << QDate(2026, 3, 29) << 24;
    QTest::newRow("clocks put on") << QByteArray("Europe/Berlin") << QDate(2026, 3, 29) << 23;
    QTest::newRow("clocks put back") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25) << 25;
    QTest::newRow("half hours") << QByteArray("Asia/Kolkata") << QDate(2026, 3, 29) << 24;
    QTest::newRow("quarters") << QByteArray("Asia/Kathmandu") << QDate(2026, 3, 29) << 24;
    QTest::newRow("midnight does not exist") << QByteArray("America/Asuncion") << QDate(2023, 10, 1) << 23;
}

void TestReportsWords::hoursOfDaysWithChangedClocks()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, day);
    QFETCH(int, hours);
    StoreFixture fixture;
    const QTimeZone clocks(zone);
    const TimeRange range{day.startOfDay(clocks).toMSecsSinceEpoch(),
                          day.addDays(1).startOfDay(clocks).toMSecsSinceEpoch()};
    QStringList results;
    for (qint64 at = range.from; at < range.to; at += MinuteMs)
        results.append(u"20"_s);
    seed(fixture.url(), results, u"7"_s, range.from);
    Connection connection(fixture.url(), Access::Read);
    const RecordingWriter report = recorded(u"hours"_s, requestFor(range, zone.constData()), connection);
    QCOMPARE(report.faults, QStringList());
    const RecordedTable &table = report.table(u"hours"_s);
    QCOMPARE(table.rows.size(), hours);
    QSet<qint64> starts;
    for (qsizetype row = 0; row < hours; ++row) {
        QCOMPARE(table.number(row, u"attempts"_s), 60);
        starts.insert(table.number(row, u"hour"_s));
    }
    QCOMPARE(starts.size(), hours);
    QCOMPARE(report.table(u"days"_s).rows.size(), 1);
    QCOMPARE(report.table(u"days"_s).number(0, u"attempts"_s), results.size());
    QCOMPARE(report.table(u"days"_s).text(0, u"day"_s), day.toString(Qt::ISODate));
}

void TestReportsWords::anEmptyStoreGivesEveryReport()
{
    StoreFixture fixture;
    BulkLoader(fixture.url()).finish();
    Connection connection(fixture.url(), Access::Read);
    for (const QString &name : reportNames()) {
        ReportRequest request = requestFor({}, "Asia/Shanghai");
        if (name == "dossier"_L1)
            request.filter.taskIds = {u"7"_s};
        const RecordingWriter report = recorded(name, request, connection);
        QVERIFY2(report.faults.isEmpty(), qPrintable(name + report.faults.join(u' ')));
        QVERIFY(name == "dossier"_L1 || report.head.rows == 0);
        QCOMPARE(report.fact(u"Period"_s), u"All time"_s);
    }
    const qint64 day = utc("2026-03-29T00:00:00Z");
    const RecordingWriter hours = recorded(u"hours"_s, requestFor({day, day + DayMs}, "UTC"), connection);
    QCOMPARE(hours.table(u"hours"_s).rows.size(), 24);
    QCOMPARE(hours.table(u"hours"_s).total(u"attempts"_s).number, 0);
}

void TestReportsWords::manyCampaigns()
{
    constexpr int Many = 3000;
    StoreFixture fixture;
    {
        BulkLoader loader(fixture.url());
        for (int task = 0; task < Many; ++task)
            loader.add(Noon + task, bodyOf(u"c%1"_s.arg(task), u"t%1"_s.arg(task), u"code %1"_s.arg(task), Noon));
        loader.finish();
    }
    Connection connection(fixture.url(), Access::Read);
    const ReportRequest request = requestFor({}, "UTC");
    const RecordingWriter tasks = recorded(u"tasks"_s, request, connection);
    QCOMPARE(tasks.faults, QStringList());
    QCOMPARE(tasks.head.rows, Many);
    QCOMPARE(tasks.tables.constFirst().total(u"attempts"_s).number, Many);
    // A code of its own for every call does not become a column of its own.
    const RecordingWriter results = recorded(u"results"_s, request, connection);
    QCOMPARE(results.faults, QStringList());
    const RecordedTable &attempts = results.table(u"attempts"_s);
    QVERIFY(attempts.table.columns.size() < 250);
    QCOMPARE(attempts.total(u"attempts"_s).number, Many);
    QCOMPARE(attempts.total(u"other_results"_s).number, Many - 200);
    QCOMPARE(results.table(u"codes"_s).rows.size(), Many);
}

void TestReportsWords::aliasesStandBesideIds()
{
    StoreFixture fixture;
    seed(fixture.url(), {u"0"_s, u"20"_s}, u"7"_s, Noon);
    Connection connection(fixture.url(), Access::Read);
    ReportRequest request = requestFor({}, "UTC");
    request.filter.taskIds = {u"7"_s};
    for (const char *name : {"tasks", "results", "retries", "completeness"}) {
        const RecordingWriter report = recorded(QString::fromLatin1(name), request, connection);
        QCOMPARE(report.tables.constFirst().text(0, u"campaign"_s), u"Spring"_s);
        QCOMPARE(report.tables.constFirst().text(0, u"task_id"_s), u"7"_s);
        QCOMPARE(report.fact(u"Campaigns"_s), u"Spring (7)"_s);
    }
    const RecordingWriter dossier = recorded(u"dossier"_s, request, connection);
    QCOMPARE(dossier.head.title, u"Campaign dossier: Spring"_s);
}

void TestReportsWords::numbersAreMaskedUnlessRevealed()
{
    StoreFixture fixture;
    seed(fixture.url(), {u"0"_s, u"20"_s}, u"7"_s, Noon);
    Connection connection(fixture.url(), Access::Read);
    ReportRequest request = requestFor({}, "UTC");
    request.filter.taskIds = {u"7"_s};
    request.personalColumns = {u"姓名"_s};
    request.filter.callee = u"13800138000"_s;
    for (const QString &name : reportNames()) {
        const QString text = recorded(name, request, connection).print();
        for (const QString &secret : {u"13800138000"_s, u"02788881234"_s, u"张三"_s})
            QVERIFY2(!text.contains(secret), qPrintable(name + u": "_s + secret));
        QVERIFY(text.contains(u"Numbers: masked"_s));
    }
    request.privacy = Privacy::Revealed;
    QVERIFY(recorded(u"lines"_s, request, connection).print().contains(u"02788881234"_s));
    const QString dossier = recorded(u"dossier"_s, request, connection).print();
    QVERIFY(dossier.contains(u"武汉"_s) && dossier.contains(u"13800138000"_s));
    QVERIFY(dossier.contains(u"Numbers: in full"_s));
    QVERIFY(dossier.contains(u"Called number contains 13800138000"_s));
    QVERIFY2(!dossier.contains(u"张三"_s), "personal columns have no table of their own");
}

void TestReportsWords::dossierIsOfOneCampaign()
{
    StoreFixture fixture;
    seed(fixture.url(), {u"0"_s, u"20"_s, u"20"_s, u"26"_s}, u"7"_s, Noon);
    Connection connection(fixture.url(), Access::Read);
    ReportRequest request = requestFor({}, "UTC");
    request.output = fixture.path(u"dossier.csv"_s);
    QVERIFY(runReport(u"dossier"_s, request, connection).error.contains(u"exactly one"_s));
    request.filter.taskIds = {u"7"_s, u"8"_s};
    QVERIFY(runReport(u"dossier"_s, request, connection).error.contains(u"exactly one"_s));
    QVERIFY(previewReport(u"dossier"_s, request, connection, 3).error.contains(u"exactly one"_s));
    QVERIFY(!QFile::exists(request.output));
    request.filter.taskIds = {u"7"_s};
    const RecordingWriter report = recorded(u"dossier"_s, request, connection);
    QCOMPARE(report.faults, QStringList());
    const RecordedTable &summary = report.table(u"summary"_s);
    const auto valueOf = [&summary](const QString &figure) {
        return summary.cell(summary.rowOf(u"figure"_s, figure), u"value"_s);
    };
    QCOMPARE(valueOf(u"Attempts"_s).number, 4);
    QCOMPARE(valueOf(u"Line failure rate"_s).ratio.numerator, 1);
    QCOMPARE(report.table(u"funnel"_s).number(0, u"calls"_s), 4);
    QCOMPARE(report.table(u"codes"_s).number(report.table(u"codes"_s).rowOf(u"result"_s, u"20"_s), u"attempts"_s), 2);
    QCOMPARE(report.table(u"customer-1"_s).text(0, u"value"_s), u"武汉"_s);
    QCOMPARE(report.table(u"customer-1"_s).number(0, u"attempts"_s), 4);
}

/// Thirty contacts with two tries each, over more than a week.
void TestReportsWords::dossierOfALongTimeStaysShort()
{
    constexpr int Contacts = 30;
    const QStringList results{u"3"_s, u"20"_s, u"5"_s, u"0"_s, u"-1"_s}, cities{u"武汉"_s, u"上海"_s, u"广州"_s};
    StoreFixture fixture;
    {
        BulkLoader loader(fixture.url());
        for (int i = 0; i < 2 * Contacts; ++i) {
            const qint64 at = Noon + i * 4 * HourMs;
            const int contact = i % Contacts;
            QJsonObject call = QJsonDocument::fromJson(bodyOf(u"c%1"_s.arg(i), u"7"_s, results.at(i % 5), at)).object();
            call.insert(u"task_row_index"_s, contact);
            call.insert(u"task_tries"_s, i / Contacts);
            call.insert(u"task_result"_s, results.at((i + i / Contacts) % results.size()));
            call.insert(u"task_row_value"_s,
                        QJsonArray{cities.at(i % 3), u"张三"_s, u"1380013%1"_s.arg(8000 + contact)});
            loader.add(at + 500, QJsonDocument(call).toJson());
        }
        loader.finish();
    }
    Connection connection(fixture.url(), Access::Read);
    ReportRequest request = requestFor({}, "UTC");
    request.filter.taskIds = {u"7"_s};
    const RecordingWriter report = recorded(u"dossier"_s, request, connection);
    QCOMPARE(report.faults, QStringList());
    const auto has = [&report](const QString &name) {
        return std::any_of(report.tables.begin(), report.tables.end(),
                           [&name](const RecordedTable &table) { return table.table.name == name; });
    };
    QVERIFY(!has(u"hours"_s));
    QVERIFY(report.fact(u"Hours"_s).startsWith(u"left out"_s));
    QCOMPARE(report.table(u"days"_s).total(u"attempts"_s).number, 2 * Contacts);
    QVERIFY(report.fact(u"Customer columns"_s).endsWith(u": 电话"_s));
    QCOMPARE(report.table(u"customer-1"_s).rows.size(), cities.size());
    QVERIFY(has(u"customer-2"_s) && !has(u"customer-3"_s));
    // Results stand in the order of the other tables, not of their digits.
    const RecordedTable &codes = report.table(u"codes"_s), &transitions = report.table(u"transitions"_s);
    QList<qsizetype> places;
    for (qsizetype row = 0; row < transitions.rows.size(); ++row)
        places.append(codes.rowOf(u"result"_s, transitions.text(row, u"result"_s)));
    QCOMPARE(places.size(), results.size());
    QVERIFY(std::is_sorted(places.begin(), places.end()));
    request.filter.range = {Noon, Noon + 7 * DayMs};
    QVERIFY(recorded(u"dossier"_s, request, connection).fact(u"Hours"_s).isEmpty());
}

void TestReportsWords::meaningsOfTodayAndOfThen()
{
    StoreFixture fixture;
    seed(fixture.url(), {u"20"_s, u"20"_s, u"0"_s}, u"7"_s, Noon);
    const qint64 change = Noon + DayMs;
    {
        Connection writing(fixture.url(), Access::Write);
        writing.begin();
        writeMeaning(writing,
                     {u"20"_s, change, OutcomeClass::LineFault, ResultFlag::LineFault | ResultFlag::Success,
                      u"线路忙"_s, u"Our line is busy"_s});
        writing.commit();
    }
    Connection connection(fixture.url(), Access::Read);
    ReportRequest request = requestFor({0, Noon + HourMs}, "UTC");
    const RecordingWriter today = recorded(u"tasks"_s, request, connection);
    const RecordingWriter todayCodes = recorded(u"results"_s, request, connection);
    const RecordingWriter todayCalls = recorded(u"calls"_s, request, connection);
    request.meaningsOf = MeaningsOf::TheirTime;
    const RecordingWriter then = recorded(u"tasks"_s, request, connection);
    const RecordingWriter thenCodes = recorded(u"results"_s, request, connection);
    const RecordingWriter thenCalls = recorded(u"calls"_s, request, connection);
    QCOMPARE(today.tables[0].cell(0, u"line_failure_rate"_s).ratio.numerator, 2);
    QCOMPARE(then.tables[0].cell(0, u"line_failure_rate"_s).ratio.numerator, 0);
    QCOMPARE(today.tables[0].number(0, u"success"_s), 3);
    QCOMPARE(then.tables[0].number(0, u"success"_s), 1);
    const auto meaningOf = [](const RecordingWriter &report) {
        const RecordedTable &codes = report.table(u"codes"_s);
        return codes.text(codes.rowOf(u"result"_s, u"20"_s), u"meaning"_s);
    };
    QCOMPARE(meaningOf(todayCodes), u"Our line is busy"_s);
    QVERIFY(meaningOf(thenCodes) != "Our line is busy"_L1);
    QCOMPARE(todayCalls.tables[0].text(1, u"class"_s), outcomeClassWord(OutcomeClass::LineFault));
    QCOMPARE(thenCalls.tables[0].text(1, u"class"_s), outcomeClassWord(OutcomeClass::Unanswered));
    QCOMPARE(today.fact(u"Meaning of results"_s), u"as decided today"_s);
    QVERIFY(then.fact(u"Meaning of results"_s).contains(u"end of the period"_s));
}

void TestReportsWords::everyConditionIsSaid()
{
    StoreFixture fixture;
    seed(fixture.url(), {u"0"_s}, u"7"_s, Noon);
    Connection connection(fixture.url(), Access::Read);
    using Set = void (*)(CallFilter &);
    const Set setters[] = {
        [](CallFilter &f) { f.results = {u"20"_s}; },
        [](CallFilter &f) { f.excludedResults = {u"26"_s}; },
        [](CallFilter &f) { f.excludedTaskIds = {u"9"_s}; },
        [](CallFilter &f) {
            f.excludedCallees = {u"1"_s, u"2"_s};
        },
        [](CallFilter &f) { f.choices = {choiceOfClass(OutcomeClass::BadNumber, {})}; },
        [](CallFilter &f) { f.choices = {CallChoice{}}; },
        [](CallFilter &f) { f.answered = false; },
        [](CallFilter &f) { f.outbound = true; },
        [](CallFilter &f) { f.direction = 1; },
        [](CallFilter &f) { f.parts = CallParts::both(); },
        [](CallFilter &f) { f.talkAtLeastMs = 5000; },
        [](CallFilter &f) { f.talkBelowMs = 6000; },
        [](CallFilter &f) { f.numberContains = u"0271"_s; },
        [](CallFilter &f) { f.callee = u"138"_s; },
        [](CallFilter &f) { f.uuid = u"u-1"_s; },
        [](CallFilter &f) { f.customerContains = u"武"_s; },
        [](CallFilter &f) { f.contactId = 5; },
        [](CallFilter &f) { f.onlyContacts = true; },
        [](CallFilter &f) { f.onlyAnomalies = true; },
        [](CallFilter &f) { f.onlyAwaiting = true; },
        [](CallFilter &f) { f.onlySettled = true; },
        [](CallFilter &f) { f.onlySeized = true; },
        [](CallFilter &f) { f.drill.pick = ContactPick::BestTry; },
        [](CallFilter &f) { f.drill.tries = 2; },
        [](CallFilter &f) { f.drill.previousResult = u"20"_s; },
        [](CallFilter &f) { f.drill.afterGap = true; },
        [](CallFilter &f) { f.drill.caller = u"1000"_s; },
        [](CallFilter &f) {
            f.drill.customerColumn = u"城市"_s;
            f.drill.customerValues = {u"武汉"_s};
        },
        [](CallFilter &f) {
            f.drill.customerColumn = u"城市"_s;
            f.drill.excludedCustomerValues = {u"武汉"_s};
        },
        [](CallFilter &f) {
            f.drill.stretches = {{0, 5}, {10, 20}};
        },
    };
    QStringList said;
    for (const Set set : setters) {
        ReportRequest request = requestFor({}, "UTC");
        QCOMPARE(recorded(u"tasks"_s, request, connection).fact(u"Filter"_s), u"none: all calls"_s);
        set(request.filter);
        const QString words = recorded(u"tasks"_s, request, connection).fact(u"Filter"_s);
        QVERIFY(!words.isEmpty() && words != "none: all calls"_L1);
        QVERIFY2(!said.contains(words), qPrintable(words));
        said.append(words);
    }
}

void TestReportsWords::factsOfTheHead()
{
    StoreFixture fixture;
    seed(fixture.url(), {u"0"_s}, u"7"_s, Noon);
    Connection connection(fixture.url(), Access::Read);
    ReportRequest request = requestFor({utc("2026-03-28T23:00:00Z"), utc("2026-03-29T22:00:00Z")}, "Europe/Berlin");
    request.asOf = utc("2026-03-30T10:00:00Z");
    const RecordingWriter report = recorded(u"lines"_s, request, connection);
    QCOMPARE(report.fact(u"Report"_s), reportTitle(u"lines"_s));
    QCOMPARE(report.fact(u"Period"_s), u"2026-03-29 00:00:00 to 2026-03-30 00:00:00 (that moment not included)"_s);
    QCOMPARE(report.fact(u"Campaigns"_s), u"All campaigns"_s);
    QCOMPARE(report.fact(u"Time zone"_s), u"Europe/Berlin (UTC+01:00, UTC+02:00)"_s);
    QCOMPARE(report.fact(u"Known at"_s), u"2026-03-30 12:00:00"_s);
    QVERIFY(report.fact(u"Made"_s).contains(u"Callboard"_s));
    QCOMPARE(report.fact(u"Rows"_s), u"0"_s);
}

void TestReportsWords::refusedMessagesAreCovered()
{
    StoreFixture fixture;
    {
        BulkLoader loader(fixture.url());
        loader.finish();
        Connection writing(fixture.url(), Access::Write);
        QSqlQuery &query = writing.prepared(u"INSERT INTO rejected (arrived_at, remote, reason, error, field, body) "
                                            "VALUES (?, '10.0.0.7', ?, 'no call_uuid', 'call_uuid', ?)"_s);
        for (int number = 0; number < 120; ++number) {
            query.bindValue(0, Noon + number);
            query.bindValue(1, static_cast<int>(RefusalReason::NoCallUuid));
            query.bindValue(2, bodyOf(QString(), u"7"_s, u"0"_s, Noon));
            writing.run(query);
        }
    }
    Connection connection(fixture.url(), Access::Read);
    ReportRequest request = requestFor({Noon, Noon + 100}, "UTC");
    request.personalColumns = {u"姓名"_s};
    const RecordingWriter report = recorded(u"completeness"_s, request, connection);
    QCOMPARE(report.faults, QStringList());
    const RecordedTable &refused = report.table(u"refused"_s);
    QCOMPARE(refused.rows.size(), 100);
    QCOMPARE(refused.text(0, u"remote"_s), u"10.0.0.7"_s);
    QCOMPARE(refused.number(0, u"arrived_at"_s), Noon + 99);
    QCOMPARE(report.table(u"reasons"_s).number(0, u"refused"_s), 100);
    QVERIFY(!report.print().contains(u"13800138000"_s) && !report.print().contains(u"张三"_s));
    request.privacy = Privacy::Revealed;
    QVERIFY(recorded(u"completeness"_s, request, connection).print().contains(u"138001380"_s));
}

QTEST_GUILESS_MAIN(TestReportsWords)
#include "test_reports_words.moc"
