// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/schedule/schedule_runner.h"

#include "record/filter/call_choices.h"
#include "report/report_language.h"
#include "store/settings/meaning_table.h"
#include "store/settings/schedule_table.h"
#include "store/settings/settings_queries.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Minute = 60'000;
constexpr qint64 Day = 1'440 * Minute;

/// The writer's side of the history, which can be told to fail.
class FailingJournal : public ScheduleJournal
{
public:
    explicit FailingJournal(StoreWriter &writer)
        : m_writer(writer)
    { }
    void saveSchedule(const ReportSchedule &schedule, QObject *context,
                      std::function<void(qint64 id, const QString &error)> done) override
    {
        m_writer.saveSchedule(schedule, context, std::move(done));
    }
    void saveRun(const ReportRun &run, QObject *context, std::function<void(const QString &error)> done) override
    {
        if (!fails)
            return m_writer.saveRun(run, context, std::move(done));
        QMetaObject::invokeMethod(
            context, [done] { done(u"full"_s); }, Qt::QueuedConnection);
    }
    void audit(const QString &action, const QString &detail) override { m_writer.audit(action, detail); }

    bool fails = false;

private:
    StoreWriter &m_writer;
};

/// A report that is made until somebody cancels it.
ReportRun waitsForItsEnd(const ScheduledReport &report, Connection &, const QTimeZone &, const ReportProgress &progress,
                         const ReportCancelled &cancelled)
{
    progress(1, 100);
    const QDeadlineTimer patience(20'000);
    while (!cancelled() && !patience.hasExpired())
        QThread::yieldCurrentThread();
    ReportRun run = report.run;
    run.state = cancelled() ? RunState::Cancelled : RunState::Done;
    return run;
}

} // namespace

class TestScheduleRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void makesWhatIsDue();
    void holdsTheCallsOfItsFilter();
    void catchesUpAfterARestart();
    void failuresAreToldAndTriedAgain();
    void aFileInTheWay();
    void whatWasGoingIsInterruptedAndMadeAgain();
    void whatWasAskedByHandIsNotMadeAgain();
    void stopsAtOnce();
    void oneThatHangsIsEndedAndTheNextOneStarts();
    void aPersonCancels();
    void byHand();
    void noTwoRunsShareAFile();
    void aHistoryThatCannotBeWritten();
    void aDoneRunIsRememberedUntilItCanBeWritten();
    void personalColumnsAreKeptInStep();
    void unmaskedOnesAreAudited();
    void theScheduleHasItsLanguage();
    void tooManyMissedOnesAreTold();
    void aBeginningInTheFutureIsCorrected();
    void newSchedulesAreNoticed();

private:
    ReportSchedule daily(const QString &name = u"daily"_s) const;
    qint64 add(const ReportSchedule &schedule);
    void addCalls(int count, int first = 0, const QString &result = u"0"_s);
    void startRunner(bool waits = false);
    void addRun(const ReportRun &run);
    QList<ReportRun> history();
    template <class Result>
    Result ask(std::function<Result(Connection &)> question);
    QStringList files() const { return QDir(m_folder).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<FailingJournal> m_journal;
    std::unique_ptr<ReaderPool> m_readers;
    std::unique_ptr<ScheduleRunner> m_runner;
    QString m_folder;
    QStringList m_personal;
    const QTimeZone m_zone{"Asia/Shanghai"};
    qint64 m_seven = 0; ///< 07:00 of the day of Noon
    qint64 m_now = 0; ///< of the runner's clock
};

void TestScheduleRunner::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_fixture = std::make_unique<StoreFixture>();
    m_folder = m_fixture->path(u"reports"_s);
    QVERIFY(QDir().mkpath(m_folder));
    m_writer = std::make_unique<StoreWriter>(m_fixture->url());
    QString error;
    QVERIFY2(m_writer->startAndWait(&error), qPrintable(error));
    m_journal = std::make_unique<FailingJournal>(*m_writer);
    const QDate day = QDateTime::fromMSecsSinceEpoch(Noon, m_zone).date();
    m_seven = m_now = momentOf(day, 7 * 60, m_zone);
    m_personal.clear();
    startRunner();
}

/// Also ends the one before, as a restart does.
void TestScheduleRunner::startRunner(bool waits)
{
    m_runner.reset();
    m_readers = std::make_unique<ReaderPool>(m_fixture->url(), 1);
    ScheduleRunnerOptions options;
    options.clock = [this] { return m_now; };
    options.zone = m_zone;
    options.personalColumns = [this] { return m_personal; };
    if (waits)
        options.make = waitsForItsEnd;
    m_runner = std::make_unique<ScheduleRunner>(*m_readers, *m_journal, options);
}

void TestScheduleRunner::cleanup()
{
    m_runner.reset();
    m_writer.reset();
    m_readers.reset();
}

ReportSchedule TestScheduleRunner::daily(const QString &name) const
{
    return {.name = name, .format = u"csv"_s, .folder = m_folder, .activeFrom = m_seven - 1};
}

qint64 TestScheduleRunner::add(const ReportSchedule &schedule)
{
    qint64 added = 0;
    m_writer->saveSchedule(schedule, this, [&added](qint64 id, const QString &) { added = id; });
    return QTest::qWaitFor([&added] { return added > 0; }) ? added : 0;
}

void TestScheduleRunner::addRun(const ReportRun &run)
{
    bool added = false;
    m_writer->saveRun(run, this, [&added](const QString &) { added = true; });
    QVERIFY(QTest::qWaitFor([&added] { return added; }));
}

void TestScheduleRunner::addCalls(int count, int first, const QString &result)
{
    const auto sink = std::make_shared<CollectingSink>();
    const qint64 yesterday = m_seven - Day;
    for (int number = first; number < first + count; ++number) {
        TestCall call(number);
        call.set(u"task_result"_s, result);
        for (const QString &time : {u"time_dial"_s, u"time_ring"_s, u"time_answer"_s, u"time_hangup"_s})
            call.set(time, yesterday + number);
        Arrival arrival = arrivalOf(call.outbound(), yesterday);
        arrival.sink = sink;
        QVERIFY(m_writer->offer(std::move(arrival)));
    }
    QCOMPARE(sink->wait(count).size(), count);
}

template <class Result>
Result TestScheduleRunner::ask(std::function<Result(Connection &)> question)
{
    ReaderPool pool(m_fixture->url(), 1);
    std::optional<Result> answer;
    pool.ask<Result>(this, question, [&answer](const Result &result) { answer = result; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer : Result();
}

QList<ReportRun> TestScheduleRunner::history()
{
    return ask<QList<ReportRun>>([](Connection &connection) { return loadRuns(connection, 1'000); });
}

void TestScheduleRunner::makesWhatIsDue()
{
    addCalls(40);
    const qint64 id = add(daily());
    QSignalSpy started(m_runner.get(), &ScheduleRunner::runStarted);
    QSignalSpy ended(m_runner.get(), &ScheduleRunner::runEnded);
    m_now = m_seven + 1;
    m_runner->start();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    QCOMPARE(started.count(), 1);
    QCOMPARE(ended.count(), 1);
    const QList<ReportRun> runs = history();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0).scheduleId, id);
    QCOMPARE(runs.at(0).dueAt, m_seven);
    QCOMPARE(runs.at(0).attempt, 1);
    QCOMPARE(runs.at(0).rows, 40);
    QCOMPARE(runs.at(0).startedAt, m_now);
    QCOMPARE(runs.at(0).finishedAt, m_now);
    QCOMPARE(runs.at(0).message, QString());
    const QString day = QDateTime::fromMSecsSinceEpoch(m_seven - Day, m_zone).date().toString(Qt::ISODate);
    QCOMPARE(files(), QStringList{u"daily %1.csv"_s.arg(day)});
    QCOMPARE(runs.at(0).file, QDir(m_folder).filePath(files().at(0)));
    QFile file(runs.at(0).file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 41);
    // Nothing more until tomorrow.
    m_runner->checkDue();
    m_now += Day - 10;
    m_runner->checkDue();
    m_now = m_seven + Day;
    m_runner->checkDue();
    QTRY_COMPARE(history().size(), 2);
    QTRY_COMPARE(ended.count(), 2);
}

void TestScheduleRunner::holdsTheCallsOfItsFilter()
{
    addCalls(10);
    addCalls(30, 10, u"20"_s);
    CallFilter filter;
    filter.range = {m_seven - Day, m_seven};
    filter.choices = {choiceOfSuccess(ask<FigureRules>([this](Connection &c) { return loadRules(c, m_seven); }))};
    ReportSchedule schedule = daily();
    schedule.filter = reusableFilter(filter);
    add(schedule);
    m_runner->start();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    QCOMPARE(history().at(0).rows, 10);
}

void TestScheduleRunner::catchesUpAfterARestart()
{
    add(daily());
    m_now = m_seven + 1;
    m_runner->start();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    startRunner();
    m_now = m_seven + 3 * Day + Minute;
    QSignalSpy ended(m_runner.get(), &ScheduleRunner::runEnded);
    m_runner->start();
    QTRY_COMPARE(ended.count(), 3);
    QCOMPARE(ended.at(0).at(0).value<ReportRun>().dueAt, m_seven + Day);
    QCOMPARE(ended.at(2).at(0).value<ReportRun>().dueAt, m_seven + 3 * Day);
    QCOMPARE(files().size(), 4);
}

void TestScheduleRunner::failuresAreToldAndTriedAgain()
{
    ReportSchedule schedule = daily();
    schedule.folder = m_fixture->path(u"stick"_s);
    add(schedule);
    m_runner->start();
    QTRY_COMPARE(history().value(0).state, RunState::Failed);
    QVERIFY2(history().at(0).message.contains(u"stick"_s), qPrintable(history().at(0).message));
    QVERIFY(QDir().mkpath(schedule.folder));
    m_now += RetryAfterMs;
    m_runner->checkDue();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    QCOMPARE(history().size(), 2);
    QCOMPARE(history().at(0).attempt, 2);
    QCOMPARE(QDir(schedule.folder).entryList(QDir::Files).size(), 1);
}

void TestScheduleRunner::aFileInTheWay()
{
    ReportSchedule schedule = daily(u"file"_s);
    schedule.folder = m_fixture->path(u"calls.db"_s);
    add(schedule);
    schedule = daily(u"link"_s);
    schedule.fileName = u"linked"_s;
    QVERIFY(QFile::link(m_fixture->path(u"elsewhere"_s), m_folder + u"/linked.csv"_s));
    add(schedule);
    schedule = daily(u"unknown"_s);
    schedule.report = u"horoscope"_s;
    add(schedule);
    m_runner->start();
    QTRY_COMPARE(history().size(), 3);
    QTRY_VERIFY(history().value(0).state == RunState::Failed);
    for (const ReportRun &run : history()) {
        QCOMPARE(run.state, RunState::Failed);
        QVERIFY2(run.message.endsWith(u'.') && run.message.size() > 20, qPrintable(run.message));
    }
    QVERIFY(!QFile::exists(m_fixture->path(u"elsewhere"_s)));
}

void TestScheduleRunner::whatWasGoingIsInterruptedAndMadeAgain()
{
    const qint64 id = add(daily());
    const ReportRun going{.scheduleId = id, .dueAt = m_seven, .startedAt = m_seven, .scheduleName = u"daily"_s};
    addRun(going);
    m_now = m_seven + Minute;
    m_runner->start();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    QCOMPARE(history().size(), 2);
    QCOMPARE(history().at(0).attempt, 2);
    QCOMPARE(history().at(1).state, RunState::Interrupted);
    QCOMPARE(history().at(1).finishedAt, m_now);
    QVERIFY(!history().at(1).message.isEmpty());
}

void TestScheduleRunner::whatWasAskedByHandIsNotMadeAgain()
{
    ReportSchedule schedule = daily();
    schedule.activeFrom = m_seven;
    const qint64 id = add(schedule);
    addRun({.scheduleId = id, .dueAt = m_seven + 1, .attempt = 0, .startedAt = m_seven + 1});
    m_now = m_seven + Minute;
    m_runner->start();
    QTRY_COMPARE(history().value(0).state, RunState::Interrupted);
    m_now = m_seven + Day;
    m_runner->checkDue();
    QTRY_COMPARE(history().size(), 2);
    QCOMPARE(history().at(0).dueAt, m_seven + Day);
}

void TestScheduleRunner::stopsAtOnce()
{
    add(daily());
    startRunner(true);
    QSignalSpy progressed(m_runner.get(), &ScheduleRunner::runProgressed);
    m_runner->start();
    QTRY_COMPARE(progressed.count(), 1);
    QVERIFY(m_runner->current());
    m_runner->stop();
    QVERIFY(!m_runner->current());
    m_readers.reset(); // waits for the thread, which only ends when it was told
    QTRY_COMPARE(history().value(0).state, RunState::Interrupted);
    startRunner();
    m_runner->start();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    QCOMPARE(history().at(0).attempt, 2);
}

void TestScheduleRunner::oneThatHangsIsEndedAndTheNextOneStarts()
{
    add(daily(u"hangs"_s));
    add(daily(u"next"_s));
    QSemaphore held;
    m_readers = std::make_unique<ReaderPool>(m_fixture->url(), ScheduleThreads);
    ScheduleRunnerOptions options;
    options.clock = [this] { return m_now; };
    options.zone = m_zone;
    options.longestRunMs = 50;
    options.make = [&held](const ScheduledReport &report, Connection &connection, const QTimeZone &zone,
                           const ReportProgress &progress, const ReportCancelled &cancelled) {
        if (report.schedule.name == "hangs"_L1)
            held.acquire(); // does not look whether it was cancelled
        return makeScheduledReport(report, connection, zone, progress, cancelled);
    };
    m_runner = std::make_unique<ScheduleRunner>(*m_readers, *m_journal, options);
    m_runner->start();
    const auto stateOf = [this](const QString &name) {
        for (const ReportRun &run : history()) {
            if (run.scheduleName == name)
                return run.state;
        }
        return RunState::Running;
    };
    QTRY_COMPARE(stateOf(u"next"_s), RunState::Done);
    QCOMPARE(stateOf(u"hangs"_s), RunState::Failed);
    for (const ReportRun &run : history()) {
        QVERIFY2(run.scheduleName != "hangs"_L1 || run.message.contains(u"was ended"_s), qPrintable(run.message));
    }
    QCOMPARE(files().size(), 1);
    m_runner->stop();
    held.release(10);
    m_readers.reset(); // it comes back now, and must not write its file any more
    QCOMPARE(files().size(), 1);
}

void TestScheduleRunner::aPersonCancels()
{
    add(daily());
    startRunner(true);
    connect(m_runner.get(), &ScheduleRunner::runProgressed, m_runner.get(), &ScheduleRunner::cancelRun);
    m_runner->start();
    QTRY_COMPARE(history().value(0).state, RunState::Cancelled);
    QVERIFY(!m_runner->current());
    startRunner();
    m_now = m_seven + Day;
    m_runner->start();
    QTRY_COMPARE(history().value(0).dueAt, m_seven + Day);
    QCOMPARE(history().size(), 2);
}

void TestScheduleRunner::byHand()
{
    ReportSchedule schedule = daily();
    schedule.enabled = false;
    schedule.period = SchedulePeriod::TodaySoFar;
    const qint64 id = add(schedule);
    m_now = m_seven + 3 * Minute;
    m_runner->start();
    m_runner->runNow(id);
    m_runner->runNow(id + 7); // there is none
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    QVERIFY(history().at(0).isByHand());
    QCOMPARE(history().at(0).range.to, m_now);
    m_now += 1;
    m_runner->runNow(id);
    QTRY_COMPARE(history().size(), 2);
    QTRY_COMPARE(history().at(0).state, RunState::Done);
    QCOMPARE(files().size(), 2);
}

/// Two schedules whose names hold no day, and three days of each; what is made again replaces its own file.
void TestScheduleRunner::noTwoRunsShareAFile()
{
    for (const QString &name : {u"one"_s, u"two"_s}) {
        ReportSchedule schedule = daily(name);
        schedule.fileName = name == "one"_L1 ? u"calls"_s : u"CALLS"_s;
        schedule.activeFrom = m_seven - 2 * Day - 1;
        add(schedule);
    }
    m_now = m_seven + 1;
    m_runner->start();
    QTRY_COMPARE(history().size(), 6);
    QTRY_VERIFY(!history().isEmpty() && history().at(0).state == RunState::Done);
    QSet<QString> names;
    for (const QString &file : files())
        names.insert(file.toLower());
    QCOMPARE(names.size(), 6);
    QVERIFY(names.contains(u"calls.csv"_s));
}

void TestScheduleRunner::aHistoryThatCannotBeWritten()
{
    add(daily());
    m_journal->fails = true;
    QSignalSpy troubled(m_runner.get(), &ScheduleRunner::troubled);
    m_runner->start();
    QTRY_COMPARE(troubled.count(), 1);
    QVERIFY(troubled.at(0).at(0).toString().contains(u"full"_s));
    QVERIFY(files().isEmpty());
    m_journal->fails = false;
    m_runner->checkDue();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
}

void TestScheduleRunner::aDoneRunIsRememberedUntilItCanBeWritten()
{
    add(daily());
    connect(m_runner.get(), &ScheduleRunner::runStarted, this, [this] { m_journal->fails = true; });
    QSignalSpy troubled(m_runner.get(), &ScheduleRunner::troubled);
    QSignalSpy ended(m_runner.get(), &ScheduleRunner::runEnded);
    m_runner->start();
    QTRY_COMPARE(troubled.count(), 1);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(history().value(0).state, RunState::Running);
    m_journal->fails = false;
    m_runner->checkDue();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    QCOMPARE(history().size(), 1);
}

void TestScheduleRunner::personalColumnsAreKeptInStep()
{
    ReportSchedule schedule = daily();
    schedule.personalColumns = QStringList{u"姓名"_s};
    schedule.enabled = false;
    add(schedule);
    m_personal = QStringList{u"地址"_s, u"姓名"_s};
    m_runner->start();
    const auto columns = [this] {
        return ask<QStringList>(
            [](Connection &connection) { return loadSchedules(connection).value(0).personalColumns; });
    };
    QTRY_COMPARE(columns(), (QStringList{u"姓名"_s, u"地址"_s}));
}

void TestScheduleRunner::unmaskedOnesAreAudited()
{
    addCalls(3);
    ReportSchedule schedule = daily();
    schedule.revealed = true;
    schedule.fileName = u"whole"_s;
    add(schedule);
    schedule.revealed = false;
    schedule.fileName = u"covered"_s;
    add(schedule);
    m_runner->start();
    QTRY_COMPARE(files().size(), 2);
    QTRY_COMPARE(history().value(0).state, RunState::Done);
    const auto audit = ask<QList<AuditEntry>>([](Connection &connection) { return loadAuditPage(connection, 0, 10); });
    QCOMPARE(audit.size(), 1);
    QCOMPARE(audit.at(0).action, u"export unmasked"_s);
    QVERIFY(audit.at(0).detail.startsWith(u"whole.csv ("_s)); // and who
    const auto contentOf = [this](const QString &name) {
        QFile file(m_folder + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(contentOf(u"covered.csv"_s).contains("****"));
    QVERIFY(!contentOf(u"whole.csv"_s).contains("****"));
}

void TestScheduleRunner::theScheduleHasItsLanguage()
{
    const LanguageSwitch languages;
    ReportSchedule schedule = daily();
    schedule.fileName = u"{report}"_s;
    schedule.language = u"en"_s;
    add(schedule);
    schedule.language = u"zh_CN"_s;
    add(schedule);
    m_runner->start();
    QTRY_COMPARE(files().size(), 2);
}

void TestScheduleRunner::tooManyMissedOnesAreTold()
{
    ReportSchedule schedule = daily();
    schedule.activeFrom = m_seven - 100 * Day;
    add(schedule);
    m_runner->start();
    QTRY_COMPARE(files().size(), MostMissedRuns);
    QTRY_COMPARE(history().size(), MostMissedRuns + 1);
    QCOMPARE(history().constLast().state, RunState::Skipped);
    QCOMPARE(history().constLast().rows, 100 - MostMissedRuns);
}

void TestScheduleRunner::aBeginningInTheFutureIsCorrected()
{
    ReportSchedule schedule = daily();
    schedule.activeFrom = m_seven + 400 * Day;
    add(schedule);
    m_runner->start();
    const auto beginning = [this] {
        return ask<qint64>([](Connection &connection) { return loadSchedules(connection).value(0).activeFrom; });
    };
    QTRY_COMPARE(beginning(), m_seven);
    m_now = m_seven + Day;
    m_runner->checkDue();
    QTRY_COMPARE(history().value(0).state, RunState::Done);
}

void TestScheduleRunner::newSchedulesAreNoticed()
{
    connect(m_writer.get(), &StoreWriter::schedulesChanged, m_runner.get(), &ScheduleRunner::checkDue);
    m_runner->start();
    add(daily());
    QTRY_COMPARE(history().value(0).state, RunState::Done);
}

QTEST_GUILESS_MAIN(TestScheduleRunner)
#include "test_schedule_runner.moc"
