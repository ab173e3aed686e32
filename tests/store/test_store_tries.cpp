// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/campaign_queries.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Tries = 1'500;
constexpr int Answered = 900; ///< the first answered one

} // namespace

/// A contact that was called far too often.
class TestStoreTries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }
    void journeyHoldsTheFirstOnesAndTheWholesFigures();
    void triesNextToACall_data();
    void triesNextToACall();

private:
    StoreFixture m_fixture;
    std::unique_ptr<Connection> m_connection;
    QList<CallRecord> m_all; ///< oldest first
};

void TestStoreTries::initTestCase()
{
    BulkLoader loader(m_fixture.url());
    for (int i = 0; i < Tries; ++i) {
        TestCall call(i);
        call.set(u"task_data_id"_s, u"the same"_s);
        call.set(u"time_hangup"_s, Noon + i * 1'000);
        call.set(u"task_tries"_s, i);
        call.set(u"task_result"_s, i == Tries - 1 ? u"22"_s : u"20"_s);
        call.set(u"time_answer"_s, i >= Answered ? Noon + i * 1'000 - 10 : 0);
        loader.add(Noon + HourMs, call.outbound());
    }
    loader.finish();
    m_connection = std::make_unique<Connection>(m_fixture.url(), Access::Read);
    m_all = loadCallPage(*m_connection, {}, {}, 2 * Tries);
    std::reverse(m_all.begin(), m_all.end());
    QCOMPARE(m_all.size(), Tries);
}

void TestStoreTries::journeyHoldsTheFirstOnesAndTheWholesFigures()
{
    const QList<Journey> journeys = loadJourneys(*m_connection, {}, {}, {}, 10);
    QCOMPARE(journeys.size(), 1);
    const Journey &journey = journeys.constFirst();
    QCOMPARE(journey.calls, Tries);
    QCOMPARE(journey.tries.size(), Journey::MostTries);
    for (int i = 0; i < Journey::MostTries; ++i)
        QCOMPARE(journey.tries.at(i).tries, i);
    QCOMPARE(journey.last.result, u"22"_s);
    QCOMPARE(journey.last.placedAt, m_all.constLast().placedAt());
    QVERIFY(journey.connected);
    QCOMPARE(journey.connected->tries, Answered);
}

void TestStoreTries::triesNextToACall_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("the first") << 0 << 0 << 101;
    QTest::newRow("in the middle") << 750 << 651 << 851;
    QTest::newRow("the last") << Tries - 1 << Tries - 100 << Tries;
}

void TestStoreTries::triesNextToACall()
{
    QFETCH(const int, at);
    QFETCH(const int, from);
    QFETCH(const int, to);
    const CallRecord call = m_all.at(at);
    QCOMPARE(loadTries(*m_connection, call), m_all.mid(from, to - from));
    QCOMPARE(countTries(*m_connection, call), Tries);
}

QTEST_GUILESS_MAIN(TestStoreTries)
#include "test_store_tries.moc"
