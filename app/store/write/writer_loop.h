// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/apply/batch_applier.h"
#include "store/database/integrity_check.h"
#include "store/database/store_backend.h"
#include "store/erase/erasure_upkeep.h"
#include "store/journal/journal_upkeep.h"
#include "store/retention/retention.h"
#include "store/write/ingest_queue.h"
#include "store/write/store_writer.h"

#include <QElapsedTimer>
#include <QHash>
#include <QThread>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace callboard {

/// The writer's thread: opens the store, then takes all that is queued, commits it once, answers, and repeats.
class StoreWriter::Loop : public QThread
{
public:
    Loop(StoreWriter &owner, StoreUrl url, const WriterOptions &options);

    IngestQueue &queue() { return m_queue; }
    IngestState state() const;
    /// Why nothing can be written; None while it can.
    StoreProblem problem() const;
    /// What went wrong while opening; valid once the thread has told.
    StoreProblem openProblem() const { return m_openProblem; }

    /// Tasks for the writer's thread; they run between batches.
    ReplayResult replay(const QList<qint64> &ids);
    void changeStore(const std::function<void(Connection &)> &statements);
    /// A wish was noted; `tell` is called once, on this thread, when its work is committed and gone from the log.
    void eraseSoon(qint64 erasureId, std::function<void(const FinishedErasure &)> tell);
    void setLimits(qint64 journalKeepMs, qint64 minimumFreeBytes);
    void setCallsKept(qint64 callKeepMs);
    void confirmClock(); ///< throws StoreError

protected:
    void run() override;

private:
    static constexpr auto LockTimeout = std::chrono::milliseconds(1'000); ///< senders wait for it, and most not long
    void openStore();
    void closeStore();
    void serve();
    void commitBatch(const QList<Arrival> &arrivals);
    void commitOneByOne(const QList<Arrival> &arrivals, const StoreError &firstError);
    std::optional<StoreError> commitAlone(const QList<Arrival> &arrival);
    void noteFailure(const StoreError &error);
    void setFailed(const StoreError &error);
    void startCheck();
    void setFileState(FileState file);
    bool isWritable() const;
    bool isDamaged() const;
    void account(const QList<Arrival> &arrivals, const CommitNotice &notice);
    void answer(const QList<Arrival> &arrivals, bool stored);
    void tell(const CommitNotice &notice);
    void tellLists();
    void tellPending();
    void setProblem(const StoreProblem &problem);
    void noteRetention();
    void watchDisk();
    void tryAgain();
    void runIdleMaintenance();
    void eraseDue();
    void emptyLog();
    bool tryEmptyLog();
    void removeOld(bool isIdle);
    void setKeepTimes();
    void releasePageCache();
    std::chrono::milliseconds waitTimeout() const;

    StoreWriter &m_owner;
    const StoreUrl m_url;
    WriterOptions m_options;
    IngestQueue m_queue;
    const std::unique_ptr<StoreBackend> m_backend;
    std::unique_ptr<StoreLock> m_lock;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<BatchApplier> m_applier;
    std::optional<IntegrityCheck> m_check;
    std::optional<JournalUpkeep> m_upkeep;
    std::optional<ErasureUpkeep> m_erasures;
    bool m_mustEmptyLog = false; ///< erased bytes stand in it
    QElapsedTimer m_sinceEmptying;
    std::vector<FinishedErasure> m_finishedErasures; ///< not told yet
    QHash<qint64, std::function<void(const FinishedErasure &)>> m_erasureAnswers;
    std::unique_ptr<Retention> m_retention;
    CommitNotice m_pending;
    QElapsedTimer m_sinceNotice, m_sinceDiskLook, m_sinceArrival;
    QElapsedTimer m_sinceRelease;
    qint64 m_pushesAtRelease = 0;
    bool m_rollupsMoved = true; ///< there may be rows that count nothing
    StoreProblem m_openProblem;

    mutable std::mutex m_stateMutex;
    IngestState m_state;
    StoreProblem m_problem;
    PastMoment m_lastPush;
};

} // namespace callboard
