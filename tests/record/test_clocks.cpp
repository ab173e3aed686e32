// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/clocks.h"
#include "tests/store/fake_clocks.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;

namespace {

constexpr qint64 Noon = 1'790'000'000'000;
constexpr qint64 HourMs = 3'600'000;

} // namespace

class TestClocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFutureIsNow()
    {
        QCOMPARE(ageOf(Noon - 5, Noon), 5);
        QCOMPARE(ageOf(Noon, Noon), 0);
        QCOMPARE(ageOf(Noon + 1, Noon), 0);
        QCOMPARE(ageOf(std::numeric_limits<qint64>::min() + 1, 0), std::numeric_limits<qint64>::max());
    }

    void theSteadyClockOnlyGoesForward()
    {
        const Clocks clocks = systemClocks();
        const qint64 before = clocks.steady();
        QVERIFY(clocks.steady() >= before);
        QVERIFY(clocks.wall() > Noon - 20 * 365 * 24 * HourMs);
    }

    void anAgeOutlivesEveryMoveOfTheClock_data()
    {
        QTest::addColumn<qint64>("move");
        for (const qint64 hours : {2, -2, 24, -24, 20 * 365 * 24, -20 * 365 * 24})
            QTest::newRow(qPrintable(QString::number(hours))) << hours * HourMs;
    }

    void anAgeOutlivesEveryMoveOfTheClock()
    {
        QFETCH(const qint64, move);
        FakeClocks time(Noon);
        const PastMoment push = PastMoment::now(time.clocks());
        time.pass(HourMs);
        time.move(move);
        QCOMPARE(push.ageMs(time.clocks()), HourMs);
        QCOMPARE(push.epochMs(time.clocks()), Noon + move);
        time.move(-move);
        QCOMPARE(push.epochMs(time.clocks()), Noon);
    }

    void aMomentIsTheSameNumberWhileNobodySetsTheClock()
    {
        FakeClocks time(Noon);
        const PastMoment push = PastMoment::at(Noon - 500, time.clocks());
        time.pass(HourMs);
        time.move(3); // two clocks never agree
        QCOMPARE(push.epochMs(time.clocks()), Noon - 500);
    }

    void whatAnEarlierRunNotedIsClamped()
    {
        FakeClocks time(Noon);
        const PastMoment ahead = PastMoment::at(Noon + 20 * HourMs, time.clocks());
        QCOMPARE(ahead.epochMs(time.clocks()), Noon);
        time.pass(HourMs);
        QCOMPARE(ahead.ageMs(time.clocks()), HourMs);
        QCOMPARE(PastMoment::at(Noon - HourMs, time.clocks()).ageMs(time.clocks()), 2 * HourMs);
        QVERIFY(!PastMoment::at(0, time.clocks()).isKnown());
        QCOMPARE(PastMoment().epochMs(time.clocks()), 0);
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "test_clocks.moc"
