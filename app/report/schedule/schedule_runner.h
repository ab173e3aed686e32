// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/schedule/scheduled_report.h"
#include "schedule/schedule_journal.h"
#include "store/database/reader_pool.h"

#include <QObject>
#include <QTimer>

namespace callboard {

/// What a program that makes scheduled reports brings with it.
struct ScheduleRunnerOptions
{
    std::function<qint64()> clock; ///< epoch ms; empty: the system's
    QTimeZone zone = QTimeZone::systemTimeZone();
    std::function<QStringList()> personalColumns; ///< of the settings; empty: only what schedules say
    /// Makes one run on a thread of the pool; empty: makeScheduledReport().
    std::function<ReportRun(const ScheduledReport &, Connection &, const QTimeZone &, const ReportProgress &,
                            const ReportCancelled &)>
        make;
    int longestRunMs = 30 * 60'000; ///< a report that is not complete by then is ended, so that the next one starts
    int longestSleepMs = 60'000; ///< looks again after so long, because clocks are changed and disks come back
};

/// Threads of a runner's pool: one at work, the others for after a run that had to be ended and has not come back.
inline constexpr int ScheduleThreads = 3;

/// Makes the reports of a store's schedules when they are due, one at a time, and writes their history.
///
/// Only the program that owns the store's writer may start one. Lives on its maker's thread and never waits: all
/// reading and all files are the business of the pool's threads. The pool is best one of its own (ScheduleThreads),
/// because a run takes as long as it takes, and one that hangs in a dead network drive keeps its thread when it is
/// ended. Pool and journal must outlive the runner.
///
/// Each run is in the history as Running before its file is begun. What is found there at the start was interrupted,
/// and is made again.
class ScheduleRunner : public QObject
{
    Q_OBJECT
public:
    ScheduleRunner(ReaderPool &readers, ScheduleJournal &journal, ScheduleRunnerOptions options = {},
                   QObject *parent = nullptr);
    ~ScheduleRunner() override; ///< as stop()

    void start();
    /// Begins nothing any more. A run that is going is cancelled within 200 ms, and made again at the next start.
    void stop();
    /// Looks what is due; to be called when schedules were changed.
    void checkDue();
    /// Makes a schedule's report as soon as what is going has ended, also of one that is off.
    void runNow(qint64 scheduleId);
    /// Ends the run that is going, by a person's wish: an older file stays as it was, and it is not made again.
    void cancelRun();

    const std::optional<ReportRun> &current() const { return m_current; } ///< the run that is going

Q_SIGNALS:
    void runStarted(const callboard::ReportRun &run);
    void runProgressed(qint64 rows, qint64 total);
    void runEnded(const callboard::ReportRun &run);
    /// The schedules can't be looked at, or the history not be written. `sentence` speaks to a person; it is tried
    /// again.
    void troubled(const QString &sentence);

private:
    void takeInterrupted(const QList<ReportRun> &runs);
    void take(const ScheduleAgenda &agenda);
    void begin(const ScheduledReport &report);
    void make(const ScheduledReport &report);
    void end(ReportRun run);
    void endEarly(RunState state, const QString &message);
    void endOverdue();
    void save(const QList<ReportRun> &runs);
    void lookAgain();
    void rest(std::optional<qint64> until);
    void sayTrouble(const QString &sentence);
    qint64 now() const { return m_options.clock(); }

    ReaderPool &m_readers;
    ScheduleJournal &m_journal;
    ScheduleRunnerOptions m_options;
    QTimer m_timer, m_deadline;
    ReadTicket m_ticket; ///< of the report that is made
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::optional<ReportRun> m_current;
    QList<qint64> m_byHand; ///< schedules that a person wants now
    QList<ReportRun> m_unsaved; ///< ended, but not in the history yet
    QString m_trouble;
    bool m_started = false, m_busy = false, m_wanted = false;
};

} // namespace callboard
