// SPDX-License-Identifier: GPL-3.0-or-later
// How a history's calls lie in time: all of them, in order, inside the days asked for, busy when people work.
#include "simulator/history_plan.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DayMs = 86'400'000;

qint64 wednesdayEvening()
{
    return QDateTime(QDate(2026, 11, 18), QTime(22, 10)).toMSecsSinceEpoch();
}

std::vector<qint64> timesOf(HistoryPlan plan)
{
    std::vector<qint64> times;
    while (const auto time = plan.next())
        times.push_back(*time);
    return times;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void givesExactlyTheCallsInOrder_data();
    void givesExactlyTheCallsInOrder();
    void sameSeedGivesTheSameTimes();
    void isBusyWhenPeopleWork();
    void weekendsAreQuiet();
};

void TestHistory::givesExactlyTheCallsInOrder_data()
{
    QTest::addColumn<qint64>("calls");
    QTest::addColumn<int>("days");
    QTest::newRow("none") << qint64(0) << 7;
    QTest::newRow("one") << qint64(1) << 7;
    QTest::newRow("fewer than quarter hours") << qint64(50) << 7;
    QTest::newRow("many") << qint64(20'000) << 30;
    QTest::newRow("one day") << qint64(1'000) << 1;
}

void TestHistory::givesExactlyTheCallsInOrder()
{
    QFETCH(qint64, calls);
    QFETCH(int, days);
    const qint64 end = wednesdayEvening();
    const auto times = timesOf(HistoryPlan(calls, days, end, 3));
    QCOMPARE(static_cast<qint64>(times.size()), calls);
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    if (calls > 0) {
        QVERIFY(times.front() >= end - days * DayMs);
        QVERIFY(times.back() < end);
    }
}

void TestHistory::sameSeedGivesTheSameTimes()
{
    QCOMPARE(timesOf(HistoryPlan(500, 7, wednesdayEvening(), 9)), timesOf(HistoryPlan(500, 7, wednesdayEvening(), 9)));
}

void TestHistory::isBusyWhenPeopleWork()
{
    std::array<int, 24> byHour{};
    for (const qint64 time : timesOf(HistoryPlan(50'000, 14, wednesdayEvening(), 1)))
        ++byHour[static_cast<std::size_t>(QDateTime::fromMSecsSinceEpoch(time).time().hour())];
    QVERIFY(byHour[10] > 2 * byHour[12]);
    QVERIFY(byHour[15] > 2 * byHour[12]);
    QVERIFY(byHour[10] > 2 * byHour[19]);
    QVERIFY(byHour[10] > 20 * byHour[3]);
}

void TestHistory::weekendsAreQuiet()
{
    std::array<int, 8> byDay{};
    for (const qint64 time : timesOf(HistoryPlan(50'000, 28, wednesdayEvening(), 1)))
        ++byDay[static_cast<std::size_t>(QDateTime::fromMSecsSinceEpoch(time).date().dayOfWeek())];
    QVERIFY(byDay[2] > 2 * byDay[6]);
    QVERIFY(byDay[7] > 0);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "test_history.moc"
