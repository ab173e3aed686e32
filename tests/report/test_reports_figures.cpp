// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of every report, recounted: from `callboardctl totals`, and from the calls one by one.
#include "../ui/random_calls.h"
#include "recording_writer.h"
#include "store/read/campaign_queries.h"
#include "store/settings/meaning_table.h"
#include "store_fixture.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 4000;

/// What a person counts who reads the calls of a filter one after the other.
struct Recount
{
    qint64 calls = 0, attempts = 0, connected = 0, seizures = 0, awaiting = 0, talkMs = 0, answeredTalkMs = 0;
    QSet<qint64> contacts, reached;
    QMap<QString, qint64> results;
    QMap<QString, qint64> lines;
    Completeness parts;

    void add(const CallRecord &call)
    {
        ++calls;
        answeredTalkMs += call.talkMs();
        if (call.contactId > 0)
            contacts.insert(call.contactId);
        if (call.contactId > 0 && call.isAnswered())
            reached.insert(call.contactId);
        if (!call.isOutbound()) {
            ++parts.inbound;
            return;
        }
        ++(call.parts.isBoth() ? parts.both : call.parts.isOutboundOnly() ? parts.outboundOnly : parts.basicOnly);
        ++attempts;
        ++results[call.fields.taskResult];
        ++lines[call.fields.caller];
        connected += call.isAnswered() ? 1 : 0;
        seizures += call.fields.timeRing > 0 ? 1 : 0;
        awaiting += call.isAwaiting() ? 1 : 0;
        talkMs += call.talkMs();
    }
};

QList<CallRecord> callsOf(Connection &connection, const CallFilter &filter)
{
    return loadCallPage(connection, filter, {}, 10 * Calls);
}

bool isSummed(const RecordedCell &cell)
{
    return cell.kind == RecordedCell::Kind::Count || cell.kind == RecordedCell::Kind::Duration;
}

} // namespace

class TestReportsFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tasksAgreeWithTotals_data() { addScopes(); }
    void tasksAgreeWithTotals();
    void everyReportAgreesWithTheCalls_data() { addFilters(); }
    void everyReportAgreesWithTheCalls();
    void rowsAddUpToTotals_data() { addFilters(); }
    void rowsAddUpToTotals();
    void contactsAreCountedAsInTheWindow();
    void retriesAreThoseOfTheStore();
    void columnsCanBeChosen();
    void cancelStops();

private:
    static void addScopes(); ///< what totals know: periods and campaigns
    static void addFilters();
    Recount recounted(const CallFilter &filter);
    void compareTasks(const RecordingWriter &tasks, const CallFilter &filter);
    void compareResults(const RecordingWriter &results, const Recount &all);
    void compareHours(const RecordingWriter &hours, const Recount &all, const CallFilter &filter);

    StoreFixture m_fixture;
    std::unique_ptr<Connection> m_connection;
    ReportRequest m_request;
};

void TestReportsFigures::initTestCase()
{
    seedRandomContacts(m_fixture.url(), Calls, 11, 300);
    m_connection = std::make_unique<Connection>(m_fixture.url(), Access::Read);
    m_request.zone = QTimeZone("Asia/Kathmandu"); // hours begin at :15 of UTC's
}

void TestReportsFigures::addScopes()
{
    QTest::addColumn<CallFilter>("filter");
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    CallFilter filter;
    QTest::newRow("all") << filter;
    filter.range = {now - 5 * HourMs - 123'456, now - HourMs + 77};
    QTest::newRow("some hours") << filter;
    filter.taskIds = {u"2"_s, QString()};
    QTest::newRow("some hours of two tasks") << filter;
    CallFilter one;
    one.taskIds = {u"1"_s};
    QTest::newRow("one task") << one;
}

void TestReportsFigures::addFilters()
{
    addScopes();
    CallFilter odd;
    odd.excludedResults = {u"20"_s};
    odd.answered = true;
    QTest::newRow("answered, not with 20") << odd;
    odd = {};
    odd.talkAtLeastMs = 30'000;
    odd.excludedTaskIds = {u"3"_s};
    QTest::newRow("long talks") << odd;
    odd = {};
    odd.onlyAwaiting = true;
    QTest::newRow("awaiting") << odd;
    odd = {};
    odd.outbound = false;
    QTest::newRow("inbound") << odd;
    odd = {};
    odd.drill.pick = ContactPick::LastTry;
    QTest::newRow("each contact's last call") << odd;
    odd = {};
    odd.uuid = u"no such call"_s;
    QTest::newRow("none") << odd;
}

Recount TestReportsFigures::recounted(const CallFilter &filter)
{
    Recount recount;
    for (const CallRecord &call : callsOf(*m_connection, filter))
        recount.add(call);
    return recount;
}

void TestReportsFigures::tasksAgreeWithTotals()
{
    QFETCH(CallFilter, filter);
    m_request.filter = filter;
    const RecordingWriter tasks = recorded(u"tasks"_s, m_request, *m_connection);
    QCOMPARE(tasks.faults, QStringList());
    const RecordedTable &table = tasks.tables.constFirst();
    const Totals totals = loadTotals(*m_connection, filter.range, filter.taskIds);
    QCOMPARE(table.total(u"calls"_s).number, totals.calls);
    QCOMPARE(table.total(u"answered"_s).number, totals.answered);
    QVERIFY(!totals.tasks.isEmpty());
    for (const TaskTotals &task : totals.tasks) {
        const qsizetype row = table.rowOf(u"task_id"_s, task.taskId);
        QVERIFY(row >= 0);
        QCOMPARE(table.number(row, u"calls"_s), task.calls);
        QCOMPARE(table.number(row, u"answered"_s), task.answered);
        QCOMPARE(table.number(row, u"contacts"_s), task.contacts);
        QCOMPARE(table.number(row, u"answered_talk_time"_s), task.talkMs);
    }
}

void TestReportsFigures::everyReportAgreesWithTheCalls()
{
    QFETCH(CallFilter, filter);
    m_request.filter = filter;
    const Recount all = recounted(filter);
    QVERIFY(all.calls > 0 || QLatin1StringView(QTest::currentDataTag()) == "none"_L1);
    compareTasks(recorded(u"tasks"_s, m_request, *m_connection), filter);
    compareResults(recorded(u"results"_s, m_request, *m_connection), all);
    compareHours(recorded(u"hours"_s, m_request, *m_connection), all, filter);

    const RecordingWriter lines = recorded(u"lines"_s, m_request, *m_connection);
    QCOMPARE(lines.faults, QStringList());
    QCOMPARE(lines.tables.constFirst().rows.size(), all.lines.size());
    if (all.attempts > 0)
        QCOMPARE(lines.tables.constFirst().total(u"attempts"_s).number, all.attempts);

    const RecordingWriter completeness = recorded(u"completeness"_s, m_request, *m_connection);
    QCOMPARE(completeness.faults, QStringList());
    for (const char *name : {"campaigns", "days", "campaign-days"}) {
        const RecordedTable &table = completeness.table(QString::fromLatin1(name));
        if (all.calls == 0)
            continue;
        QCOMPARE(table.total(u"calls"_s).number, all.calls);
        QCOMPARE(table.total(u"both"_s).number, all.parts.both);
        QCOMPARE(table.total(u"basic_only"_s).number, all.parts.basicOnly);
        QCOMPARE(table.total(u"outbound_only"_s).number, all.parts.outboundOnly);
        QCOMPARE(table.total(u"inbound"_s).number, all.parts.inbound);
    }
}

void TestReportsFigures::compareTasks(const RecordingWriter &tasks, const CallFilter &filter)
{
    QCOMPARE(tasks.faults, QStringList());
    QHash<QString, Recount> byTask;
    for (const CallRecord &call : callsOf(*m_connection, filter))
        byTask[call.fields.taskId].add(call);
    const RecordedTable &table = tasks.tables.constFirst();
    QCOMPARE(table.rows.size(), byTask.size());
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const Recount &task = byTask[table.text(row, u"task_id"_s)];
        QCOMPARE(table.number(row, u"calls"_s), task.calls);
        QCOMPARE(table.number(row, u"attempts"_s), task.attempts);
        QCOMPARE(table.number(row, u"seizures"_s), task.seizures);
        QCOMPARE(table.number(row, u"connected"_s), task.connected);
        QCOMPARE(table.number(row, u"awaiting"_s), task.awaiting);
        QCOMPARE(table.number(row, u"talk_time"_s), task.talkMs);
        QCOMPARE(table.number(row, u"answered_talk_time"_s), task.answeredTalkMs);
        QCOMPARE(table.number(row, u"contacts"_s), task.contacts.size());
        QCOMPARE(table.number(row, u"contacts_connected"_s), task.reached.size());
        QCOMPARE(table.cell(row, u"connect_rate"_s).ratio.numerator, task.connected);
        QCOMPARE(table.cell(row, u"connect_rate"_s).ratio.denominator, task.attempts);
    }
}

void TestReportsFigures::compareResults(const RecordingWriter &results, const Recount &all)
{
    QCOMPARE(results.faults, QStringList());
    if (all.attempts == 0)
        return;
    const RecordedTable &attempts = results.table(u"attempts"_s);
    const RecordedTable &codes = results.table(u"codes"_s);
    QCOMPARE(attempts.total(u"attempts"_s).number, all.attempts);
    QCOMPARE(results.table(u"classes"_s).total(u"attempts"_s).number, all.attempts);
    QCOMPARE(codes.total(u"attempts"_s).number, all.attempts);
    QCOMPARE(codes.total(u"share"_s).ratio.denominator, all.attempts);
    QCOMPARE(codes.rows.size(), all.results.size());
    for (auto it = all.results.cbegin(); it != all.results.cend(); ++it) {
        const QString name = it.key().isEmpty() ? u"no_result"_s : u"result_"_s + it.key();
        QCOMPARE(attempts.total(name).number, it.value());
        QCOMPARE(codes.number(codes.rowOf(u"result"_s, it.key()), u"attempts"_s), it.value());
        QCOMPARE(results.table(u"attempts-share"_s).total(name).ratio.denominator, all.attempts);
    }
    QCOMPARE(results.table(u"contacts-last"_s).total(u"contacts"_s).number, all.contacts.size());
    QCOMPARE(results.table(u"contacts-best"_s).total(u"contacts"_s).number, all.contacts.size());
}

void TestReportsFigures::compareHours(const RecordingWriter &hours, const Recount &all, const CallFilter &filter)
{
    QCOMPARE(hours.faults, QStringList());
    const RecordedTable &table = hours.table(u"hours"_s);
    if (table.rows.isEmpty()) {
        QCOMPARE(all.calls, 0);
        return;
    }
    QCOMPARE(table.total(u"attempts"_s).number, all.attempts);
    QCOMPARE(hours.table(u"days"_s).total(u"attempts"_s).number, all.attempts);
    QCOMPARE(hours.table(u"weekday-attempts"_s).total(u"all_days"_s).number, all.attempts);
    QCOMPARE(hours.table(u"weekday-connect-rate"_s).total(u"all_days"_s).ratio.numerator, all.connected);
    QHash<QString, qint64> byHour;
    const auto hourOf = [this](qint64 time) {
        return QDateTime::fromMSecsSinceEpoch(time, m_request.zone).toString(u"yyyy-MM-dd HH"_s);
    };
    for (const CallRecord &call : callsOf(*m_connection, filter))
        byHour[hourOf(call.placedAt())] += call.isOutbound() ? 1 : 0;
    for (qsizetype row = 0; row < table.rows.size(); ++row)
        QCOMPARE(table.number(row, u"attempts"_s), byHour.value(hourOf(table.number(row, u"hour"_s))));
}

void TestReportsFigures::rowsAddUpToTotals()
{
    QFETCH(CallFilter, filter);
    m_request.filter = filter;
    for (const QString &name : reportNames()) {
        if (!reportRefusal(name, m_request).isEmpty())
            continue;
        const RecordingWriter report = recorded(name, m_request, *m_connection);
        QCOMPARE(report.faults, QStringList());
        for (const RecordedTable &table : report.tables) {
            QVERIFY(table.totals.size() <= 1);
            for (qsizetype column = 1; column < table.table.columns.size() && !table.totals.isEmpty(); ++column) {
                qint64 sum = 0;
                for (const auto &row : table.rows)
                    sum += isSummed(row.at(column)) ? row.at(column).number : 0;
                const RecordedCell &total = table.totals.constFirst().at(column);
                const QString where =
                    name + u'/' + table.table.name + u'/' + columnName(table.table.columns.at(column));
                const bool isMean = columnName(table.table.columns.at(column)).startsWith(u"average"_s)
                    || columnName(table.table.columns.at(column)) == "time_to_answer"_L1;
                if (isSummed(total) && !isMean)
                    QVERIFY2(total.number == sum, qPrintable(where));
            }
        }
    }
}

void TestReportsFigures::contactsAreCountedAsInTheWindow()
{
    m_request.filter = {};
    const FigureRules rules = loadRules(*m_connection, QDateTime::currentMSecsSinceEpoch());
    const TaskMatrix matrix = loadTaskMatrix(*m_connection, {}, {}, rules);
    const RecordingWriter tasks = recorded(u"tasks"_s, m_request, *m_connection);
    const RecordedTable &table = tasks.tables.constFirst();
    for (const TaskRow &task : matrix.rows) {
        const qsizetype row = table.rowOf(u"task_id"_s, task.taskId);
        QCOMPARE(table.number(row, u"success"_s), task.tally.success);
        QCOMPARE(table.number(row, u"contacts_successful"_s), task.contacts.successful);
        QCOMPARE(table.cell(row, u"conversion"_s).ratio.denominator, task.contacts.connected);
        QCOMPARE(table.cell(row, u"success_rate"_s).ratio.numerator, successRate(task.tally).known.numerator);
        QCOMPARE(table.cell(row, u"success_rate_high"_s).ratio.numerator, successRate(task.tally).high.numerator);
        QCOMPARE(table.cell(row, u"line_failure_rate"_s).ratio.numerator, task.tally.lineFaults);
    }
    const qsizetype first = table.rowOf(u"task_id"_s, u"1"_s);
    QCOMPARE(table.number(first, u"list_size"_s), 400);
    QCOMPARE(table.cell(first, u"progress"_s).ratio.numerator, table.number(first, u"contacts"_s));
    QCOMPARE(table.total(u"progress"_s).ratio.denominator, 400);
    QCOMPARE(table.total(u"progress"_s).ratio.numerator, table.number(first, u"contacts"_s));
}

void TestReportsFigures::retriesAreThoseOfTheStore()
{
    m_request.filter = {};
    const RetryFigures figures = loadRetries(*m_connection, {}, {});
    const RecordingWriter report = recorded(u"retries"_s, m_request, *m_connection);
    QCOMPARE(report.faults, QStringList());
    QVERIFY(figures.gapContacts > 0);
    QCOMPARE(report.table(u"campaigns"_s).total(u"estimated_lost"_s).number, figures.gapContacts);
    const RecordedTable &tries = report.table(u"tries"_s);
    QCOMPARE(tries.rows.size(), figures.yields.size());
    for (qsizetype row = 0; row < tries.rows.size(); ++row) {
        QCOMPARE(tries.number(row, u"try"_s), figures.yields.at(row).tries + 1);
        QCOMPARE(tries.number(row, u"contacts"_s), figures.yields.at(row).contacts);
        QCOMPARE(tries.cell(row, u"yield"_s).ratio.numerator, figures.yields.at(row).firstConnected);
    }
    const RecordedTable &transitions = report.table(u"transitions"_s);
    QCOMPARE(transitions.rows.size(), figures.transitions.size());
    QVERIFY(transitions.rows.size() > 20);
    QMap<std::pair<QString, QString>, qint64> expected, found; // in another order: that of all reports
    for (const Transition &transition : figures.transitions)
        expected.insert({transition.from, transition.to}, transition.calls);
    for (qsizetype row = 0; row < transitions.rows.size(); ++row)
        found.insert({transitions.text(row, u"result"_s), transitions.text(row, u"next_result"_s)},
                     transitions.number(row, u"calls"_s));
    QCOMPARE(found, expected);
}

void TestReportsFigures::columnsCanBeChosen()
{
    m_request.filter = {};
    ReportRequest some = m_request;
    some.columns = {u"connect_rate"_s, u"task_id"_s, u"attempts"_s};
    const RecordingWriter whole = recorded(u"tasks"_s, m_request, *m_connection);
    const RecordingWriter part = recorded(u"tasks"_s, some, *m_connection);
    QCOMPARE(part.faults, QStringList());
    const RecordedTable &table = part.tables.constFirst();
    QCOMPARE(table.table.columns.size(), 3);
    QCOMPARE(table.column(u"task_id"_s), 1);
    QCOMPARE(table.total(u"attempts"_s), whole.tables.constFirst().total(u"attempts"_s));
    for (qsizetype row = 0; row < table.rows.size(); ++row)
        QCOMPARE(table.cell(row, u"connect_rate"_s), whole.tables.constFirst().cell(row, u"connect_rate"_s));
    some.columns = {u"no such column"_s};
    QVERIFY_THROWS_EXCEPTION(ReportError, recorded(u"tasks"_s, some, *m_connection));
}

void TestReportsFigures::cancelStops()
{
    m_request.filter = {};
    for (const QString &name : reportNames()) {
        ReportRequest request = m_request;
        if (name == "dossier"_L1)
            request.filter.taskIds = {u"1"_s};
        request.output = m_fixture.path(u"cancelled.csv"_s);
        const ReportResult result = runReport(name, request, *m_connection, {}, [] { return true; });
        QVERIFY2(result.cancelled && result.error.isEmpty(), qPrintable(name + u": "_s + result.error));
        QVERIFY(!QFile::exists(request.output));
        QVERIFY(previewReport(name, request, *m_connection, 3, [] { return true; }).cancelled);
    }
}

QTEST_GUILESS_MAIN(TestReportsFigures)
#include "test_reports_figures.moc"
