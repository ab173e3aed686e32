// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/schedule_plan.h"

#include <QDateTime>
#include <QMap>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Minute = 60'000;
constexpr qint64 Day = 1'440 * Minute;
const QTimeZone Zone("Asia/Shanghai");

/// 07:00 of a day of 2026, epoch ms.
qint64 seven(int month, int day)
{
    return QDateTime(QDate(2026, month, day), QTime(7, 0), Zone).toMSecsSinceEpoch();
}

ReportSchedule daily(qint64 activeFrom)
{
    return {.id = 1, .name = u"早报"_s, .activeFrom = activeFrom};
}

ReportRun ended(ReportRun run, RunState state, qint64 at)
{
    run.state = state;
    run.startedAt = run.finishedAt = at;
    run.file = u"/srv/%1"_s.arg(run.dueAt);
    return run;
}

QList<qint64> duesOf(const QList<ReportRun> &runs)
{
    QList<qint64> dues;
    for (const ReportRun &run : runs)
        dues.append(run.dueAt);
    return dues;
}

} // namespace

class TestSchedulePlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingBeforeItsBeginning()
    {
        const SchedulePlan plan = planRuns(daily(seven(11, 20) + 1), {}, seven(11, 20) + Minute, Zone);
        QVERIFY(plan.runs.isEmpty());
        QVERIFY(!plan.skipped);
        QCOMPARE(plan.nextAt, seven(11, 21));
    }

    void nothingWhileItIsOff()
    {
        ReportSchedule schedule = daily(seven(11, 1));
        schedule.enabled = false;
        const SchedulePlan plan = planRuns(schedule, {}, seven(11, 24), Zone);
        QVERIFY(plan.runs.isEmpty());
        QVERIFY(!plan.nextAt);
    }

    void missedOnesAreMadeUpFor()
    {
        const SchedulePlan plan = planRuns(daily(seven(11, 20)), {}, seven(11, 23) + Minute, Zone);
        QCOMPARE(duesOf(plan.runs), (QList<qint64>{seven(11, 21), seven(11, 22), seven(11, 23)}));
        const ReportRun &first = plan.runs.constFirst();
        QCOMPARE(first.scheduleId, 1);
        QCOMPARE(first.attempt, 1);
        QCOMPARE(first.scheduleName, u"早报"_s);
        QCOMPARE(first.report, u"calls"_s);
        QCOMPARE(first.range.to, seven(11, 21) - 7 * 60 * Minute);
        QCOMPARE(first.range.from, first.range.to - Day);
        QVERIFY(!plan.skipped);
        QCOMPARE(plan.nextAt, seven(11, 24));
    }

    void tooManyAreTold()
    {
        const SchedulePlan plan = planRuns(daily(seven(1, 10)), {}, seven(11, 23), Zone);
        QCOMPARE(plan.runs.size(), MostMissedRuns);
        QCOMPARE(plan.runs.constLast().dueAt, seven(11, 23));
        QVERIFY(plan.skipped);
        QCOMPARE(plan.skipped->state, RunState::Skipped);
        QCOMPARE(plan.skipped->rows, (seven(11, 23) - seven(1, 10)) / Day - MostMissedRuns);
        QCOMPARE(plan.skipped->dueAt, plan.runs.constFirst().dueAt - Day);
        QCOMPARE(plan.skipped->range.from, seven(1, 10) - 7 * 60 * Minute);
        QCOMPARE(plan.skipped->range.to, plan.runs.constFirst().range.from);
        QVERIFY(plan.skipped->message.contains(QString::number(plan.skipped->rows)));
        const SchedulePlan after = planRuns(daily(seven(1, 10)), {*plan.skipped}, seven(11, 23), Zone);
        QVERIFY(!after.skipped);
        QCOMPARE(duesOf(after.runs), duesOf(plan.runs));
    }

    void failedOnesAreMadeOnceMore()
    {
        const qint64 due = seven(11, 23);
        const ReportSchedule schedule = daily(due - 1);
        ReportRun run = planRuns(schedule, {}, due, Zone).runs.constFirst();
        QList<ReportRun> history{ended(run, RunState::Failed, due + 10)};
        const SchedulePlan soon = planRuns(schedule, history, due + Minute, Zone);
        QVERIFY(soon.runs.isEmpty());
        QCOMPARE(soon.nextAt, due + 10 + RetryAfterMs);
        const SchedulePlan again = planRuns(schedule, history, due + 10 + RetryAfterMs, Zone);
        QCOMPARE(duesOf(again.runs), QList<qint64>{due});
        QCOMPARE(again.runs.constFirst().attempt, 2);
        history.append(ended(again.runs.constFirst(), RunState::Failed, due + 20 + RetryAfterMs));
        QVERIFY(planRuns(schedule, history, due + Day - 1, Zone).runs.isEmpty());
    }

    void aLaterFileIsNotReplacedByAnOlderRun()
    {
        const ReportSchedule schedule = daily(seven(11, 21));
        const QList<ReportRun> runs = planRuns(schedule, {}, seven(11, 23), Zone).runs;
        ReportRun failed = ended(runs.at(0), RunState::Failed, seven(11, 23));
        const ReportRun done = ended(runs.at(1), RunState::Done, seven(11, 23));
        QCOMPARE(planRuns(schedule, {failed, done}, seven(11, 23) + Day / 2, Zone).runs.size(), 1);
        failed.file = done.file;
        QVERIFY(planRuns(schedule, {failed, done}, seven(11, 23) + Day / 2, Zone).runs.isEmpty());
    }

    void interruptedOnesAreMadeAgainButNotForEver()
    {
        const ReportSchedule schedule = daily(seven(11, 23) - 1);
        QList<ReportRun> history;
        for (int attempt = 1; attempt <= MostAttempts; ++attempt) {
            const QList<ReportRun> runs = planRuns(schedule, history, seven(11, 23), Zone).runs;
            QCOMPARE(runs.size(), 1);
            QCOMPARE(runs.constFirst().attempt, attempt);
            history.prepend(ended(runs.constFirst(), RunState::Interrupted, seven(11, 23)));
        }
        QVERIFY(planRuns(schedule, history, seven(11, 23) + Day - 1, Zone).runs.isEmpty());
    }

    void cancelledAndRunningOnesAreLeftAlone()
    {
        const ReportSchedule schedule = daily(seven(11, 23) - 1);
        const ReportRun run = planRuns(schedule, {}, seven(11, 23), Zone).runs.constFirst();
        for (const RunState state : {RunState::Cancelled, RunState::Running, RunState::Done}) {
            const QList<ReportRun> history{ended(run, state, seven(11, 23))};
            QVERIFY(planRuns(schedule, history, seven(11, 23) + Day / 2, Zone).runs.isEmpty());
        }
    }

    void runsByHandDoNotCount()
    {
        const ReportSchedule schedule = daily(seven(11, 23) - 1);
        ReportRun byHand = planRuns(schedule, {}, seven(11, 23), Zone).runs.constFirst();
        byHand.attempt = 0;
        byHand.dueAt += 1;
        const QList<ReportRun> history{ended(byHand, RunState::Failed, seven(11, 23))};
        QCOMPARE(duesOf(planRuns(schedule, history, seven(11, 23) + 2, Zone).runs), QList<qint64>{seven(11, 23)});
    }

    void clockSetBackRepeatsNothing()
    {
        const ReportSchedule schedule = daily(seven(11, 21));
        QList<ReportRun> history;
        for (const ReportRun &run : planRuns(schedule, {}, seven(11, 24), Zone).runs)
            history.append(ended(run, RunState::Done, seven(11, 24)));
        for (const qint64 now : {seven(11, 24) - Minute, seven(11, 22) + Minute, seven(11, 20), seven(11, 24)}) {
            const SchedulePlan plan = planRuns(schedule, history, now, Zone);
            QVERIFY(plan.runs.isEmpty());
            QVERIFY(plan.nextAt > now);
        }
    }

    void runsOfAWrongFutureDoNotStopTheSchedule()
    {
        const ReportSchedule schedule = daily(seven(11, 21));
        ReportRun future = planRuns(schedule, {}, seven(11, 22), Zone).runs.constFirst();
        future.dueAt += 4'000 * Day;
        const QList<ReportRun> history{ended(future, RunState::Done, future.dueAt)};
        QCOMPARE(duesOf(planRuns(schedule, history, seven(11, 23), Zone).runs),
                 (QList<qint64>{seven(11, 22), seven(11, 23)}));
    }

    void everyPeriodIsCoveredOnceWhateverTheRestarts_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    /// A program that is started and killed at random moments, with clocks that jump and runs that fail.
    void everyPeriodIsCoveredOnceWhateverTheRestarts()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        static const QList<QByteArray> zones{"Asia/Shanghai", "Europe/Berlin", "America/Havana", "Australia/Lord_Howe"};
        const QTimeZone zone(zones.at(random.bounded(4)));
        ReportSchedule schedule = daily(seven(1, 1));
        schedule.minuteOfDay = random.bounded(1'440);
        QMap<std::pair<qint64, int>, ReportRun> history;
        qint64 now = seven(1, 1);
        for (int step = 0; step < 600; ++step) {
            for (ReportRun &run : history) // as at a start
                run.state = run.state == RunState::Running ? RunState::Interrupted : run.state;
            const SchedulePlan plan = planRuns(schedule, history.values(), now, zone);
            if (plan.skipped)
                history.insert({plan.skipped->dueAt, 1}, *plan.skipped);
            for (ReportRun run : plan.runs) {
                const int fate = step < 590 ? random.bounded(8) : 8; // at last all goes well
                const RunState state = run.attempt > 1 || fate > 1 ? RunState::Done
                    : fate == 0                                    ? RunState::Failed
                                                                   : RunState::Running;
                history.insert({run.dueAt, run.attempt}, ended(run, state, now));
                if (state == RunState::Running)
                    break; // killed
            }
            const qint64 jump = random.bounded(20) == 0 ? 50 * Day : random.bounded(2) * Day;
            now += random.bounded(10) == 0 ? -random.bounded(2 * 1'440) * Minute : jump + random.bounded(300) * Minute;
        }
        qint64 covered = 0;
        int made = 0;
        for (const ReportRun &run : std::as_const(history)) { // by due time
            if (run.state != RunState::Done && run.state != RunState::Skipped)
                continue;
            QVERIFY(covered == 0 || run.range.from == covered);
            covered = run.range.to;
            made += 1;
        }
        QVERIFY(made > 100);
    }
};

QTEST_GUILESS_MAIN(TestSchedulePlan)
#include "test_schedule_plan.moc"
