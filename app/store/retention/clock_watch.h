// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/clocks.h"

namespace callboard {

/// Decides whether the computer's clock may be trusted far enough to remove by it what is old.
///
/// It may not once it has moved more than a day: against the newest message when the store is opened for the first
/// time, against the clock of the last look, or against the steady clock while the program runs. It
/// may again when a person confirms it, or after 24 hours of running in which it did not move; those may be spread over
/// several runs. A computer that was off or slept for days looks like one whose clock
/// moved forward, and waits the same. A pure class: what it
/// has to remember, its owner keeps. One thread.
class ClockWatch
{
public:
    static constexpr qint64 MostMoveMs = 86'400'000;
    static constexpr qint64 ConfirmingMs = 86'400'000; ///< of running without another move

    /// What lives on between two runs.
    struct Memory
    {
        qint64 seenAt = 0; ///< the clock at the last look, epoch ms; 0: nobody has looked yet
        bool doubted = false;
        qint64 movedMs = 0; ///< by how much it moved when it was doubted; below 0: back
        qint64 steadyMs = 0; ///< how long it has run since without moving
        qint64 driftMs = 0; ///< what it moved without being doubted: many small moves are a large one
    };

    /// `newestArrival` (epoch ms) is of the newest message; 0: there is none.
    ClockWatch(Clocks clocks, const Memory &memory, qint64 newestArrival);

    void compareClocks();
    /// A person says that the clock is right as it is now.
    void confirm();
    bool isTrusted() const { return !m_memory.doubted; }
    const Memory &memory() const { return m_memory; }

private:
    void anchor();
    void doubt(qint64 movedMs);

    const Clocks m_clocks;
    Memory m_memory;
    qint64 m_anchorWall = 0, m_anchorSteady = 0; ///< both clocks at the same moment
    qint64 m_lastWall = 0, m_lastSteady = 0; ///< of the last look
};

} // namespace callboard
