// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_codes.h"

#include <QByteArray>

namespace callboard {

/// Which version of the platform writes the messages.
enum class PushDialect : quint8 {
    A, ///< as the specification's example: times in ms, text ids, numeric counts, 0 for an unset time
    B, ///< times in seconds, numbers as text, numeric `task_id` and `task_result`, "" or null for an unset time,
       ///< sometimes a byte order mark, fields that the specification does not name
};

/// One finished call as the platform knows it, and the messages about it. Times are epoch ms as pushed (whole seconds
/// in dialect B), 0 where it did not come so far.
struct SimulatedCall
{
    QByteArray uuid, caller, callee;
    QByteArray relationId; ///< inbound calls only
    qsizetype campaign = 0; ///< index into CallGenerator::campaigns(); of an inbound call its robot's
    bool inbound = false;
    const ResultCode *result = nullptr; ///< null for an inbound call
    qint64 dialMs = 0, ringMs = 0, answerMs = 0, hangupMs = 0;
    qint64 ringSeconds = 0; ///< `duration_ring`: dial to answer, rounded
    qint64 callSeconds = 0; ///< `duration_call`: dial to hang-up, rounded
    quint64 row = 0; ///< `task_row_index`
    quint64 rowSeed = 0; ///< makes the customer's values
    int tries = 0; ///< `task_tries`: 0 for the first
    QByteArray basicBody;
    QByteArray outboundBody; ///< empty when the platform never sends one: inbound, or basic only

    bool isAnswered() const { return answerMs > 0; }
};

} // namespace callboard
