// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_clocks.h"
#include "store/retention/clock_memory.h"
#include "store/retention/clock_watch.h"
#include "store_fixture.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 HourMs = 3'600'000;
constexpr qint64 DayMs = 24 * HourMs;

void run(FakeClocks &time, ClockWatch &watch, int hours)
{
    for (int hour = 0; hour < hours; ++hour) {
        time.pass(HourMs);
        watch.compareClocks();
    }
}

} // namespace

class TestStoreClockWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A computer that was off for days looks like one whose clock moved forward, never like one that moved back.
    void theDoubtSaysWhatFitsItsDirection()
    {
        ClockWatch::Memory memory{.seenAt = 1};
        QCOMPARE(clockDoubtText(memory), QString());
        memory.doubted = true;
        memory.movedMs = -3 * DayMs;
        QVERIFY2(clockDoubtText(memory).startsWith(u"The computer's clock moved 3.0 days back. "_s),
                 qPrintable(clockDoubtText(memory)));
        memory.movedMs = 3 * DayMs;
        QVERIFY(clockDoubtText(memory).contains(u"3.0 days forward, or the computer was off"_s));
    }

    void aNewStoreTrustsItsClock()
    {
        const FakeClocks time(Noon);
        const ClockWatch watch(time.clocks(), {}, 0);
        QVERIFY(watch.isTrusted());
        QCOMPARE(watch.memory().seenAt, Noon);
    }

    void theFirstLookIsComparedWithTheNewestMessage_data()
    {
        QTest::addColumn<qint64>("moved");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("a night") << 14 * HourMs << true;
        QTest::newRow("a day") << DayMs << true;
        QTest::newRow("more") << DayMs + 1 << false;
        QTest::newRow("91 days") << 91 * DayMs << false;
        QTest::newRow("an hour back") << -HourMs << true;
        QTest::newRow("years back") << -30 * 365 * DayMs << false;
    }

    void theFirstLookIsComparedWithTheNewestMessage()
    {
        QFETCH(const qint64, moved);
        QFETCH(const bool, trusted);
        const FakeClocks time(Noon + moved);
        const ClockWatch watch(time.clocks(), {}, Noon);
        QCOMPARE(watch.isTrusted(), trusted);
        QCOMPARE(watch.memory().movedMs, trusted ? 0 : moved);
        // A later run knows better than the messages of a store that nobody pushes to.
        const ClockWatch later(time.clocks(), {.seenAt = Noon}, Noon - 300 * DayMs);
        QCOMPARE(later.isTrusted(), trusted);
    }

    void aMoveWhileItRunsIsSeen()
    {
        FakeClocks time(Noon);
        ClockWatch watch(time.clocks(), {}, Noon);
        for (int hour = 0; hour < 1'000; ++hour) { // weeks without a push are no move
            time.pass(HourMs);
            watch.compareClocks();
        }
        QVERIFY(watch.isTrusted());
        time.move(91 * DayMs);
        watch.compareClocks();
        QVERIFY(!watch.isTrusted());
        QCOMPARE(watch.memory().movedMs, 91 * DayMs);
    }

    /// The steady clock goes on while the computer sleeps; after days it looks like one that was off.
    void aNapIsNoMove()
    {
        FakeClocks time(Noon);
        ClockWatch watch(time.clocks(), {}, Noon);
        for (int day = 0; day < 30; ++day) {
            time.pass(DayMs);
            watch.compareClocks();
        }
        QVERIFY(watch.isTrusted());
        time.pass(30 * DayMs);
        watch.compareClocks();
        QVERIFY(!watch.isTrusted());
    }

    void sleepConfirmsNothing()
    {
        FakeClocks time(Noon + 91 * DayMs);
        ClockWatch watch(time.clocks(), {}, Noon);
        for (int night = 0; night < 3; ++night) {
            time.pass(20 * HourMs);
            watch.compareClocks();
        }
        QVERIFY(!watch.isTrusted());
        QCOMPARE(watch.memory().steadyMs, 3 * HourMs);
    }

    void manySmallMovesAreALargeOne()
    {
        FakeClocks time(Noon);
        ClockWatch watch(time.clocks(), {}, Noon);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(watch.isTrusted());
            time.move(7 * HourMs);
            time.pass(HourMs);
            watch.compareClocks();
        }
        QVERIFY(!watch.isTrusted());
    }

    /// Also when they are spread over several runs.
    void smallMovesAddUpOverRuns()
    {
        FakeClocks time(Noon);
        ClockWatch::Memory memory;
        for (int run = 0; run < 4; ++run) {
            ClockWatch watch(time.clocks(), memory, Noon);
            QVERIFY(watch.isTrusted());
            time.move(7 * HourMs);
            watch.compareClocks();
            memory = watch.memory();
        }
        QVERIFY(memory.doubted);
    }

    void steadyRunningConfirms()
    {
        FakeClocks time(Noon + 91 * DayMs);
        ClockWatch watch(time.clocks(), {}, Noon);
        for (int hour = 1; hour < 24; ++hour) {
            time.pass(HourMs);
            watch.compareClocks();
            QVERIFY(!watch.isTrusted());
        }
        time.pass(HourMs);
        watch.compareClocks();
        QVERIFY(watch.isTrusted());
    }

    void anotherMoveBeginsAnew()
    {
        FakeClocks time(Noon + 91 * DayMs);
        ClockWatch watch(time.clocks(), {}, Noon);
        run(time, watch, 23);
        time.move(-91 * DayMs);
        watch.compareClocks();
        QCOMPARE(watch.memory().steadyMs, 0);
        run(time, watch, 23);
        QVERIFY(!watch.isTrusted());
        run(time, watch, 1);
        QVERIFY(watch.isTrusted());
    }

    void doubtAndRunningLiveOnInAnotherRun()
    {
        FakeClocks time(Noon + 200 * DayMs);
        ClockWatch::Memory memory;
        {
            ClockWatch watch(time.clocks(), {}, Noon);
            run(time, watch, 9);
            memory = watch.memory();
        }
        QVERIFY(memory.doubted);
        time.pass(15 * HourMs); // off at night: neither a move nor running
        ClockWatch next(time.clocks(), memory, Noon);
        QVERIFY(!next.isTrusted());
        run(time, next, 14);
        QVERIFY(!next.isTrusted());
        run(time, next, 1);
        QVERIFY(next.isTrusted());
    }

    void aPersonConfirms()
    {
        FakeClocks time(Noon + 91 * DayMs);
        ClockWatch watch(time.clocks(), {}, Noon);
        watch.confirm();
        QVERIFY(watch.isTrusted());
        const ClockWatch next(time.clocks(), watch.memory(), Noon);
        QVERIFY(next.isTrusted());
        time.move(-2 * DayMs);
        watch.compareClocks();
        QVERIFY(!watch.isTrusted());
    }
};

QTEST_GUILESS_MAIN(TestStoreClockWatch)
#include "test_store_clock_watch.moc"
