// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/alert/alert_engine.h"
#include "record/call/clocks.h"
#include "tests/store/fake_clocks.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace callboard;
using callboard::test::FakeClocks;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone Shanghai("Asia/Shanghai");
/// Friday, 20 November 2026, noon in Shanghai.
const qint64 Noon = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Shanghai).toMSecsSinceEpoch();

Tally countPlainly(const CellKey &key, const CellSums &sums)
{
    return tallyOf(key, sums);
}

/// A day at the alerts: calls by minutes from noon, and a clock that is set by hand.
class Watch
{
public:
    explicit Watch(const QList<AlertRule> &rules)
    {
        board.load({}, Noon, countPlainly);
        engine.setRules(rules, Noon);
    }

    void add(qint64 minute, const QString &task, const QString &result, qint64 calls, bool answered = false)
    {
        const bool awaiting = result.isNull();
        CellSums sums;
        sums.calls = calls;
        const CellKey key{Noon + minute * MinuteMs, task, result, awaiting, true, answered};
        CommitNotice notice;
        notice.commits = {CommitDelta{++m_commit, {{key, sums}}}};
        QVERIFY(board.apply(notice));
    }

    /// Both clocks go alike, but the steady one not back.
    QList<AlertChange> lookAt(qint64 seconds)
    {
        m_steady += std::max<qint64>(0, seconds * 1000 - m_wall);
        m_wall = seconds * 1000;
        return evaluate();
    }

    /// Somebody has set the clock since the last look, right before this one.
    QList<AlertChange> lookAfterSetting(qint64 bySeconds)
    {
        m_wall += bySeconds * 1000;
        return evaluate();
    }

    QList<AlertChange> evaluate()
    {
        const qint64 now = Noon + m_wall;
        board.slideTo(now);
        return engine.evaluate({.nowMs = now,
                                .steadyMs = m_steady,
                                .zone = Shanghai,
                                .board = board,
                                .yesterday = yesterday,
                                .hours = hours,
                                .lastPushAt = lastPushAt,
                                .lastPushOf = lastPushOf,
                                .ingest = ingest,
                                .receiverTrouble = receiverTrouble,
                                .turnedAway = turnedAway});
    }

    AlertEngine engine;
    AlertBoard board;
    QHash<int, TaskTallies> yesterday;
    QHash<QString, CallingHours> hours;
    QHash<QString, qint64> lastPushOf;
    qint64 lastPushAt = Noon;
    IngestState ingest;
    bool receiverTrouble = false;
    qint64 turnedAway = 0;

private:
    qint64 m_commit = 0;
    qint64 m_wall = 0, m_steady = 5'000'000; ///< ms
};

AlertRule lineRule(bool eachTask = true)
{
    return {.id = 2000,
            .metric = Metric::LineFailureRate,
            .eachTask = eachTask,
            .threshold = 0.15,
            .clearThreshold = 0.10,
            .windowMinutes = 15,
            .leastCalls = 50};
}

AlertRule silenceRule(bool eachTask = false)
{
    return {.id = 2001, .watch = AlertWatch::NoPushes, .eachTask = eachTask, .threshold = 10, .clearThreshold = 10};
}

TaskTallies tallyOfRate(const QString &task, qint64 connected, qint64 attempts)
{
    Tally tally;
    tally.calls = tally.attempts = attempts;
    tally.connected = connected;
    return {{task, tally}};
}

QString events(const QList<AlertChange> &changes)
{
    QString text;
    for (const AlertChange &change : changes)
        text += (change.event == AlertEvent::Raised ? u'+' : u'-') + change.alert.taskId;
    return text;
}

} // namespace

class TestAlertEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void raisesForTheTaskConcerned();
    void leastCalls();
    void hysteresis();
    void belowAThreshold();
    void tooFewCallsAreCountedInWholeMinutes();
    void holdTime();
    void acknowledge();
    void restart();
    void rulesThatGo();
    void overAllCalls();
    void dropAgainstYesterday();
    void awaitingGrows();
    void pushesTurnedAway();
    void aClockThatWasAheadMutesNothing();
    void aPushOfTheFutureIsNow();
    void silenceKeepsItsAgeWhenTheClockIsSet();
    void silenceInsideCallingHours();
    void silenceOfATask();
    void silenceThatIsOlderThanTheBoard();
    void hoursOfTasksCountForAll();
    void clockJumps();
    void aClockThatIsSetHoldsNothing();
    void nobodyMissesCallsOfASleep();
    void receiverAndStore();
    void boardLosesNothing();
    void boardAsksAgainAfterAGap();
    void textsOfRules();
    void readyMadeRulesAreSane();
};

void TestAlertEngine::raisesForTheTaskConcerned()
{
    Watch watch({lineRule()});
    watch.add(-5, u"a"_s, u"28"_s, 20);
    watch.add(-5, u"a"_s, u"0"_s, 80, true);
    watch.add(-5, u"b"_s, u"0"_s, 100, true);
    const QList<AlertChange> changes = watch.lookAt(0);
    QCOMPARE(events(changes), u"+a"_s);
    const Alert alert = changes.constFirst().alert;
    QCOMPARE(alert.figure.ratio.numerator, 20);
    QCOMPARE(alert.figure.ratio.denominator, 100);
    QCOMPARE(alert.figure.range, (TimeRange{Noon - 14 * MinuteMs, Noon + MinuteMs}));
    QCOMPARE(alert.raisedAt, Noon);
    QVERIFY(alert.wantsAttention());
    QCOMPARE(events(watch.lookAt(5)), QString()); // once
    QCOMPARE(watch.engine.open().size(), 1);
}

void TestAlertEngine::leastCalls()
{
    Watch watch({lineRule()});
    watch.add(0, u"a"_s, u"28"_s, 49);
    QCOMPARE(events(watch.lookAt(0)), QString());
    watch.add(0, u"a"_s, u"28"_s, 1);
    QCOMPARE(events(watch.lookAt(5)), u"+a"_s);
    QCOMPARE(events(watch.lookAt(100)), QString());
    QCOMPARE(watch.engine.open().constFirst().shown(), watch.engine.open().constFirst().figure);
    QCOMPARE(events(watch.lookAt(16 * 60 - 60)), u"-a"_s); // no call left that would say so
}

void TestAlertEngine::hysteresis()
{
    Watch watch({lineRule()});
    watch.add(0, u"a"_s, u"28"_s, 20);
    watch.add(0, u"a"_s, u"5"_s, 80);
    QCOMPARE(events(watch.lookAt(0)), u"+a"_s);
    watch.add(0, u"a"_s, u"5"_s, 50); // 13 %: better, not good
    QCOMPARE(events(watch.lookAt(5)), QString());
    QCOMPARE(watch.engine.open().constFirst().figure.ratio.denominator, 150); // now, though it is not bad any more
    QCOMPARE(watch.engine.open().constFirst().worst.ratio.denominator, 100);
    watch.add(0, u"a"_s, u"28"_s, 10); // 19 %
    QCOMPARE(events(watch.lookAt(10)), QString());
    QCOMPARE(watch.engine.open().constFirst().figure.ratio.numerator, 30);
    QCOMPARE(watch.engine.open().constFirst().worst.ratio.numerator, 20); // bad again, but less than at first
    watch.add(0, u"a"_s, u"5"_s, 140); // 10 %
    const QList<AlertChange> changes = watch.lookAt(15);
    QCOMPARE(events(changes), u"-a"_s);
    const Alert cleared = changes.constFirst().alert;
    QCOMPARE(cleared.clearedAt, Noon + 15'000);
    QCOMPARE(cleared.figure.ratio.denominator, 300);
    QCOMPARE(cleared.worst.ratio.denominator, 100);
    QCOMPARE(cleared.shown(), cleared.worst);
    QVERIFY(watch.engine.open().isEmpty());
}

void TestAlertEngine::belowAThreshold()
{
    AlertRule rule = lineRule();
    rule.metric = Metric::ConnectRate;
    rule.below = true;
    rule.threshold = 0.10;
    rule.clearThreshold = 0.12;
    Watch watch({rule});
    watch.add(0, u"a"_s, u"0"_s, 9, true);
    watch.add(0, u"a"_s, u"5"_s, 91);
    QCOMPARE(events(watch.lookAt(0)), u"+a"_s);
    watch.add(0, u"a"_s, u"0"_s, 2, true); // 10.8 %
    QCOMPARE(events(watch.lookAt(5)), QString());
    watch.add(0, u"a"_s, u"0"_s, 10, true);
    QCOMPARE(events(watch.lookAt(10)), u"-a"_s);
}

void TestAlertEngine::tooFewCallsAreCountedInWholeMinutes()
{
    AlertRule rule = lineRule(false);
    rule.metric = Metric::CallsPerMinute;
    rule.below = true;
    rule.threshold = 5;
    rule.clearThreshold = 6;
    rule.windowMinutes = 1;
    Watch watch({rule});
    for (qint64 minute = -2; minute < 3; ++minute)
        watch.add(minute, u"a"_s, u"0"_s, 10, true);
    for (const qint64 second : {1, 59, 60, 61, 120, 179, 181}) // a minute that has just begun has no calls yet
        QCOMPARE(events(watch.lookAt(second)), QString());
    QCOMPARE(events(watch.lookAt(240)), u"+"_s); // a whole minute without a call
}

void TestAlertEngine::holdTime()
{
    AlertRule rule = lineRule();
    rule.holdSeconds = 30;
    Watch watch({rule});
    watch.add(0, u"a"_s, u"28"_s, 50);
    QCOMPARE(events(watch.lookAt(0)), QString());
    QCOMPARE(events(watch.lookAt(29)), QString());
    watch.add(0, u"a"_s, u"5"_s, 400);
    QCOMPARE(events(watch.lookAt(30)), QString()); // back before the time was over
    watch.add(0, u"a"_s, u"28"_s, 100);
    QCOMPARE(events(watch.lookAt(31)), QString());
    QCOMPARE(events(watch.lookAt(61)), u"+a"_s);
    watch.add(0, u"a"_s, u"5"_s, 4000);
    QCOMPARE(events(watch.lookAt(70)), QString());
    QCOMPARE(events(watch.lookAt(99)), QString());
    QCOMPARE(events(watch.lookAt(100)), u"-a"_s);
}

void TestAlertEngine::acknowledge()
{
    Watch watch({lineRule()});
    watch.add(0, u"a"_s, u"28"_s, 50);
    watch.lookAt(0);
    const AlertKey key{2000, u"a"_s};
    QVERIFY(!watch.engine.acknowledge({2000, u"b"_s}, Noon));
    const auto seen = watch.engine.acknowledge(key, Noon + 7);
    QVERIFY(seen && seen->acknowledgedAt == Noon + 7);
    QVERIFY(!watch.engine.acknowledge(key, Noon + 8)); // once
    QVERIFY(!watch.engine.open().constFirst().wantsAttention());
    QCOMPARE(events(watch.lookAt(5)), QString()); // still open, and known
    watch.add(0, u"a"_s, u"5"_s, 1000);
    const QList<AlertChange> cleared = watch.lookAt(10);
    QCOMPARE(events(cleared), u"-a"_s);
    QCOMPARE(cleared.constFirst().alert.acknowledgedAt, Noon + 7);
    watch.add(0, u"a"_s, u"28"_s, 1000);
    QVERIFY(watch.lookAt(15).constFirst().alert.wantsAttention()); // again, and new
}

void TestAlertEngine::restart()
{
    Watch before({lineRule(), silenceRule()});
    before.add(0, u"a"_s, u"28"_s, 50);
    before.lookAt(0);
    before.lookAt(120);
    before.lookAt(240);
    before.lookAt(360);
    before.lookAt(480);
    QCOMPARE(events(before.lookAt(600)), u"+"_s);
    QCOMPARE(before.engine.open().size(), 2);

    Watch after({lineRule(), silenceRule()});
    after.engine.restore(before.engine.open());
    after.add(0, u"a"_s, u"28"_s, 50);
    QCOMPARE(events(after.lookAt(660)), QString()); // neither raised twice nor cleared
    QCOMPARE(after.engine.open().size(), 2);
    after.lastPushAt = Noon + 661'000;
    QCOMPARE(events(after.lookAt(665)), u"-"_s);
}

void TestAlertEngine::rulesThatGo()
{
    Watch watch({lineRule()});
    watch.add(0, u"a"_s, u"28"_s, 50);
    watch.lookAt(0);
    AlertRule rule = lineRule();
    rule.threshold = 0.5;
    QVERIFY(watch.engine.setRules({rule}, Noon).isEmpty()); // changed, still the same
    rule.enabled = false;
    QCOMPARE(events(watch.engine.setRules({rule}, Noon + 1)), u"-a"_s);
    QCOMPARE(events(watch.lookAt(5)), QString());
    watch.engine.setRules({lineRule()}, Noon + 10'000);
    QCOMPARE(events(watch.lookAt(15)), u"+a"_s);
    QCOMPARE(events(watch.engine.setRules({}, Noon + 20'000)), u"-a"_s);
}

void TestAlertEngine::overAllCalls()
{
    Watch watch({lineRule(false)});
    watch.add(0, u"a"_s, u"28"_s, 30);
    watch.add(0, u"b"_s, u"5"_s, 60);
    watch.add(0, QString(), u"5"_s, 10);
    const QList<AlertChange> changes = watch.lookAt(0);
    QCOMPARE(events(changes), u"+"_s);
    QCOMPARE(changes.constFirst().alert.figure.ratio.denominator, 100);
}

void TestAlertEngine::dropAgainstYesterday()
{
    AlertRule rule = lineRule();
    rule.watch = AlertWatch::RelativeDrop;
    rule.metric = Metric::ConnectRate;
    rule.threshold = 0.30;
    rule.clearThreshold = 0.20;
    Watch watch({rule});
    watch.add(0, u"a"_s, u"0"_s, 13, true);
    watch.add(0, u"a"_s, u"5"_s, 87);
    QCOMPARE(events(watch.lookAt(0)), QString()); // yesterday is not known yet
    watch.yesterday[15] = tallyOfRate(u"b"_s, 20, 100);
    QCOMPARE(events(watch.lookAt(1)), QString()); // the task did not call yesterday
    watch.yesterday[15] = tallyOfRate(u"a"_s, 8, 40);
    QCOMPARE(events(watch.lookAt(2)), QString()); // too few yesterday
    watch.yesterday[15] = tallyOfRate(u"a"_s, 20, 100);
    const QList<AlertChange> changes = watch.lookAt(3); // 13 % is 35 % below 20 %
    QCOMPARE(events(changes), u"+a"_s);
    QCOMPARE(changes.constFirst().alert.figure.reference, 0.20);
    watch.add(0, u"a"_s, u"0"_s, 3, true); // 15.5 %: 22 % below
    QCOMPARE(events(watch.lookAt(4)), QString());
    watch.add(0, u"a"_s, u"0"_s, 4, true); // 18.7 %
    QCOMPARE(events(watch.lookAt(5)), u"-a"_s);
}

void TestAlertEngine::awaitingGrows()
{
    Watch watch({AlertRule{.id = 2002,
                           .watch = AlertWatch::AwaitingGrowth,
                           .metric = Metric::Awaiting,
                           .threshold = 20,
                           .clearThreshold = 5,
                           .windowMinutes = 10}});
    watch.add(-15, u"a"_s, QString(), 10);
    watch.add(-5, u"a"_s, QString(), 30);
    watch.add(0, u"a"_s, QString(), 500); // too young to be missing its outcome
    QCOMPARE(events(watch.lookAt(0)), QString());
    watch.add(-5, u"a"_s, QString(), 1);
    const QList<AlertChange> changes = watch.lookAt(5);
    QCOMPARE(events(changes), u"+"_s);
    QCOMPARE(changes.constFirst().alert.figure.ratio.numerator, 31);
    QCOMPARE(changes.constFirst().alert.figure.ratio.denominator, 10);
    watch.add(-5, u"a"_s, QString(), -20); // their outcomes came
    QCOMPARE(events(watch.lookAt(10)), u"-"_s);
}

/// The clock was two hours ahead at the last push, and is set right: silence counts from then, not from the moment that
/// the wrong clock told.
void TestAlertEngine::pushesTurnedAway()
{
    Watch watch({{.id = 2002, .watch = AlertWatch::TurnedAway, .windowMinutes = 10}});
    QCOMPARE(events(watch.lookAt(0)), QString());
    watch.turnedAway = 2; // a wrong token, another path
    watch.ingest.refused = 1;
    QCOMPARE(events(watch.lookAt(60)), u"+"_s);
    QCOMPARE(watch.engine.open().constFirst().figure.value, 3);
    QCOMPARE(events(watch.lookAt(540)), QString());
    QCOMPARE(events(watch.lookAt(780)), u"-"_s); // none in the last ten minutes
    watch.turnedAway = 3;
    QCOMPARE(events(watch.lookAt(840)), u"+"_s);
    QCOMPARE(watch.engine.open().constFirst().figure.value, 1);
}

void TestAlertEngine::aClockThatWasAheadMutesNothing()
{
    Watch watch({silenceRule()});
    FakeClocks time(Noon + 2 * HourMs);
    const PastMoment push = PastMoment::now(time.clocks());
    watch.lastPushAt = push.epochMs(time.clocks());
    QCOMPARE(events(watch.lookAt(2 * 3'600)), QString());
    time.move(-2 * HourMs);
    for (qint64 second = 0; second < 600; second += 60, time.pass(60'000)) {
        watch.lastPushAt = push.epochMs(time.clocks());
        QCOMPARE(events(watch.lookAt(second)), QString());
    }
    watch.lastPushAt = push.epochMs(time.clocks());
    const QList<AlertChange> changes = watch.lookAt(600);
    QCOMPARE(events(changes), u"+"_s);
    QCOMPARE(changes.constFirst().alert.figure.value, 10.0);
}

/// After a restart the only time of the last push may be one of the future: never more than "now".
void TestAlertEngine::aPushOfTheFutureIsNow()
{
    Watch watch({silenceRule()});
    watch.lastPushAt = Noon + 20LL * 365 * DayMs;
    const QList<AlertChange> changes = watch.lookAt(0);
    QCOMPARE(events(changes), QString());
    watch.lastPushAt = Noon - HourMs;
    for (qint64 second = 60; second < 600; second += 60)
        watch.lookAt(second);
    QCOMPARE(events(watch.lookAt(600)), u"+"_s);
}

/// Nothing arrived for three hours, then somebody sets the clock by an hour, a day, years: it is three hours still.
void TestAlertEngine::silenceKeepsItsAgeWhenTheClockIsSet()
{
    for (const qint64 jump : {HourMs, -HourMs, 2 * HourMs, -2 * HourMs, 91 * DayMs, -91 * DayMs, -7'300 * DayMs}) {
        Watch watch({silenceRule()});
        FakeClocks time(Noon);
        const PastMoment push = PastMoment::now(time.clocks());
        for (qint64 second = 0; second <= 3 * 3'600; second += 60, time.pass(60'000)) {
            watch.lastPushAt = push.epochMs(time.clocks());
            watch.lookAt(second);
        }
        time.move(jump);
        watch.lastPushAt = push.epochMs(time.clocks());
        watch.lookAt((time.wall() - Noon) / 1'000);
        QCOMPARE(watch.engine.open().size(), 1);
        QCOMPARE(watch.engine.open().constFirst().figure.value, 181.0);
    }
}

void TestAlertEngine::silenceInsideCallingHours()
{
    AlertRule rule = silenceRule();
    rule.hours = CallingHours({CallingRange{{5}, 12 * 60 - 5, 12 * 60 + 25}}); // Friday 11:55 to 12:25
    Watch watch({rule});
    watch.lastPushAt = Noon - HourMs;
    for (qint64 second = -900; second < 300; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString()); // before, and ten minutes after the beginning are not over
    const QList<AlertChange> changes = watch.lookAt(300);
    QCOMPARE(events(changes), u"+"_s);
    QCOMPARE(changes.constFirst().alert.figure.value, 10.0);
    watch.lastPushAt = Noon + 310'000;
    QCOMPARE(events(watch.lookAt(311)), u"-"_s);
    for (qint64 second = 330; second < 910; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString());
    QCOMPARE(events(watch.lookAt(911)), u"+"_s);
    for (qint64 second = 960; second < 1500; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString());
    QCOMPARE(events(watch.lookAt(1500)), u"-"_s); // calling hours are over
}

void TestAlertEngine::silenceOfATask()
{
    Watch watch({silenceRule(true)});
    watch.hours[u"a"_s] = CallingHours({CallingRange{{5}, 11 * 60, 20 * 60}});
    watch.hours[u"b"_s] = watch.hours[u"a"_s];
    watch.lastPushOf = {{u"a"_s, Noon}, {u"b"_s, Noon - 3 * HourMs}, {u"c"_s, Noon + 500'000}};
    for (qint64 second = 0; second < 600; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString());
    QCOMPARE(events(watch.lookAt(600)), u"+a"_s); // b did not call today, c called lately
}

void TestAlertEngine::silenceThatIsOlderThanTheBoard()
{
    AlertRule rule = silenceRule(true);
    Watch watch({rule});
    watch.engine.restore({Alert{.rule = rule,
                                .taskId = u"a"_s,
                                .raisedAt = Noon - 3 * HourMs,
                                .worst = {.known = true, .value = 10, .range = {Noon - 4 * HourMs, Noon}}}});
    QCOMPARE(events(watch.lookAt(0)), QString()); // nobody else remembers its last push
    QCOMPARE(watch.engine.open().constFirst().figure.value, 240.0);
    watch.lastPushOf[u"a"_s] = Noon + 1000;
    QCOMPARE(events(watch.lookAt(2)), u"-a"_s);
}

void TestAlertEngine::hoursOfTasksCountForAll()
{
    AlertRule rule = silenceRule();
    rule.hours = CallingHours({CallingRange{{1, 2, 3, 4, 5, 6, 7}, 0, 1440}});
    Watch watch({rule});
    watch.hours[u"a"_s] = CallingHours({CallingRange{{5}, 9 * 60, 11 * 60}});
    for (qint64 second = 0; second <= 1200; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString()); // the rule's own hours do not count any more
    watch.hours[u"b"_s] = CallingHours({CallingRange{{5}, 12 * 60, 18 * 60}});
    QCOMPARE(events(watch.lookAt(1210)), u"+"_s);
}

void TestAlertEngine::clockJumps()
{
    Watch watch({silenceRule()});
    watch.lookAt(0);
    QCOMPARE(events(watch.lookAt(3600)), QString()); // it slept for an hour: nobody watched
    for (qint64 second = 3660; second < 4200; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString());
    QCOMPARE(events(watch.lookAt(4200)), u"+"_s);
    QCOMPARE(events(watch.lookAt(-3600)), u"-"_s); // set back: the last push lies in the future
    watch.lastPushAt = 0;
    for (qint64 second = -3540; second < 0; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString()); // no push ever: nothing to miss
    AlertRule held = lineRule();
    held.holdSeconds = 60;
    Watch other({held});
    other.add(0, u"a"_s, u"28"_s, 50);
    QCOMPARE(events(other.lookAt(0)), QString());
    QCOMPARE(events(other.lookAt(300)), QString()); // a gap is not holding
    QCOMPARE(events(other.lookAt(360)), u"+a"_s);
}

/// A minute and a half that did not pass: neither the hold time nor the silence is over for it.
void TestAlertEngine::aClockThatIsSetHoldsNothing()
{
    AlertRule held = lineRule();
    held.holdSeconds = 60;
    Watch watch({held, silenceRule()});
    watch.add(0, u"a"_s, u"28"_s, 50);
    watch.lastPushAt = Noon - HourMs;
    watch.lookAt(0);
    QCOMPARE(events(watch.lookAfterSetting(90)), QString());
    QCOMPARE(events(watch.lookAt(149)), QString());
    QCOMPARE(events(watch.lookAt(150)), u"+a"_s);
    QCOMPARE(events(watch.lookAfterSetting(-90)), QString());
    for (qint64 second = 120; second < 600; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString()); // 60 s before it was set, and 540 s after
    QCOMPARE(events(watch.lookAt(600)), u"+"_s);
}

/// No call came while the computer slept: that is no finding. From calls of its own the rule judges as ever.
void TestAlertEngine::nobodyMissesCallsOfASleep()
{
    AlertRule few = lineRule(false);
    few.metric = Metric::Attempts;
    few.below = true;
    few.threshold = few.clearThreshold = 10;
    few.windowMinutes = 5;
    AlertRule fewer = few;
    fewer.id = 2005;
    fewer.watch = AlertWatch::RelativeDrop;
    fewer.below = false;
    fewer.threshold = fewer.clearThreshold = 0.5;
    fewer.leastCalls = 0;
    Watch watch({few, fewer});
    watch.yesterday[5] = tallyOfRate(u"a"_s, 50, 100);
    for (qint64 minute = -5; minute <= 0; ++minute)
        watch.add(minute, u"a"_s, u"0"_s, 60);
    QCOMPARE(events(watch.lookAt(0)), QString());
    for (qint64 second = 3600; second < 3600 + 240; second += 60)
        QCOMPARE(events(watch.lookAt(second)), QString()); // an hour's sleep is still in the window
    QCOMPARE(watch.lookAt(3600 + 240).size(), 1); // the drop, whose window has the minute in it that goes on
    QCOMPARE(watch.lookAt(3600 + 300).size(), 1);
}

void TestAlertEngine::receiverAndStore()
{
    const QList<AlertRule> ready = readyMadeRules();
    Watch watch({ready.at(4), ready.at(5)});
    watch.receiverTrouble = true;
    QCOMPARE(events(watch.lookAt(0)), QString());
    QCOMPARE(events(watch.lookAt(10)), u"+"_s);
    watch.receiverTrouble = false;
    watch.lookAt(11);
    QCOMPARE(events(watch.lookAt(21)), u"-"_s);
    watch.ingest.trouble = u"disk is full"_s;
    QCOMPARE(events(watch.lookAt(22)), u"+"_s);
    watch.ingest.trouble.clear();
    watch.ingest.freeDiskBytes = 1'500'000'000; // above the threshold, below the one that clears
    QCOMPARE(events(watch.lookAt(23)), QString());
    watch.ingest.freeDiskBytes = 9'000'000'000;
    QCOMPARE(events(watch.lookAt(24)), u"-"_s);
    watch.ingest.freeDiskBytes = 1'000'000'000;
    QCOMPARE(events(watch.lookAt(25)), u"+"_s);
}

void TestAlertEngine::boardLosesNothing()
{
    Watch watch({});
    watch.add(-130, u"old"_s, u"0"_s, 1);
    watch.add(-120, u"a"_s, u"0"_s, 2);
    watch.add(0, u"a"_s, u"28"_s, 3);
    watch.add(3, u"b"_s, u"28"_s, 4); // a clock that is ahead
    const TimeRange all{Noon - DayMs, Noon + DayMs};
    QCOMPARE(watch.board.tallies(all).value(u"a"_s).attempts, 5);
    QVERIFY(!watch.board.tallies(all).contains(u"old"_s));
    QCOMPARE(watch.board.tallies({Noon, Noon + MinuteMs}).value(u"a"_s).lineFaults, 3);
    QCOMPARE(watch.board.lastCalls().value(u"b"_s), Noon + 4 * MinuteMs);
    watch.board.slideTo(Noon + 10 * MinuteMs);
    QCOMPARE(totalOf(watch.board.tallies(all)).attempts, 7);
}

void TestAlertEngine::boardAsksAgainAfterAGap()
{
    AlertBoard board;
    CommitNotice notice;
    notice.commits = {CommitDelta{7, {}}};
    QVERIFY(board.apply(notice)); // nothing loaded yet
    board.load({{}, 5}, Noon, countPlainly);
    QVERIFY(!board.apply(notice));
    board.load({{}, 7}, Noon, countPlainly);
    QVERIFY(board.apply(notice)); // known already
}

void TestAlertEngine::textsOfRules()
{
    for (const AlertRule &rule : readyMadeRules()) {
        const auto read = ruleFromJson(ruleToJson(rule));
        QVERIFY(read);
        QCOMPARE(*read, rule);
    }
    for (const Metric metric : metricsAt(&MetricPlaces::alert)) {
        AlertRule rule = lineRule();
        rule.metric = metric;
        QCOMPARE(ruleFromJson(ruleToJson(rule))->metric, metric);
    }
    // As earlier versions wrote them.
    QCOMPARE(ruleFromJson(ruleToJson(lineRule()).replace("line_failure_rate"_L1, "line-failure-rate"_L1)), lineRule());
    QCOMPARE(ruleFromJson(u"{\"watch\":\"figure\",\"metric\":\"acd\",\"hours\":\"\"}"_s)->metric, Metric::Acd);
    Alert alert{.rule = lineRule()};
    for (const qint64 failures : {20, 60, 12})
        alert.follow({.known = true, .value = double(failures) / 100, .ratio = {failures, 100}, .calls = 100});
    QCOMPARE(alert.figure.ratio.numerator, 12);
    QCOMPARE(alert.worst.ratio.numerator, 60);
    Alert read;
    QVERIFY(readAlertDetail(alertDetailToJson(alert), &read));
    QCOMPARE(read, alert);
    alert.follow({}); // too few calls
    QCOMPARE(alert.shown(), alert.worst);
    QVERIFY(readAlertDetail(alertDetailToJson(alert), &read));
    QCOMPARE(read, alert);
    QJsonObject earlier = QJsonDocument::fromJson(alertDetailToJson(alert).toUtf8()).object();
    earlier.remove(u"now"_s); // as stored by earlier versions
    QVERIFY(readAlertDetail(QString::fromUtf8(QJsonDocument(earlier).toJson()), &read));
    QCOMPARE(read.figure, alert.worst);
    QCOMPARE(read.worst, alert.worst);
    QVERIFY(!readAlertDetail(u"{\"rule\":{\"watch\":\"moon\"}}"_s, &read));
    QVERIFY(!ruleFromJson(u"nothing"_s));
}

void TestAlertEngine::readyMadeRulesAreSane()
{
    QList<qint64> ids;
    for (const AlertRule &rule : readyMadeRules()) {
        QVERIFY(rule.id > 0 && rule.id < FirstOwnRule && !ids.contains(rule.id));
        QVERIFY(rule.windowMinutes >= 1 && rule.windowMinutes <= MostWindowMinutes);
        ids.append(rule.id);
    }
}

QTEST_GUILESS_MAIN(TestAlertEngine)
#include "test_alert_engine.moc"
