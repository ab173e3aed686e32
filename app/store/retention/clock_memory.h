// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"
#include "store/retention/clock_watch.h"

namespace callboard {

/// What a store remembers of the clock between two runs (table `meta`). Throws StoreError.
ClockWatch::Memory loadClockMemory(Connection &connection);
/// Inside a transaction of the caller's.
void saveClockMemory(Connection &connection, const ClockWatch::Memory &memory);

/// When the message that was stored last arrived, epoch ms; 0: there is none.
qint64 newestArrival(Connection &connection);

/// Why nothing is removed for its age, and what to do, in the reader's language; empty while the clock is trusted.
QString clockDoubtText(const ClockWatch::Memory &memory);
/// The same in English, for logs.
QString clockDoubtLogText(const ClockWatch::Memory &memory);

/// The latest boundary of calls that a right clock makes: they are kept for 30 days at least (Retention::LeastCallsMs).
qint64 latestCallBoundary(qint64 now);
/// Calls of now are before the boundary: a clock that ran ahead made it.
bool isCallBoundaryAhead(qint64 keptSince, qint64 now);
/// What that means and what to do, for a person; empty where it is not so.
QString boundaryAheadText(qint64 keptSince, qint64 now);
/// The same in English, for logs and commands.
QString boundaryAheadLogText(qint64 keptSince, qint64 now);

} // namespace callboard
