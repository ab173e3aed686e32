// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of the table of figures, recounted through its own filters over a store of random calls.
#include "../ui/random_calls.h"
#include "store_fixture.h"

#include "record/figures/figure_table.h"
#include "store/read/campaign_queries.h"
#include "store/read/contact_queries.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestStoreFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyFigureCountsItsCalls_data();
    void everyFigureCountsItsCalls();

private:
    QList<CallRecord> calls(const CallFilter &filter) const { return loadCallPage(*m_connection, filter, {}, 10'000); }
    void recount(Metric metric, const GroupFigures &group, const CallFilter &base);

    StoreFixture m_store;
    std::unique_ptr<Connection> m_connection;
    FigureRules m_rules;
};

void TestStoreFigures::initTestCase()
{
    seedRandomCalls(m_store.url(), 1'500, 11);
    m_connection = std::make_unique<Connection>(m_store.url(), Access::Read);
    ResultMeanings meanings;
    meanings.set({.code = u"5"_s, .outcomeClass = OutcomeClass::LineFault, .flags = ResultFlag::LineFault});
    meanings.set({.code = u"x"_s, .outcomeClass = OutcomeClass::Timeout, .flags = ResultFlag::Success});
    m_rules = FigureRules(meanings, {{u"2"_s, SuccessRule{{u"18"_s, u"77"_s}}}});
}

void TestStoreFigures::everyFigureCountsItsCalls_data()
{
    QTest::addColumn<TimeRange>("range");
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QTest::newRow("all of time") << TimeRange{};
    QTest::newRow("some hours") << TimeRange{now - 12 * HourMs, now - HourMs};
}

void TestStoreFigures::everyFigureCountsItsCalls()
{
    constexpr double Minutes = 600;
    QFETCH(const TimeRange, range);
    const TaskMatrix matrix = loadTaskMatrix(*m_connection, range, {}, m_rules);
    const QHash<QString, ContactCount> tried = countTriedContacts(*m_connection, {});
    QHash<QString, qint64> listSizes;
    for (const TaskInfo &task : loadTasks(*m_connection))
        listSizes.insert(task.taskId, task.listSize);
    QCOMPARE(matrix.rows.size(), 4);
    for (const TaskRow &row : matrix.rows) {
        const GroupFigures group{.tally = row.tally,
                                 .contacts = row.contacts,
                                 .minutes = Minutes,
                                 .answeredTalkMs = row.answeredTalkMs,
                                 .listSize = listSizes.value(row.taskId),
                                 .triedEver = tried.value(row.taskId)};
        CallFilter base;
        base.range = range;
        base.taskIds = {row.taskId};
        for (const Metric metric : allMetrics())
            recount(metric, group, base);
    }
}

void TestStoreFigures::recount(Metric metric, const GroupFigures &group, const CallFilter &base)
{
    const MetricInfo &info = metric.info();
    const Ratio share = metricShare(metric, group);
    const auto agrees = [&](qint64 counted, qint64 figure) {
        QVERIFY2(counted == figure,
                 qPrintable(u"%1 of task %2: %3 calls, the figure is %4"_s.arg(info.word, base.taskIds.constFirst())
                                .arg(counted)
                                .arg(figure)));
    };
    if (info.counted && (info.unit != MetricUnit::Share || share.denominator > 0)) {
        qint64 sum = 0;
        for (const CallRecord &call : calls(callsOfMetric(metric, base, m_rules)))
            sum += info.amount ? (call.*info.amount)() : 1;
        agrees(sum, share.numerator);
    }
    if (const auto outOf = denominatorCalls(metric, base, m_rules))
        agrees(calls(*outOf).size(), share.denominator);
}

QTEST_GUILESS_MAIN(TestStoreFigures)
#include "test_store_figures.moc"
