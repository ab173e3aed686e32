// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/schedule/schedule_runner.h"

#include "store/settings/schedule_table.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressMs = 200;

ScheduleRunnerOptions completed(ScheduleRunnerOptions options)
{
    if (!options.clock)
        options.clock = [] { return QDateTime::currentMSecsSinceEpoch(); };
    if (!options.personalColumns)
        options.personalColumns = [] { return QStringList(); };
    if (!options.make)
        options.make = makeScheduledReport;
    return options;
}

/// What a look brings: one that a person asked for comes before those that are due.
ScheduleAgenda lookInto(Connection &connection, const QList<qint64> &byHand, const QStringList &personalColumns,
                        qint64 now, const QTimeZone &zone)
{
    ScheduleAgenda agenda = loadAgenda(connection, personalColumns, now, zone);
    if (!byHand.isEmpty()) {
        if (const auto report = loadReportByHand(connection, byHand.constFirst(), now, zone))
            agenda.due.prepend(*report);
    }
    return agenda;
}

/// Carries progress from the pool's thread to the runner's, some times a second. By way of the pool, which outlives its
/// threads; the runner may be gone by then.
ReportProgress toldTo(ScheduleRunner &runner, ReaderPool &readers, const std::shared_ptr<std::atomic<bool>> &cancelled)
{
    const auto sinceTold = std::make_shared<QElapsedTimer>();
    return [runner = QPointer(&runner), &readers, cancelled, sinceTold](qint64 rows, qint64 total) {
        if (sinceTold->isValid() && sinceTold->elapsed() < ProgressMs && rows < total)
            return;
        sinceTold->start();
        const auto tell = [=] {
            if (runner && !*cancelled)
                Q_EMIT runner->runProgressed(rows, total);
        };
        QMetaObject::invokeMethod(&readers, tell, Qt::QueuedConnection);
    };
}

} // namespace

ScheduleRunner::ScheduleRunner(ReaderPool &readers, ScheduleJournal &journal, ScheduleRunnerOptions options,
                               QObject *parent)
    : QObject(parent)
    , m_readers(readers)
    , m_journal(journal)
    , m_options(completed(std::move(options)))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScheduleRunner::checkDue);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ScheduleRunner::endOverdue);
}

ScheduleRunner::~ScheduleRunner()
{
    stop();
}

void ScheduleRunner::start()
{
    if (m_started)
        return;
    m_started = m_busy = true;
    m_readers.ask<QList<ReportRun>>(
        this, [](Connection &connection) { return loadUnfinishedRuns(connection); },
        [this](const QList<ReportRun> &runs) { takeInterrupted(runs); },
        [this](const QString &error) {
            // What was going must be known before anything is begun: everything is tried again.
            m_started = false;
            sayTrouble(error);
            QTimer::singleShot(m_options.longestSleepMs, this, &ScheduleRunner::start);
        });
}

void ScheduleRunner::stop()
{
    if (!m_started)
        return;
    endEarly(RunState::Interrupted,
             tr("Callboard was closed while the report was made. An older file of that name is unchanged."));
    m_started = false;
    m_timer.stop();
}

void ScheduleRunner::takeInterrupted(const QList<ReportRun> &runs)
{
    QList<ReportRun> interrupted = runs;
    for (ReportRun &run : interrupted) {
        run.state = RunState::Interrupted;
        run.finishedAt = now();
        run.message = tr("Callboard ended before the report was complete. An older file of that name is unchanged.");
    }
    save(interrupted);
}

void ScheduleRunner::checkDue()
{
    if (!m_started)
        return;
    m_wanted = m_busy;
    if (m_busy)
        return;
    m_busy = true;
    m_timer.stop();
    if (!m_unsaved.isEmpty())
        return save(std::exchange(m_unsaved, {}));
    const QList<qint64> byHand = m_byHand;
    const QStringList personal = m_options.personalColumns();
    m_readers.ask<ScheduleAgenda>(
        this,
        [=, now = now(), zone = m_options.zone](Connection &connection) {
            return lookInto(connection, byHand, personal, now, zone);
        },
        [this, asked = !byHand.isEmpty()](const ScheduleAgenda &agenda) {
            if (asked)
                m_byHand.removeFirst();
            take(agenda);
        },
        [this](const QString &error) {
            sayTrouble(error);
            rest({});
        });
}

void ScheduleRunner::take(const ScheduleAgenda &agenda)
{
    if (!m_started)
        return;
    for (const ReportSchedule &schedule : agenda.corrected)
        m_journal.saveSchedule(schedule, this, {});
    if (!agenda.due.isEmpty() && agenda.due.constFirst().run.isByHand())
        begin(agenda.due.constFirst());
    else if (!agenda.skipped.isEmpty())
        save(agenda.skipped);
    else if (!agenda.due.isEmpty())
        begin(agenda.due.constFirst());
    else
        rest(agenda.nextAt);
}

void ScheduleRunner::begin(const ScheduledReport &report)
{
    ScheduledReport begun = report;
    begun.run.startedAt = now();
    m_current = begun.run;
    m_journal.saveRun(begun.run, this, [this, begun](const QString &error) {
        if (!m_current)
            return; // ended meanwhile
        if (error.isEmpty())
            return make(begun);
        m_current.reset();
        sayTrouble(tr("The report \"%1\" could not be begun, because its history can't be written: %2")
                       .arg(begun.schedule.name, error));
        rest({});
    });
}

void ScheduleRunner::make(const ScheduledReport &report)
{
    m_trouble.clear();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    if (report.schedule.revealed)
        m_journal.audit(u"export unmasked"_s, QFileInfo(report.run.file).fileName());
    Q_EMIT runStarted(report.run);
    m_deadline.start(m_options.longestRunMs);
    m_ticket = m_readers.ask<ReportRun>(
        this,
        [report, progress = toldTo(*this, m_readers, m_cancelled), cancelled = m_cancelled, zone = m_options.zone,
         make = m_options.make](Connection &connection) {
            return make(report, connection, zone, progress, [cancelled] { return cancelled->load(); });
        },
        [this](const ReportRun &run) { end(run); },
        [this, run = report.run](const QString &error) {
            ReportRun failed = run;
            failed.state = RunState::Failed;
            failed.message = error;
            end(failed);
        });
}

void ScheduleRunner::end(ReportRun run)
{
    run.finishedAt = now();
    m_current.reset();
    m_deadline.stop();
    Q_EMIT runEnded(run);
    save({run});
}

void ScheduleRunner::endEarly(RunState state, const QString &message)
{
    if (!m_current)
        return;
    if (m_cancelled)
        *m_cancelled = true;
    m_ticket.cancel();
    ReportRun run = *m_current;
    run.state = state;
    run.message = message;
    end(run);
}

void ScheduleRunner::endOverdue()
{
    const auto minutes = std::max(1, m_options.longestRunMs / 60'000);
    endEarly(RunState::Failed,
             tr("The report was not complete after %n minutes and was ended. An older file of that name is unchanged. "
                "Choose a shorter period or fewer campaigns, and see whether the disk answers.",
                nullptr, minutes));
}

void ScheduleRunner::runNow(qint64 scheduleId)
{
    m_byHand.append(scheduleId);
    checkDue();
}

void ScheduleRunner::cancelRun()
{
    endEarly(RunState::Cancelled, tr("Cancelled. An older file of that name is unchanged."));
}

/// Brings runs into the history, and looks again when all are there: only then does a look show what is left to do.
void ScheduleRunner::save(const QList<ReportRun> &runs)
{
    const auto left = std::make_shared<qsizetype>(runs.size());
    for (const ReportRun &run : runs) {
        m_journal.saveRun(run, this, [this, run, left](const QString &error) {
            if (!error.isEmpty()) {
                m_unsaved.append(run);
                sayTrouble(tr("The history of reports can't be written: %1").arg(error));
            }
            *left -= 1;
            if (*left == 0)
                lookAgain();
        });
    }
    if (runs.isEmpty())
        lookAgain();
}

void ScheduleRunner::lookAgain()
{
    m_busy = false;
    if (m_unsaved.isEmpty())
        checkDue();
    else
        rest({});
}

void ScheduleRunner::rest(std::optional<qint64> until)
{
    m_busy = false;
    if (!m_started)
        return;
    if (std::exchange(m_wanted, false))
        return checkDue();
    const qint64 wait = until ? *until - now() : m_options.longestSleepMs;
    m_timer.start(static_cast<int>(std::clamp<qint64>(wait, 0, m_options.longestSleepMs)));
}

void ScheduleRunner::sayTrouble(const QString &sentence)
{
    if (m_trouble == sentence)
        return;
    m_trouble = sentence;
    Q_EMIT troubled(sentence);
}

} // namespace callboard
