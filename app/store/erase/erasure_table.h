// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/erase/erasure_job.h"

#include <optional>

namespace callboard {

/// Stored in `erasure.state`: never renumber.
enum class ErasureState : quint8 {
    Requested = 0, ///< to be looked for and hidden or erased
    Hidden = 1, ///< nothing shows it any more; some messages are kept until the due time
    Done = 2, ///< erased; the number is not kept either
};

/// Calls of so many days are still needed, for the platform's retries and for complaints.
inline constexpr qint64 EraseFloorMs = 30LL * 86'400'000;

/// One person's wish to be forgotten.
struct Erasure
{
    qint64 id = 0;
    qint64 requestedAt = 0; ///< epoch ms
    QString requestedBy; ///< "user@host"
    ErasureState state = ErasureState::Requested;
    qint64 hideFrom = 0, dueAt = 0, callsUntil = 0;
    qint64 lookedAt = 0; ///< arrival of the newest message when the work began
    QString numberHash;
    NumberEraser eraser;
};

/// The table `erasure`, inside transactions of the caller's. Belongs to the connection's thread; throws StoreError.
namespace ErasureTable {

/// Notes the wish. Until the work is done the number stands in the store, sealed with a key that stands there too: who
/// has the file can read it. Calls inside the floor must be found again. `atOnce`: nothing is kept for 30 days.
Erasure request(Connection &connection, const PersonNumber &number, const QString &by, bool atOnce, qint64 now);

/// The next one with something to do: a new wish, one that is due at `dueBy`, or a hidden call that new messages came
/// for. `dueBy` is of a clock that may be trusted; 0: none can be, and only what was made due is.
std::optional<Erasure> next(Connection &connection, qint64 now, qint64 dueBy);

/// What an ErasureJob for it works on. Under a clock that can't be trusted nobody knows which messages are older than
/// 30 days: then all are kept, hidden, unless `atOnce` was asked for.
EraseScope scopeOf(const Erasure &erasure, bool isClockTrusted = true);

/// How many messages earlier erasures of that number keep, hidden. Reads only.
qint64 hiddenOf(Connection &connection, const PersonNumber &number);
/// Makes earlier erasures of a number due, so that next() gives them: what they keep is to go now.
void makeDue(Connection &connection, const QString &numberHash);
/// After the job's last piece: hidden until it is due, or done and forgotten; with its line in the audit log. Returns
/// when it is due, 0 when it is done.
qint64 finish(Connection &connection, const Erasure &erasure, const EraseCounts &counts, qint64 now);

} // namespace ErasureTable
} // namespace callboard
