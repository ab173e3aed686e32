// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/commit_notice.h"
#include "record/figures/tally.h"
#include "record/filter/call_filter.h"
#include "store/database/connection.h"

#include <QList>
#include <QMap>

#include <functional>

/// The questions that the window, the reports and callboardctl ask. All run on a reader's connection, may be
/// interrupted, and throw StoreError.
namespace callboard {

// --- Figures -------------------------------------------------------------------------------------------------------

/// Cells of a stretch of time in buckets of `bucketMs` (a minute, or a multiple of a quarter hour), with the watermark
/// of the same read. `taskIds` empty: all. Whole quarter hours come from `rollup`, the rest and minutes from `call`.
CellSnapshot loadCells(Connection &connection, const TimeRange &range, qint64 bucketMs, const QStringList &taskIds);
/// Of the calls that a filter selects. Conditions beside time and tasks cost a pass over the calls.
CellSnapshot loadCells(Connection &connection, const CallFilter &filter, qint64 bucketMs);

/// By task; see contact_queries.h for calls that are no longer kept.
QMap<QString, ContactCount> countContacts(Connection &connection, const TimeRange &range, const QStringList &taskIds);

/// Calls by which of their messages have come.
struct Completeness
{
    qint64 both = 0, basicOnly = 0, outboundOnly = 0; ///< of outbound calls
    qint64 inbound = 0; ///< have one message by nature
    qint64 outboundCalls() const { return both + basicOnly + outboundOnly; }
};
Completeness loadCompleteness(Connection &connection, const TimeRange &range, const QStringList &taskIds);

/// The same of the calls that a filter selects, by the start of their bucket (see loadCells()) and their task.
QMap<std::pair<qint64, QString>, Completeness> loadCompleteness(Connection &connection, const CallFilter &filter,
                                                                qint64 bucketMs);

/// What `callboardctl totals` prints.
struct TaskTotals
{
    QString taskId;
    qint64 calls = 0, answered = 0, contacts = 0, talkMs = 0;
    bool isContactsWhole = true; ///< see ContactCount
    QMap<QString, qint64> results;
};
struct Totals
{
    qint64 calls = 0, basicOnly = 0, outboundOnly = 0, both = 0, answered = 0;
    qint64 accepted = 0, repeated = 0, rejected = 0; ///< records; of the whole store, whatever the range
    QMap<PushKind, qint64> others; ///< accepted messages that are no records, of the whole store
    QList<TaskTotals> tasks; ///< calls with a non-empty `task_id`, sorted by it
};
Totals loadTotals(Connection &connection, const TimeRange &range, const QStringList &taskIds);

/// One line about the whole store, for the status bar.
struct StoreOverview
{
    qint64 calls = 0, awaiting = 0, rejected = 0;
    qint64 watermark = 0;
    qint64 firstCallAt = 0, lastCallAt = 0; ///< placedAt(), epoch ms, 0 in an empty store
    qint64 lastPushAt = 0;
    qint64 bytesOnDisk = 0;
};
StoreOverview loadOverview(Connection &connection);

/// The tasks that the store knows, with what people said about them.
struct TaskInfo
{
    QString taskId;
    QString alias; ///< empty: none
    qint64 listSize = 0; ///< 0: unknown
    QStringList successCodes; ///< the task's own success rule; empty: it goes by what the codes mean
    QString callingHours; ///< as CallingHours writes them; empty: not said

    friend bool operator==(const TaskInfo &, const TaskInfo &) = default;
};
QList<TaskInfo> loadTasks(Connection &connection);

// --- Calls ---------------------------------------------------------------------------------------------------------

/// The place of a call in the list, newest first: (placedAt, id) descending.
struct CallKey
{
    qint64 placedAt = std::numeric_limits<qint64>::max();
    qint64 id = std::numeric_limits<qint64>::max();
    friend bool operator==(const CallKey &, const CallKey &) = default;
};
CallKey keyOf(const CallRecord &call);

/// The calls after `after` in list order (the default key: from the top), at most `limit`. Calls stored later than row
/// `newestId` are left out, so that pages of one list do not shift while new calls arrive.
QList<CallRecord> loadCallPage(Connection &connection, const CallFilter &filter, const CallKey &after, int limit,
                               qint64 newestId = std::numeric_limits<qint64>::max());

/// The shape of a list: how many calls, and the key before every `stride`-th row, so that any row can be reached by
/// key.
struct CallIndex
{
    qint64 count = 0;
    int stride = 0;
    QList<CallKey> anchors; ///< anchors[i]: the key after which row i * stride follows
    qint64 newestId = 0; ///< no call with a larger id is in this list
    qint64 watermark = 0;
};
CallIndex buildCallIndex(Connection &connection, const CallFilter &filter, int stride);

/// How many calls a filter selects.
qint64 countCalls(Connection &connection, const CallFilter &filter);

/// The customer columns of some calls, and how many values at most stand under them.
struct RowShape
{
    QStringList head;
    qsizetype values = 0;
};
/// All that occur among the calls that a filter selects, oldest first. Asks `cancelled` now and then, and throws
/// QueryCancelled.
QList<RowShape> loadRowShapes(Connection &connection, const CallFilter &filter,
                              const std::function<bool()> &cancelled = {});

/// One call by its uuid or row, or one with id 0.
CallRecord loadCall(Connection &connection, qint64 id);
CallRecord loadCall(Connection &connection, const QString &uuid);

/// A message as it was received.
struct RawMessage
{
    qint64 number = 0; ///< journal number, 0: not kept any more
    qint64 arrivedAt = 0; ///< epoch ms
    QString remote;
    QByteArray body;
    bool isDamaged = false; ///< kept, but can't be read any more; `number` is 0
};
struct RawMessages
{
    RawMessage basic, outbound;
};
RawMessages loadRawMessages(Connection &connection, const CallRecord &call);

/// The calls of the same data row, oldest first: of very many the `each` last ones up to this call, and as many after
/// it. Empty for a call without contact.
QList<CallRecord> loadTries(Connection &connection, const CallRecord &call, int each = 100);
/// How many there are in all.
qint64 countTries(Connection &connection, const CallRecord &call);

// --- Refused messages ----------------------------------------------------------------------------------------------

struct RejectedMessage
{
    qint64 id = 0;
    qint64 arrivedAt = 0; ///< epoch ms
    QString remote;
    RefusalReason reason = RefusalReason::NotJson;
    QString error, field;
    qint64 size = 0; ///< bytes kept
    QByteArray body; ///< only from loadRejected(id)
    qint64 replayedAt = 0; ///< when a replay was accepted, epoch ms; 0: still refused
    PushKind kind = PushKind::Record; ///< that the address named to which it was sent
};
/// Newest first, without bodies; `beforeId` is the last id of the page before (0: from the top).
QList<RejectedMessage> loadRejectedPage(Connection &connection, qint64 beforeId, int limit);
RejectedMessage loadRejected(Connection &connection, qint64 id);
/// With bodies, oldest first: those ids, or all that are still refused.
QList<RejectedMessage> loadReplayable(Connection &connection, const QList<qint64> &ids);
/// Writes; for the writer alone.
void markReplayed(Connection &connection, qint64 id);

} // namespace callboard
