// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/call_fields.h"
#include "record/protocol/push_message.h"

#include <QJsonObject>
#include <QStringList>

namespace callboard {

/// What is odd about a call. A mask, stored as one number in `call.anomalies`: never renumber.
enum class Anomaly : quint32 {
    Contradiction = 1, ///< two messages said different things about one field; see CallRecord::conflicts
    NoHangup = 2, ///< `time_hangup` absent: the call is placed at its arrival
    ImpossibleHangup = 4, ///< `time_hangup` before 2000 or a day after arrival: placed at its arrival
    TimesOutOfOrder = 8, ///< not dial <= ring <= answer <= hang-up
    RowLengthDiffers = 16, ///< `task_row_head` and `task_row_value` have different lengths
    UnknownResult = 32, ///< `task_result` is none of the specification's codes
    NegativeDuration = 64, ///< a pushed duration below 0
};
Q_DECLARE_FLAGS(Anomalies, Anomaly)

/// One call (`call_uuid`), merged from every message about it that has arrived.
struct CallRecord
{
    qint64 id = 0; ///< the store's row, 0 when not stored
    qint64 contactId = 0; ///< the store's row of the contact, 0 none
    CallFields fields; ///< the merged image
    CallParts parts; ///< which messages have come
    FieldSet outboundPresent; ///< fields whose value came from an outbound part
    FieldSet conflicts; ///< fields about which two messages differed
    qint64 firstArrival = 0; ///< epoch ms
    qint64 lastArrival = 0; ///< epoch ms
    qint64 pairedAt = 0; ///< arrival of the first message of the other part, epoch ms; 0 while only one part is there
    qint64 basicPush = 0; ///< journal number of the latest basic message, 0 none
    qint64 outboundPush = 0; ///< journal number of the latest outbound message, 0 none
    QJsonObject extraBasic, extraOutbound; ///< unknown fields per part

    bool isAnswered() const { return fields.timeAnswer > 0; }
    /// Has the outbound part, or direction 2 (METRICS: outbound call).
    bool isOutbound() const { return parts.hasOutbound() || fields.direction == 2; }
    /// An outbound call of which only the basic part is known.
    bool isAwaiting() const { return parts.isBasicOnly() && fields.direction == 2; }
    /// Where the call stands in time, epoch ms: `time_hangup`, or its first arrival where that is absent or impossible.
    qint64 placedAt() const;
    /// Talk time in ms: hang-up minus answer of an answered call with a possible hang-up, never negative.
    qint64 talkMs() const;
    /// Time to answer in ms (`time_answer` - `time_dial`), 0 when not answered or not known.
    qint64 answerDelayMs() const;
    /// Answered, and the time of dialling is known: answerDelayMs() says something.
    bool saysAnswerDelay() const { return isAnswered() && fields.timeDial > 0; }
    Anomalies anomalies() const;

    friend bool operator==(const CallRecord &, const CallRecord &) = default;
};

/// True when `time_hangup` can place a call that first arrived then.
bool isPossibleHangup(qint64 hangupMs, qint64 firstArrivalMs);

/// Merges one message into a call (a default-constructed one for a new `call_uuid`).
///
/// Field by field: what an outbound part said is never overwritten by a basic part; otherwise the latest arrival of the
/// same part wins. Contradictions are remembered. Returns true when that part had been there already (a repeat).
/// For messages that agree with each other the result does not depend on order, copies or batches.
bool mergeInto(CallRecord &call, const PartMessage &message, qint64 arrivedAt, qint64 pushNumber);

/// The key of the call's data row inside its task ("contact"): `task_data_id`, else `task_row_index`, else the callee,
/// prefixed with d:, r: or n:. Empty for a call without outbound part or without any of them.
QString contactKey(const CallRecord &call);

/// The plain English words for a set of anomalies, translated through the context "Anomaly".
QStringList anomalyWords(Anomalies anomalies);

} // namespace callboard

Q_DECLARE_OPERATORS_FOR_FLAGS(callboard::Anomalies)
