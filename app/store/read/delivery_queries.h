// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "store/database/connection.h"
#include "store/journal/journal.h"
#include "store/read/queries.h"

#include <QList>

/// How messages come in. On a reader's connection; may be interrupted; throw StoreError.
namespace callboard {

/// How a set of durations is spread, in ms; all 0 without any.
struct Spread
{
    qint64 count = 0;
    qint64 half = 0; ///< half of them are at most so long
    qint64 most95 = 0, most99 = 0;
};
Spread spreadOf(QList<qint64> durations);

/// Lags of the newest calls that a filter selects.
struct DeliveryLags
{
    Spread delivery; ///< first arrival - `time_hangup`, where that is possible
    Spread pairing; ///< arrival of the second part - arrival of the first
};
/// Looks at no more than `newest` calls, so that the answer costs the same in a small store and in a large one.
DeliveryLags loadDeliveryLags(Connection &connection, const CallFilter &filter, int newest);

/// One message of the journal with its number.
struct NumberedMessage
{
    qint64 number = 0;
    JournalEntry entry;
};
/// The messages that were accepted last, newest first. Without a journal none.
QList<NumberedMessage> loadLatestMessages(Connection &connection, int limit);

/// Messages that were refused in a stretch of time, by why.
struct RefusalCount
{
    RefusalReason reason = RefusalReason::NotJson;
    qint64 messages = 0;
    qint64 bytes = 0; ///< kept of them
    qint64 replayed = 0; ///< of these messages: accepted later
};
QList<RefusalCount> countRefusals(Connection &connection, const TimeRange &arrivedAt);

/// The refused messages of a stretch of time with their bodies, newest first; `beforeId` is the last id of the page
/// before (0: from the top).
QList<RejectedMessage> loadRefusals(Connection &connection, const TimeRange &arrivedAt, qint64 beforeId, int limit);

} // namespace callboard
