// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/clocks.h"
#include "record/call/result_meanings.h"
#include "record/figures/commit_notice.h"
#include "record/protocol/ingest.h"
#include "schedule/schedule_journal.h"
#include "store/database/store_problem.h"
#include "store/database/store_url.h"

#include <QObject>

#include <functional>
#include <memory>

namespace callboard {

class Connection;
struct AlertRow;
struct AlertRuleRow;
struct TaskInfo;
struct FinishedErasure;
class PersonNumber;

/// Limits of the ingest side.
struct WriterOptions
{
    qint64 queueArrivals = 20'000; ///< more waiting arrivals than this: 503
    qint64 queueBytes = 64 * 1024 * 1024; ///< more waiting bytes than this: 503
    int batchArrivals = 1'000; ///< at most so many messages in one commit
    /// Raw and refused messages older than this are removed, see Retention; 0: kept for ever.
    qint64 journalKeepMs = 90LL * 86'400'000;
    /// Calls older than this are removed, and their raw messages; their counts stay. 0: kept for ever.
    qint64 callKeepMs = 0;
    qint64 rejectedMessages = 200'000; ///< more refused messages than this: the oldest go
    qint64 rejectedBytes = 512LL * 1024 * 1024; ///< the same for their bodies
    qint64 minimumFreeBytes = 64 * 1024 * 1024; ///< below: not writable, 503
    int noticeIntervalMs = 250; ///< at most one committed() in this time
    bool checkFile = true; ///< read the whole file once, beside the writing, and look whether it is sound
    Clocks clocks = systemClocks();
};

/// What became of replayed messages.
struct ReplayResult
{
    qint64 accepted = 0, refusedAgain = 0;
    StoreProblem problem; ///< not None: the store could not be written
};

/// The one writer of a store: takes arrivals, commits them in groups, answers, tells what changed.
///
/// Lives on its maker's thread; the work happens on one thread of its own, which owns the writing connection. All
/// functions but stop() return at once. Only one writer can open a store: a second one fails with who holds it.
class StoreWriter : public QObject, public ArrivalSink, public ScheduleJournal
{
    Q_OBJECT
public:
    explicit StoreWriter(const StoreUrl &url, const WriterOptions &options = {}, QObject *parent = nullptr);
    ~StoreWriter() override;

    /// Opens the store on the writer's thread; answers with opened() or failed().
    void start();
    /// The same, waiting; for programs without a window. `error` is in English.
    bool startAndWait(QString *error);
    /// Takes no more arrivals, commits and answers what is queued, closes. Waits.
    void stop();

    bool offer(Arrival &&arrival) override;
    IngestState ingestState() const override;
    /// Why nothing can be written; None while it can. Any thread.
    StoreProblem problem() const;

    /// Offers kept refused messages again (all of them when `ids` is empty). `done` runs on this object's
    /// thread, unless `context` is gone by then.
    void replay(const QList<qint64> &ids, QObject *context, std::function<void(const ReplayResult &)> done);
    /// Sets what people say about a task; committed like everything else. `listSize` 0: unknown.
    void setTask(const QString &taskId, const QString &alias, qint64 listSize);
    /// Notes that a person's number is to be erased, wherever it stands: done piece by piece between pushes, with a
    /// line in the audit log at the end. Messages younger than 30 days are kept, hidden, until then, unless `atOnce`.
    /// `done` answers like setTasks() once the wish is stored, `erased` when all of it is done and nothing of the
    /// number is left in the store's log either; not if the store is closed before.
    void eraseNumber(const PersonNumber &number, bool atOnce, QObject *context,
                     std::function<void(const QString &error)> done,
                     std::function<void(const FinishedErasure &erasure)> erased = {});
    /// Decides what a result code means from meaning.since on.
    void setMeaning(const ResultMeaning &meaning);
    /// Takes back all that was decided about a code.
    void dropMeanings(const QString &code);
    /// Sets everything that people say about these tasks, all of them in one commit or none. `done` runs on this
    /// object's thread, unless `context` is gone by then, with an empty text or what went wrong, in the language of the
    /// reader.
    void setTasks(const QList<TaskInfo> &tasks, QObject *context, std::function<void(const QString &error)> done);
    /// Decides anew all that a result code ever meant; nothing: what the catalogue says. Answers like setTasks().
    void replaceMeanings(const QString &code, const QList<ResultMeaning> &meanings, QObject *context,
                         std::function<void(const QString &error)> done);
    /// Changes two limits of the options while the writer runs; see WriterOptions.
    void setLimits(qint64 journalKeepMs, qint64 minimumFreeBytes);
    /// The same for how long calls are kept.
    void setCallsKept(qint64 callKeepMs);
    /// A person says that the computer's clock is right, although it moved (ClockWatch).
    void confirmClock();
    /// Notes a reveal or an unmasked export in the table `audit`.
    void audit(const QString &action, const QString &detail) override;
    /// Rules of alerts: adds or replaces one, or takes one away.
    void saveAlertRule(const AlertRuleRow &rule);
    void removeAlertRule(qint64 id);
    /// Alerts that were raised, acknowledged or cleared: adds them, or brings their rows up to date, all in one commit.
    /// Answers like setTasks().
    void saveAlerts(const QList<AlertRow> &alerts, QObject *context, std::function<void(const QString &error)> done);
    /// Scheduled reports and their history, see ScheduleJournal.
    void saveSchedule(const ReportSchedule &schedule, QObject *context,
                      std::function<void(qint64 id, const QString &error)> done) override;
    void saveRun(const ReportRun &run, QObject *context, std::function<void(const QString &error)> done) override;
    /// Takes a scheduled report away; its history stays. Answers like setTasks().
    void removeSchedule(qint64 id, QObject *context, std::function<void(const QString &error)> done);

Q_SIGNALS:
    void opened();
    void failed(const callboard::StoreProblem &problem);
    /// At most one per noticeIntervalMs; emitted on the writer's thread.
    void committed(const callboard::CommitNotice &notice);
    /// What people decided about tasks or result codes was changed and committed; emitted on the writer's thread.
    void decisionsChanged();
    /// Scheduled reports, or their history, were changed and committed; emitted on the writer's thread.
    void schedulesChanged();
    void runsChanged();
    /// A change asked for by a person was not stored: why, and that the store is as before. Emitted on the writer's
    /// thread.
    void changeFailed(const callboard::StoreProblem &problem);
    /// Writing became possible or impossible.
    void writableChanged(bool writable, const callboard::StoreProblem &problem);

private:
    class Loop;
    void change(std::function<void(Connection &)> statements);
    void decide(std::function<void(Connection &)> statements);
    void decide(std::function<void(Connection &)> statements, QObject *context,
                std::function<void(const QString &error)> done);
    using Answer = std::function<void(const StoreProblem &problem)>;
    Answer answerTo(QObject *context, std::function<void(const QString &error)> done);
    void changeAndAnswer(std::function<void(Connection &)> statements, std::function<void()> changed, Answer answer);
    bool tryChange(const std::function<void(Connection &)> &statements);
    std::unique_ptr<Loop> m_loop;
};

} // namespace callboard
