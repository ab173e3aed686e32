// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/commit_notice.h"
#include "record/protocol/ingest.h"
#include "store/apply/recent_calls.h"
#include "store/database/connection.h"
#include "store/journal/journal.h"
#include "store/table/other_pushes.h"
#include "store/table/rejected_table.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>

#include <vector>

namespace callboard {

/// Writes batches of arrivals: merges them into calls and keeps everything counted from calls in step, each batch in
/// one transaction. The only code that changes calls. Belongs to the thread of its connection.
class BatchApplier
{
public:
    explicit BatchApplier(Connection &connection);

    /// Reads the store's counters. Call once before the first batch. Throws StoreError.
    void load();

    /// Commits one batch and says what it changed. On StoreError nothing of it is stored.
    CommitNotice apply(const QList<Arrival> &batch);

    /// For a rebuild, inside a transaction of the caller's: one message with its journal number.
    void replay(qint64 pushNumber, qint64 arrivedAt, const PartMessage &message);
    /// The same for a call that may have been adopted: nothing happens where its row has that message in it.
    void replayMissing(qint64 pushNumber, qint64 arrivedAt, const PartMessage &message);
    /// Takes a call as another store kept it, whose uuid is not in this one. Inside a transaction of the caller's.
    void addCall(const CallRecord &call);
    void flushReplayed();
    /// For a store that is made like another one: which row a call gets that is new here. Otherwise they are counted
    /// up.
    void setRowOf(std::function<qint64(const QString &uuid)> rowOf) { m_rowOf = std::move(rowOf); }
    void saveCounters();

    void setRejectedBounds(const RejectedBounds &bounds) { m_rejected.setBounds(bounds); }
    /// Calls placed before that moment are no longer kept (see kept_calls.h); only forward. In a transaction of its
    /// own.
    void keepCallsSince(qint64 epochMs);
    /// Moves that boundary back, see returnCallsKeptSince(). In a transaction of its own.
    void returnKeptSince(qint64 latest, qint64 now);
    qint64 keptSince() const { return m_keptSince; } ///< 0: all calls are kept
    /// Removes some of the calls that are no longer kept, inside tidyUp(). Returns how many went.
    qint64 dropCalls(int most);

    /// Calls were changed by somebody else on this connection: what is remembered of them is read again.
    void clearCallCache() { clearCache(); }

    /// The oldest refused messages, up to and with that one, inside tidyUp(). Returns how many went.
    qint64 dropRefusedThrough(qint64 id) { return m_rejected.dropThrough(id); }

    /// Runs something that changes nothing of what boards and lists show, in a transaction of its own.
    void tidyUp(const std::function<void()> &statements);
    /// Runs some other change as a commit of its own.
    void change(const std::function<void()> &statements);
    qint64 commit() const { return m_counters.commit; } ///< number of the last commit
    qint64 pushes() const { return m_counters.pushes; } ///< messages accepted so far

private:
    struct CallUpdate
    {
        CallRecord before, after;
        QString contactKey; ///< of the image after
        bool isNew = false;
    };
    struct Counters
    {
        qint64 commit = 0, pushes = 0, repeated = 0, refused = 0, calls = 0, awaiting = 0, nextCallId = 1;
    };
    struct BatchState
    {
        std::vector<CallUpdate> calls;
        QHash<QString, std::size_t> byUuid;
        QList<JournalEntry> journal;
        OtherPushCounts others;
        CellMap cells;
        qint64 accepted = 0, repeated = 0, refused = 0, late = 0, lastPushAt = 0;
    };

    CommitNotice write(const QList<Arrival> &arrivals);
    void take(BatchState &batch, const Arrival &arrival);
    static void takeOther(BatchState &batch, const Arrival &arrival, PushKind kind);
    void merge(BatchState &batch, const PartMessage &message, qint64 arrivedAt, qint64 pushNumber);
    bool isLate(const BatchState &batch, const PartMessage &message, qint64 arrivedAt);
    CallUpdate &updateOf(BatchState &batch, const QString &uuid);
    CallRecord findCall(const QString &uuid);
    CallRecord readCall(qint64 id);
    void countCells(BatchState &batch);
    void writeCalls(BatchState &batch);
    void writeCall(const CallUpdate &update);
    void writeArrival(const CallRecord &call);
    void clearCache();
    void writeTasks(const BatchState &batch);
    qint64 headId(const QStringList &head);
    qint64 newRow(const QString &uuid);

    Connection &m_connection;
    RejectedTable m_rejected;
    Counters m_counters;
    qint64 m_keptSince = 0;
    BatchState m_replayed;
    std::function<qint64(const QString &)> m_rowOf;
    RecentCalls m_recent;
    QHash<QStringList, qint64> m_headIds;
    QSet<QString> m_knownTasks;
};

} // namespace callboard
