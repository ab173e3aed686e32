// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/runner/alert_runner.h"

#include "live/runner/alert_rows.h"
#include "record/figures/figures.h"
#include "store/database/connection.h"
#include "store/read/queries.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"
#include "tests/store/fake_clocks.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimer>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; ///< ms; only ever reached when something is broken
constexpr qint64 ProbeRule = 1'999;

AlertRule lineRule()
{
    return {.id = 1'001,
            .metric = Metric::LineFailureRate,
            .eachTask = true,
            .threshold = 0.15,
            .clearThreshold = 0.10,
            .leastCalls = 10};
}

AlertRule silenceRule(double minutes = 10)
{
    return {.id = 1'002, .watch = AlertWatch::NoPushes, .threshold = minutes, .clearThreshold = minutes};
}

/// Raised while the receiver does not listen, at once: shows that rules are judged.
AlertRule probeRule()
{
    return {.id = ProbeRule, .watch = AlertWatch::Receiver};
}

/// One program over a store: its writer, its runner, and what the runner said.
class Program
{
public:
    Program(const StoreUrl &url, const FakeClocks &time)
        : m_time(time)
        , writer(url, WriterOptions{.noticeIntervalMs = 10, .clocks = time.clocks()})
        , readers(url, 1)
        , runner(readers, writer,
                 {.isReceiving = [this] { return isReceiving; },
                  .clocks = time.clocks(),
                  .zone = QTimeZone("Asia/Shanghai")})
    {
        QObject::connect(&runner, &AlertRunner::alertChanged, &runner,
                         [this](const AlertChange &change) { changes.append(change); });
        QString error;
        if (!writer.startAndWait(&error))
            qFatal("%s", qPrintable(error));
    }

    /// Starts the runner, and returns when it has judged once.
    bool start()
    {
        isReceiving = false;
        runner.start();
        if (!waitFor(u"+1999"_s))
            return false;
        isReceiving = true;
        runner.evaluate();
        const bool isReady = waitFor(u"-1999"_s);
        changes.removeIf([](const AlertChange &change) { return change.alert.rule.id == ProbeRule; });
        return isReady;
    }

    /// Waits until the last change is that one: + raised, - cleared, the rule's id.
    bool waitFor(const QString &event)
    {
        return QTest::qWaitFor([&] { return events().endsWith(event); }, Patience);
    }

    QString events() const
    {
        QString text;
        for (const AlertChange &change : changes)
            text += (change.event == AlertEvent::Raised ? u'+' : u'-') + QString::number(change.alert.rule.id);
        return text;
    }

    /// Stores calls that ended a minute ago, and waits until the runner has them.
    bool push(int count, const QString &result, const QString &task = u"7"_s)
    {
        QObject heard;
        qint64 accepted = 0;
        QObject::connect(&writer, &StoreWriter::committed, &heard,
                         [&accepted](const CommitNotice &notice) { accepted += notice.accepted; });
        const auto sink = std::make_shared<CollectingSink>();
        const qint64 hangup = m_time.wall() - 60'000;
        for (int i = 0; i < count; ++i) {
            TestCall call(m_calls++, task);
            call.set(u"time_dial"_s, hangup - 20'000);
            call.set(u"time_ring"_s, 0);
            call.set(u"time_answer"_s, 0);
            call.set(u"time_hangup"_s, hangup);
            call.set(u"task_result"_s, result);
            Arrival arrival = arrivalOf(call.outbound(), m_time.wall());
            arrival.sink = sink;
            if (!writer.offer(std::move(arrival)))
                return false;
        }
        return sink->wait(count).size() == count && QTest::qWaitFor([&] { return accepted == count; }, Patience);
    }

    /// Time goes by, with an evaluation every three seconds.
    void pass(qint64 ms)
    {
        for (qint64 passed = 0; passed < ms; passed += 3'000) {
            m_time.pass(std::min<qint64>(3'000, ms - passed));
            runner.evaluate();
        }
    }

    bool store(const QList<AlertRule> &rules)
    {
        for (const AlertRule &rule : rules)
            writer.saveAlertRule({rule.id, ruleToJson(rule)});
        bool stored = false;
        writer.saveAlerts({}, &runner, [&stored](const QString &) { stored = true; });
        return QTest::qWaitFor([&] { return stored; }, Patience);
    }

private:
    FakeClocks m_time;
    int m_calls = 0;

public:
    StoreWriter writer;
    ReaderPool readers;
    AlertRunner runner;
    QList<AlertChange> changes;
    bool isReceiving = true;
};

QList<AlertRow> storedAlerts(const StoreUrl &url)
{
    Connection connection(url, Access::Read);
    return loadAlerts(connection, 100);
}

AlertRow storedAlert(const StoreUrl &url, qint64 ruleId)
{
    const QList<AlertRow> rows = storedAlerts(url);
    const auto found =
        std::find_if(rows.begin(), rows.end(), [ruleId](const AlertRow &r) { return r.ruleId == ruleId; });
    return found == rows.end() ? AlertRow() : *found;
}

} // namespace

class TestAlertRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void shippedRulesAreJudged();
    void storedRulesTakeTheirPlace();
    void raisedAndClearedAreStored();
    void changedRulesCountAtOnce();
    void acknowledgedOnesAreStored();
    void silence();
    void aSleepIsNoSilence();
    void messagesThatWaitedComeFirst();
    void everyLateEvaluationJudgesNowAndThen();
    void aClockThatIsSetRaisesNothing();
    void openOnesGoOn();
    void openOnesOfARuleThatIsOffAreCleared();
    void decisionsAreFollowed();
    void aStoreThatCannotBeWritten();
    void aStoreThatCannotBeReadYet();
    void stoppedJudgesNothing();

private:
    std::unique_ptr<StoreFixture> m_fixture;
    FakeClocks m_time{Noon};
    StoreUrl url() const { return m_fixture->url(); }
};

void TestAlertRunner::init()
{
    m_fixture = std::make_unique<StoreFixture>();
}

/// Nothing is stored: the rules that come with the program count.
void TestAlertRunner::shippedRulesAreJudged()
{
    Program program(url(), m_time);
    program.runner.start();
    QTRY_VERIFY_WITH_TIMEOUT(program.runner.isLoaded(), Patience);
    QCOMPARE(program.runner.rules(), readyMadeRules());
    QVERIFY(program.push(60, u"26"_s));
    QVERIFY(program.waitFor(u"+2"_s));
    QCOMPARE(program.changes.constLast().alert.taskId, u"7"_s);
    QTRY_VERIFY_WITH_TIMEOUT(storedAlert(url(), 2).raisedAt != 0, Patience);
}

void TestAlertRunner::storedRulesTakeTheirPlace()
{
    AlertRule off = readyMadeRules().at(1);
    off.enabled = false;
    Program program(url(), m_time);
    program.writer.saveAlertRule({1'005, u"{\"watch\":\"weather\"}"_s});
    QVERIFY(program.store({off, lineRule(), probeRule()}));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"An alert rule in the store can't be read.* 1005"_s));
    QVERIFY(program.start());
    QCOMPARE(program.runner.rules().size(), readyMadeRules().size() + 2);
    QVERIFY(program.push(60, u"26"_s));
    QVERIFY(program.waitFor(u"+1001"_s));
    QCOMPARE(program.events(), u"+1001"_s);
}

void TestAlertRunner::raisedAndClearedAreStored()
{
    Program program(url(), m_time);
    QVERIFY(program.store({lineRule(), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(10, u"26"_s));
    QVERIFY(program.waitFor(u"+1001"_s));
    QTRY_COMPARE_WITH_TIMEOUT(storedAlert(url(), 1'001).raisedAt, m_time.wall(), Patience);
    QCOMPARE(storedAlert(url(), 1'001).clearedAt, 0);
    QCOMPARE(storedAlert(url(), 1'001).taskId, u"7"_s);
    program.pass(3'000);
    QVERIFY(program.push(200, u"5"_s));
    QVERIFY(program.waitFor(u"-1001"_s));
    QTRY_COMPARE_WITH_TIMEOUT(storedAlert(url(), 1'001).clearedAt, m_time.wall(), Patience);
    QVERIFY(program.runner.open().isEmpty());
}

/// Neither a second nor a push has to go by.
void TestAlertRunner::changedRulesCountAtOnce()
{
    Program program(url(), m_time);
    QVERIFY(program.store({probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(20, u"26"_s));
    program.runner.findChild<QTimer *>(u"alertEvaluation"_s)->stop();
    QList<AlertRule> rules = program.runner.rules();
    rules.append(lineRule());
    program.runner.setRules(rules);
    QVERIFY(program.waitFor(u"+1001"_s));
    rules.last().enabled = false;
    program.runner.setRules(rules);
    QCOMPARE(program.events(), u"+1001-1001"_s);
}

void TestAlertRunner::acknowledgedOnesAreStored()
{
    Program program(url(), m_time);
    QVERIFY(program.store({lineRule(), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(20, u"26"_s));
    QVERIFY(program.waitFor(u"+1001"_s));
    m_time.pass(1'000);
    program.runner.acknowledge({1'001, u"8"_s}); // there is none
    program.runner.acknowledge({1'001, u"7"_s});
    QTRY_COMPARE_WITH_TIMEOUT(storedAlert(url(), 1'001).acknowledgedAt, m_time.wall(), Patience);
    QCOMPARE(program.runner.open().size(), 1);
}

void TestAlertRunner::silence()
{
    Program program(url(), m_time);
    QVERIFY(program.store({silenceRule(), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(1, u"5"_s));
    const qint64 pushedAt = m_time.wall();
    program.pass(10 * MinuteMs - 3'000);
    QCOMPARE(program.events(), QString());
    program.pass(3'000);
    QCOMPARE(program.events(), u"+1002"_s);
    QCOMPARE(program.changes.constLast().alert.figure.range.from, pushedAt);
    QVERIFY(program.push(1, u"5"_s));
    QVERIFY(program.waitFor(u"-1002"_s));
}

/// An hour in which the computer slept, or the process was stopped: nobody knows what the platform did.
void TestAlertRunner::aSleepIsNoSilence()
{
    Program program(url(), m_time);
    QVERIFY(program.store({silenceRule(), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(1, u"5"_s));
    m_time.pass(HourMs);
    program.runner.evaluate();
    program.pass(9 * MinuteMs);
    QCOMPARE(program.events(), QString());
    program.pass(2 * MinuteMs);
    QCOMPARE(program.events(), u"+1002"_s);
}

/// A minute's stop is too short to start over, but what waited in the network meanwhile is no silence.
void TestAlertRunner::messagesThatWaitedComeFirst()
{
    Program program(url(), m_time);
    QVERIFY(program.store({silenceRule(1), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(1, u"5"_s));
    program.pass(30'000);
    m_time.pass(MinuteMs);
    program.runner.evaluate();
    program.pass(6'000);
    QCOMPARE(program.events(), QString());
    QVERIFY(program.push(1, u"5"_s));
    program.pass(30'000);
    QCOMPARE(program.events(), QString());
    program.pass(30'000); // and when nothing waited
    QCOMPARE(program.events(), u"+1002"_s);
}

/// A computer that is too busy for an evaluation a second still has alerts.
void TestAlertRunner::everyLateEvaluationJudgesNowAndThen()
{
    Program program(url(), m_time);
    QVERIFY(program.store({silenceRule(1), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(1, u"5"_s));
    for (int i = 0; i < 10; ++i) {
        m_time.pass(9'000);
        program.runner.evaluate();
    }
    QCOMPARE(program.events(), u"+1002"_s);
}

void TestAlertRunner::aClockThatIsSetRaisesNothing()
{
    for (const qint64 jump : {HourMs, -HourMs, DayMs, -DayMs, 200 * DayMs}) {
        init();
        Program program(url(), m_time);
        AlertRule held = lineRule();
        held.holdSeconds = 3'000;
        QVERIFY(program.store({silenceRule(), held, probeRule()}));
        QVERIFY(program.start());
        QVERIFY(program.push(20, u"26"_s));
        program.pass(MinuteMs);
        m_time.move(jump);
        program.pass(MinuteMs);
        QCOMPARE(program.events(), QString());
        m_time.move(-jump);
    }
}

/// An alert that an earlier program raised, however it ended, is neither raised again nor forgotten.
void TestAlertRunner::openOnesGoOn()
{
    qint64 raisedAt = 0;
    {
        Program before(url(), m_time);
        QVERIFY(before.store({lineRule(), silenceRule(), probeRule()}));
        QVERIFY(before.start());
        QVERIFY(before.push(20, u"26"_s));
        QVERIFY(before.waitFor(u"+1001"_s));
        before.pass(10 * MinuteMs);
        QVERIFY(before.waitFor(u"+1002"_s));
        raisedAt = before.changes.constFirst().alert.raisedAt;
        QTRY_COMPARE_WITH_TIMEOUT(storedAlert(url(), 1'002).raisedAt, before.changes.constLast().alert.raisedAt,
                                  Patience);
    }
    for (int start = 0; start < 2; ++start) {
        m_time.pass(20'000);
        Program after(url(), m_time);
        QVERIFY(after.start());
        after.pass(20'000);
        QCOMPARE(after.events(), QString());
        QCOMPARE(after.runner.open().size(), 2);
        QCOMPARE(after.runner.open().constLast().raisedAt, raisedAt);
    }
    Program last(url(), m_time);
    QVERIFY(last.start());
    last.pass(10 * MinuteMs); // the failures have left the window
    QCOMPARE(last.events(), u"-1001"_s);
    QTRY_VERIFY_WITH_TIMEOUT(storedAlert(url(), 1'001).clearedAt != 0, Patience);
    const QList<AlertRow> rows = storedAlerts(url());
    QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const AlertRow &row) { return row.ruleId != ProbeRule; }), 2);
}

void TestAlertRunner::openOnesOfARuleThatIsOffAreCleared()
{
    Program program(url(), m_time);
    AlertRule off = lineRule();
    off.enabled = false;
    program.writer.saveAlerts({rowOf({.rule = lineRule(), .taskId = u"7"_s, .raisedAt = Noon - 5})}, nullptr, {});
    QVERIFY(program.store({off, probeRule()}));
    QVERIFY(program.start());
    QCOMPARE(program.events(), u"-1001"_s);
    QTRY_VERIFY_WITH_TIMEOUT(storedAlert(url(), 1'001).clearedAt != 0, Patience);
}

/// What a code means is changed by a person, in the window or elsewhere: the calls are counted again.
void TestAlertRunner::decisionsAreFollowed()
{
    Program program(url(), m_time);
    QVERIFY(program.store({lineRule(), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(20, u"33"_s));
    program.pass(3'000);
    QCOMPARE(program.events(), QString());
    ResultMeaning meaning;
    meaning.code = u"33"_s;
    meaning.outcomeClass = OutcomeClass::LineFault;
    meaning.flags = ResultFlag::LineFault;
    program.writer.setMeaning(meaning);
    QVERIFY(program.waitFor(u"+1001"_s));
}

void TestAlertRunner::aStoreThatCannotBeWritten()
{
    Program program(url(), m_time);
    QVERIFY(program.store({lineRule(), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(20, u"26"_s));
    QVERIFY(program.waitFor(u"+1001"_s));
    QTRY_VERIFY_WITH_TIMEOUT(storedAlert(url(), 1'001).raisedAt != 0, Patience);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Alerts could not be stored, which is tried again"_s));
    int tries = 0;
    QObject heard;
    QObject::connect(&program.writer, &StoreWriter::writableChanged, &heard, [&tries](bool) { ++tries; });
    {
        Connection other(url(), Access::Write);
        other.execute(u"BEGIN IMMEDIATE"_s);
        program.runner.acknowledge({1'001, u"7"_s});
        QTRY_VERIFY_WITH_TIMEOUT(tries > 0, Patience);
        QCOMPARE(storedAlert(url(), 1'001).acknowledgedAt, 0);
        other.execute(u"ROLLBACK"_s);
    }
    QTRY_VERIFY_WITH_TIMEOUT(storedAlert(url(), 1'001).acknowledgedAt != 0, Patience);
}

void TestAlertRunner::aStoreThatCannotBeReadYet()
{
    Program program(url(), m_time);
    const StoreUrl later = StoreUrl::ofFile(m_fixture->path(u"later.db"_s));
    ReaderPool readers(later, 1);
    AlertRunner runner(readers, program.writer);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be read, which is tried again"_s));
    runner.start();
    auto *retry = runner.findChild<QTimer *>(u"alertRetry"_s);
    QVERIFY(retry);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isActive(), Patience);
    QVERIFY(!runner.isLoaded());
    StoreWriter writer(later); // now there is a store
    QVERIFY(writer.startAndWait(nullptr));
    retry->start(0); // a minute has gone by
    QTRY_VERIFY_WITH_TIMEOUT(runner.isLoaded(), Patience);
    QVERIFY(!retry->isActive());
}

void TestAlertRunner::stoppedJudgesNothing()
{
    Program program(url(), m_time);
    QVERIFY(program.store({lineRule(), probeRule()}));
    QVERIFY(program.start());
    QVERIFY(program.push(20, u"26"_s));
    QVERIFY(program.waitFor(u"+1001"_s));
    program.runner.acknowledge({1'001, u"7"_s});
    program.runner.stop(); // at once: what was not written yet goes to the writer
    QVERIFY(program.push(400, u"5"_s));
    program.pass(3'000);
    QCOMPARE(program.events(), u"+1001"_s);
    program.writer.stop();
    QVERIFY(storedAlert(url(), 1'001).acknowledgedAt != 0);
    QCOMPARE(storedAlert(url(), 1'001).clearedAt, 0);
}

QTEST_GUILESS_MAIN(TestAlertRunner)
#include "test_alert_runner.moc"
