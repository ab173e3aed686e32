// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/campaign_queries.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Arrived = Noon + 9 * DayMs;
constexpr int Calls = 2'500;
const QStringList Cities{u"武汉市"_s, u"北京市"_s, u"100%_\"!"_s, u""_s, u"上海市"_s};

/// Inside a week and a half, so that hours of the week come twice.
QList<TestCall> randomCalls(quint32 seed)
{
    QRandomGenerator random(seed);
    QList<TestCall> calls = someCalls(Calls, seed);
    for (TestCall &call : calls) {
        const qint64 later = random.bounded(9) * DayMs;
        for (const QString &time : {u"time_dial"_s, u"time_ring"_s, u"time_answer"_s, u"time_hangup"_s}) {
            const qint64 at = call.fields.value(time).toInteger();
            call.set(time, at > 0 ? QJsonValue(at + later) : QJsonValue(0));
        }
        call.set(u"task_tries"_s, random.bounded(5));
        call.set(u"task_data_id"_s, QString::number(random.bounded(Calls / 4)));
        call.set(u"caller"_s, u"0551%1"_s.arg(random.bounded(3)));
        const QString city = Cities.at(random.bounded(5));
        if (random.bounded(3) == 0) {
            call.set(u"task_row_head"_s, QJsonArray{u"城市"_s, u"备注"_s, u"城市"_s});
            call.set(u"task_row_value"_s, QJsonArray{city, u"x"_s, u"no"_s});
        } else if (random.bounded(20) == 0) {
            call.set(u"task_row_head"_s, QJsonArray());
            call.set(u"task_row_value"_s, QJsonArray());
        } else {
            call.set(u"task_row_value"_s, QJsonArray{u"027"_s, city});
        }
    }
    return calls;
}

QString cityOf(const CallRecord &call)
{
    const qsizetype at = call.fields.taskRowHead.indexOf(u"城市"_s);
    return at < 0 ? QString() : call.fields.taskRowValue.value(at);
}

/// The calls of each contact, oldest first.
using Trails = QMap<qint64, QList<CallRecord>>;

CallFilter inTask(const TimeRange &range, const QString &taskId)
{
    CallFilter filter;
    filter.range = range;
    filter.taskIds = {taskId};
    return filter;
}

} // namespace

class TestStoreCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void matrixCountsWhatItsFiltersSelect_data() { addRanges(); }
    void matrixCountsWhatItsFiltersSelect();
    void contactsAreRecounted_data() { addRanges(); }
    void contactsAreRecounted();
    void campaignAgreesWithItsCalls_data() { addRanges(); }
    void campaignAgreesWithItsCalls();
    void hoursOfTheWeekAreRecounted();
    void retriesAreRecounted_data() { addRanges(); }
    void retriesAreRecounted();
    void retriesLeadToTheirCalls();
    void linesAgreeWithTheirFilters();
    void pivotHoldsEveryCall_data();
    void pivotHoldsEveryCall();
    void customerColumnsAreFound();
    void journeysGoThroughEveryContact();
    void progressCountsContactsOfAllTime();
    void contactPicksUseTheIndexOfContacts();

private:
    static void addRanges();
    QList<CallRecord> callsOf(const TimeRange &range, const QString &taskId) const;
    Trails trailsOf(const TimeRange &range, const QString &taskId) const;
    qint64 count(const CallFilter &filter) { return countCalls(*m_connection, filter); }

    StoreFixture m_fixture;
    std::unique_ptr<Connection> m_connection;
    const FigureRules m_rules;
    QList<CallRecord> m_all; ///< oldest first
};

void TestStoreCampaigns::initTestCase()
{
    BulkLoader loader(m_fixture.url());
    QList<TestCall> calls = randomCalls(11);
    for (int i = 0; i < calls.size(); ++i) {
        TestCall &call = calls[i];
        if (i % 11 == 0)
            call.set(u"direction"_s, 1);
        loader.add(Arrived, call.basic());
        if (i % 11 != 0 && i % 13 != 5)
            loader.add(Arrived, call.outbound());
    }
    loader.setTask(u"1"_s, u"Spring"_s, 4'000);
    loader.finish();
    m_connection = std::make_unique<Connection>(m_fixture.url(), Access::Read);
    m_all = loadCallPage(*m_connection, {}, {}, 100'000);
    std::reverse(m_all.begin(), m_all.end());
    QCOMPARE(m_all.size(), Calls);
}

void TestStoreCampaigns::addRanges()
{
    QTest::addColumn<TimeRange>("range");
    QTest::newRow("all") << TimeRange{};
    QTest::newRow("some days") << TimeRange{Noon + DayMs, Noon + 4 * DayMs};
    QTest::newRow("unaligned") << TimeRange{Noon + 12'345, Noon + 5 * DayMs + 777};
    QTest::newRow("nothing") << TimeRange{5, 6};
}

QList<CallRecord> TestStoreCampaigns::callsOf(const TimeRange &range, const QString &taskId) const
{
    QList<CallRecord> found;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(found), [&](const CallRecord &call) {
        return range.contains(call.placedAt()) && call.fields.taskId == taskId;
    });
    return found;
}

Trails TestStoreCampaigns::trailsOf(const TimeRange &range, const QString &taskId) const
{
    Trails trails;
    for (const CallRecord &call : callsOf(range, taskId)) {
        if (call.contactId != 0)
            trails[call.contactId].append(call);
    }
    return trails;
}

void TestStoreCampaigns::matrixCountsWhatItsFiltersSelect()
{
    QFETCH(const TimeRange, range);
    const TaskMatrix matrix = loadTaskMatrix(*m_connection, range, {}, m_rules);
    qint64 calls = 0;
    for (const TaskRow &row : matrix.rows) {
        calls += row.tally.calls;
        CallFilter filter = inTask(range, row.taskId);
        QCOMPARE(count(filter), row.tally.calls);
        filter.outbound = true;
        QCOMPARE(count(filter), row.tally.attempts);
        for (auto it = row.results.cbegin(); it != row.results.cend(); ++it) {
            filter.results = {it.key()};
            QCOMPARE(count(filter), it.value());
        }
        for (const auto &[pick, counts] :
             {std::pair(ContactPick::LastTry, row.contacts.last), std::pair(ContactPick::BestTry, row.contacts.best)}) {
            filter.drill.pick = pick;
            filter.results.clear();
            QCOMPARE(count(filter), row.contacts.attempted);
            for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
                filter.results = {it.key()};
                QCOMPARE(count(filter), it.value());
            }
        }
        filter.results = {u"0"_s};
        filter.drill.pick = ContactPick::OncePerContact;
        QCOMPARE(count(filter), row.contacts.successful);
        filter.results.clear();
        QCOMPARE(count(filter), row.contacts.attempted);
        filter.drill.pick = ContactPick::FirstConnect;
        QCOMPARE(count(filter), row.contacts.connected);
    }
    CallFilter all;
    all.range = range;
    QCOMPARE(calls, count(all));
}

void TestStoreCampaigns::contactsAreRecounted()
{
    QFETCH(const TimeRange, range);
    const TaskMatrix matrix = loadTaskMatrix(*m_connection, range, {u"1"_s, u"2"_s}, m_rules);
    for (const TaskRow &row : matrix.rows) {
        ContactFigures expected;
        const Trails trails = trailsOf(range, row.taskId);
        for (const QList<CallRecord> &trail : trails) {
            const auto answered =
                std::find_if(trail.crbegin(), trail.crend(), [](const CallRecord &call) { return call.isAnswered(); });
            ++expected.attempted;
            expected.connected += answered != trail.crend() ? 1 : 0;
            expected.successful += std::any_of(trail.begin(), trail.end(),
                                               [](const CallRecord &call) { return call.fields.taskResult == "0"_L1; })
                ? 1
                : 0;
            expected.badNumbers +=
                QStringList{u"6"_s, u"7"_s, u"9"_s}.contains(trail.constLast().fields.taskResult) ? 1 : 0;
            ++expected.last[trail.constLast().fields.taskResult];
            ++expected
                  .best[answered != trail.crend() ? answered->fields.taskResult : trail.constLast().fields.taskResult];
        }
        QCOMPARE(row.contacts, expected);
    }
}

void TestStoreCampaigns::campaignAgreesWithItsCalls()
{
    QFETCH(const TimeRange, range);
    const CampaignFigures figures = loadCampaign(*m_connection, range, u"1"_s, QTimeZone::utc(), m_rules);
    Tally expected;
    for (const CallRecord &call : callsOf(range, u"1"_s))
        expected += tallyOf(cellKeyOf(call, DayMs), cellSumsOf(call));
    QCOMPARE(figures.tally, expected);
    QCOMPARE(figures.listSize, 4'000);
    CallFilter filter = inTask(range, u"1"_s);
    filter.outbound = true;
    qint64 attempts = 0;
    for (const ResultSplit &split : figures.results) {
        filter.results = {split.result};
        filter.answered = true;
        QCOMPARE(count(filter), split.answered);
        filter.answered = false;
        QCOMPARE(count(filter), split.unanswered);
        attempts += split.answered + split.unanswered;
    }
    QCOMPARE(attempts, figures.tally.attempts);
}

void TestStoreCampaigns::hoursOfTheWeekAreRecounted()
{
    const QTimeZone zone("America/St_Johns"); // half an hour off, and clocks change
    const CampaignFigures figures = loadCampaign(*m_connection, {}, u"2"_s, zone, m_rules);
    for (int day = 0; day < WeekDays; ++day) {
        for (int hour = 0; hour < DayHours; ++hour) {
            const Ratio &rate = figures.hours[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)];
            CallFilter filter = inTask({}, u"2"_s);
            filter.outbound = true;
            filter.drill.stretches = figures.stretches[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)];
            if (filter.drill.stretches.isEmpty()) {
                QCOMPARE(rate.denominator, 0);
                continue;
            }
            QCOMPARE(count(filter), rate.denominator);
            filter.answered = true;
            QCOMPARE(count(filter), rate.numerator);
        }
    }
}

void TestStoreCampaigns::retriesAreRecounted()
{
    QFETCH(const TimeRange, range);
    QMap<qint64, TryYield> yields;
    QMap<std::pair<QString, QString>, qint64> transitions;
    qint64 gaps = 0;
    const Trails trails = trailsOf(range, u"3"_s);
    for (const QList<CallRecord> &trail : trails) {
        QSet<qint64> tries;
        bool connected = false;
        for (qsizetype i = 0; i < trail.size(); ++i) {
            const CallRecord &call = trail.at(i);
            tries.insert(call.fields.taskTries);
            yields[call.fields.taskTries].firstConnected += call.isAnswered() && !connected ? 1 : 0;
            connected = connected || call.isAnswered();
            if (i > 0)
                ++transitions[{trail.at(i - 1).fields.taskResult, call.fields.taskResult}];
        }
        for (const qint64 n : std::as_const(tries))
            ++yields[n].contacts;
        gaps += std::any_of(tries.begin(), tries.end(),
                            [&](qint64 n) { return tries.contains(n + 2) && !tries.contains(n + 1); })
            ? 1
            : 0;
    }
    const RetryFigures figures = loadRetries(*m_connection, range, {u"3"_s});
    QCOMPARE(figures.yields.size(), yields.size());
    for (const TryYield &yield : figures.yields) {
        QCOMPARE(yield.contacts, yields.value(yield.tries).contacts);
        QCOMPARE(yield.firstConnected, yields.value(yield.tries).firstConnected);
    }
    QCOMPARE(figures.transitions.size(), transitions.size());
    for (const Transition &transition : figures.transitions)
        QCOMPARE(transition.calls, transitions.value({transition.from, transition.to}));
    QCOMPARE(figures.gapContacts, gaps);
}

void TestStoreCampaigns::retriesLeadToTheirCalls()
{
    const TimeRange range{Noon + DayMs, Noon + 7 * DayMs};
    const RetryFigures figures = loadRetries(*m_connection, range, {u"3"_s});
    QVERIFY(figures.gapContacts > 0);
    for (const TryYield &yield : figures.yields) {
        CallFilter filter = inTask(range, u"3"_s);
        filter.drill.tries = yield.tries;
        filter.drill.pick = ContactPick::OncePerContact;
        QCOMPARE(count(filter), yield.contacts);
        filter.drill.pick = ContactPick::FirstConnect;
        QCOMPARE(count(filter), yield.firstConnected);
    }
    for (const Transition &transition : figures.transitions) {
        CallFilter filter = inTask(range, u"3"_s);
        filter.results = {transition.to};
        filter.drill.previousResult = transition.from;
        QCOMPARE(count(filter), transition.calls);
    }
    CallFilter gap = inTask(range, u"3"_s);
    gap.drill.afterGap = true;
    gap.drill.pick = ContactPick::OncePerContact;
    QCOMPARE(count(gap), figures.gapContacts);
}

void TestStoreCampaigns::linesAgreeWithTheirFilters()
{
    const TimeRange range{Noon, Noon + 6 * DayMs};
    const QList<ValueTally> lines = loadLines(*m_connection, range, {u"1"_s}, m_rules);
    QCOMPARE(lines.size(), 3);
    for (const ValueTally &line : lines) {
        Tally expected;
        for (const CallRecord &call : callsOf(range, u"1"_s)) {
            if (call.fields.caller == line.value && call.isOutbound())
                expected += tallyOf(cellKeyOf(call, DayMs), cellSumsOf(call));
        }
        CallFilter filter = inTask(range, u"1"_s);
        filter.outbound = true;
        filter.drill.caller = line.value;
        QCOMPARE(count(filter), line.tally.attempts);
        QCOMPARE(line.tally.connected, expected.connected);
        QCOMPARE(line.tally.lineFaults, expected.lineFaults);
        QCOMPARE(line.tally.success, expected.success);
        QCOMPARE(line.tally.seizures, expected.seizures);
        QCOMPARE(line.tally.talkMs, expected.talkMs);
    }
}

void TestStoreCampaigns::pivotHoldsEveryCall_data()
{
    QTest::addColumn<int>("most");
    QTest::newRow("all values") << 100;
    QTest::newRow("a few") << 2;
    QTest::newRow("one left over is shown") << 4;
}

void TestStoreCampaigns::pivotHoldsEveryCall()
{
    QFETCH(const int, most);
    const Pivot pivot = loadPivot(*m_connection, {}, {u"1"_s, u"2"_s}, u"城市"_s, m_rules, most);
    QCOMPARE(pivot.otherValues, most == 2 ? 3 : 0);
    CallFilter filter;
    filter.taskIds = {u"1"_s, u"2"_s};
    filter.outbound = true;
    qint64 sum = pivot.others.attempts;
    filter.drill.customerColumn = pivot.column;
    for (const ValueTally &value : pivot.top) {
        qint64 plain = 0;
        for (const CallRecord &call : std::as_const(m_all))
            plain += filter.taskIds.contains(call.fields.taskId) && call.isOutbound() && cityOf(call) == value.value;
        QCOMPARE(value.tally.attempts, plain);
        filter.drill.customerValues = {value.value};
        QCOMPARE(count(filter), plain);
        sum += plain;
        filter.drill.excludedCustomerValues.append(value.value);
    }
    filter.drill.customerValues.clear();
    QCOMPARE(count(filter), pivot.others.attempts);
    filter.drill = {};
    QCOMPARE(count(filter), sum);
}

void TestStoreCampaigns::customerColumnsAreFound()
{
    const QStringList columns = loadCustomerColumns(*m_connection, {}, {u"1"_s});
    QCOMPARE(QSet<QString>(columns.begin(), columns.end()), (QSet<QString>{u"客户手机号码"_s, u"城市"_s, u"备注"_s}));
    QVERIFY(loadCustomerColumns(*m_connection, {5, 6}, {}).isEmpty());
}

void TestStoreCampaigns::journeysGoThroughEveryContact()
{
    const TimeRange range{Noon + DayMs, Noon + 5 * DayMs};
    const Trails trails = trailsOf(range, u"2"_s);
    const Trails whole = trailsOf({}, u"2"_s);
    QSet<qint64> seen;
    CallKey after;
    for (;;) {
        const QList<Journey> page = loadJourneys(*m_connection, range, {u"2"_s}, after, 50);
        if (page.isEmpty())
            break;
        for (const Journey &journey : page) {
            QVERIFY(!seen.contains(journey.contactId));
            seen.insert(journey.contactId);
            QCOMPARE(journey.key, keyOf(trails.value(journey.contactId).constLast()));
            const QList<CallRecord> calls = whole.value(journey.contactId);
            QCOMPARE(journey.tries.size(), calls.size());
            for (qsizetype i = 0; i < calls.size(); ++i) {
                QCOMPARE(journey.tries.at(i).result, calls.at(i).fields.taskResult);
                QCOMPARE(journey.tries.at(i).answered, calls.at(i).isAnswered());
            }
            CallFilter filter;
            filter.contactId = journey.contactId;
            QCOMPARE(count(filter), calls.size());
        }
        after = page.constLast().key;
    }
    QCOMPARE(seen.size(), trails.size());
}

void TestStoreCampaigns::progressCountsContactsOfAllTime()
{
    const CampaignFigures figures = loadCampaign(*m_connection, {5, 6}, u"1"_s, QTimeZone::utc(), m_rules);
    QCOMPARE(figures.contacts.attempted, 0);
    CallFilter filter = inTask({}, u"1"_s);
    filter.drill.pick = ContactPick::LastTry;
    QCOMPARE(figures.contactsEver.attempted, count(filter));
    QVERIFY(figures.contactsEver.attempted > 0);
}

void TestStoreCampaigns::contactPicksUseTheIndexOfContacts()
{
    // One look into the index of contacts for each call of the list: that is what keeps a million calls quick.
    QSqlQuery &query = m_connection->prepared(
        u"EXPLAIN QUERY PLAN SELECT COUNT(*) FROM call WHERE placed_at >= 1 AND placed_at < 2 AND task_id IN ('1') "
        "AND +call.contact_id > 0 AND NOT EXISTS (SELECT 1 FROM call AS r WHERE r.contact_id > 0 AND r.contact_id = "
        "call.contact_id AND (r.placed_at, r.id) > (call.placed_at, call.id))"_s);
    m_connection->run(query);
    QStringList plan;
    while (m_connection->next(query))
        plan.append(query.value(3).toString());
    const QString text = plan.join(u'\n');
    QVERIFY2(text.contains(u"call_list"_s) && text.contains(u"r USING"_s) && text.contains(u"call_contact"_s),
             qPrintable(text));
}

QTEST_GUILESS_MAIN(TestStoreCampaigns)
#include "test_store_campaigns.moc"
