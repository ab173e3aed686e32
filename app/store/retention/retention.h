// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/retention/clock_watch.h"
#include "store/retention/late_messages.h"
#include "store/retention/old_rows.h"

#include <utility>

namespace callboard {

class BatchApplier;

/// How long things are kept, ms; 0: for ever. Calls take their raw messages with them.
struct KeepTimes
{
    qint64 messages = 90LL * 86'400'000; ///< raw and refused ones; at least Retention::LeastMessagesMs
    qint64 calls = 0; ///< and what names their contacts; at least Retention::LeastCallsMs. Their counts stay for ever
};

/// Removes what has been kept long enough: raw messages, refused ones, and calls (kept_calls.h). A slice at a time,
/// each a transaction of some milliseconds, so that no commit waits for it; and nothing at all while the computer's
/// clock is doubted (ClockWatch). A run begins once an hour, and has one line in the table `audit`. Belongs to the
/// writer's thread and its connection.
class Retention
{
public:
    static constexpr qint64 LeastMessagesMs = 7LL * 86'400'000; ///< nothing younger is ever removed
    static constexpr qint64 LeastCallsMs = 30LL * 86'400'000;

    Retention(Connection &connection, BatchApplier &applier, const Clocks &clocks);

    /// The next step looks anew.
    void setKeepTimes(const KeepTimes &times);

    /// To be called between any two batches: looks at the clock now and then, and removes a slice where one is due;
    /// while messages keep arriving only four in a second. What goes wrong is logged, and tried again later.
    void work(bool isIdle);
    /// Calls have gone since the last time that somebody asked: lists that are shown are to be read again.
    bool takeCallsGone() { return std::exchange(m_callsGone, false); }
    /// A person says that the clock is right. A boundary of calls that it has not reached is moved back, see
    /// returnCallsKeptSince(). Throws StoreError.
    void confirmClock();
    /// Calls are kept since a moment that a clock which ran ahead made: what comes in for earlier calls is not counted.
    bool isBoundaryAhead() const;
    /// The clock as it is now where it is trusted to say what is old, epoch ms; otherwise 0. Throws StoreError.
    qint64 trustedTime();
    const ClockWatch &clock() const { return m_watch; }

    /// There is more to do at once.
    bool isRunning() const { return m_running; }

private:
    struct Gone
    {
        qint64 messages = 0, refused = 0, calls = 0, emptied = 0;
        bool isNothing() const { return messages == 0 && refused == 0 && calls == 0 && emptied == 0; }
    };
    void watchClock();
    bool compareClocks();
    void step();
    bool isDue() const;
    void begin();
    void finish();
    bool dropMessages();
    bool emptyLateMessages();
    bool dropCalls();
    bool shrinkFile();
    void note(const Gone &gone);
    void saveClock();
    void tell();

    Connection &m_connection;
    BatchApplier &m_applier;
    const Clocks m_clocks;
    ClockWatch m_watch;
    OldRows m_messages, m_refused;
    LateMessages m_late;
    KeepTimes m_times{0, 0};
    bool m_running = false, m_callsGone = false;
    qint64 m_cutoff = 0; ///< of the run, for messages
    Gone m_gone; ///< in this run so far
    qint64 m_auditId = 0; ///< the run's line; 0: there is none yet
    qint64 m_ranAt = -1, m_lookedAt = -1, m_savedAt = -1,
           m_slicedAt = -1; ///< by the steady clock; below 0: not in this process
};

} // namespace callboard
