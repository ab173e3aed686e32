// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention/clock_watch.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace callboard {

namespace {

constexpr qint64 MostPauseMs = 3'600'000; ///< between two looks of a program that runs

} // namespace

ClockWatch::ClockWatch(Clocks clocks, const Memory &memory, qint64 newestArrival)
    : m_clocks(std::move(clocks))
    , m_memory(memory)
{
    anchor();
    const qint64 reference = memory.seenAt > 0 ? memory.seenAt : newestArrival;
    const qint64 moved = reference > 0 ? m_lastWall - reference : 0;
    if (std::llabs(moved) > MostMoveMs)
        doubt(moved);
    m_anchorWall -= m_memory.driftMs;
    m_memory.seenAt = m_lastWall;
}

void ClockWatch::anchor()
{
    m_lastWall = m_clocks.wall();
    m_anchorWall = m_lastWall;
    m_anchorSteady = m_clocks.steady();
    m_lastSteady = m_anchorSteady;
}

void ClockWatch::doubt(qint64 movedMs)
{
    m_memory.doubted = true;
    m_memory.movedMs = movedMs;
    m_memory.steadyMs = 0;
    m_memory.driftMs = 0;
}

/// Compared with the first look, as many small moves are a large one, and with the last one: whoever slept for days
/// can't tell that from a clock that was set.
void ClockWatch::compareClocks()
{
    const qint64 wall = m_clocks.wall();
    const qint64 steady = m_clocks.steady();
    const qint64 drift = (wall - m_anchorWall) - (steady - m_anchorSteady);
    const qint64 step = wall - m_lastWall;
    if (std::llabs(drift) > MostMoveMs || std::llabs(step) > MostMoveMs) {
        doubt(std::llabs(drift) > std::llabs(step) ? drift : step);
        anchor();
    } else {
        m_memory.driftMs = drift;
    }
    if (m_memory.doubted) {
        m_memory.steadyMs += std::clamp<qint64>(steady - m_lastSteady, 0, MostPauseMs); // what it slept was no running
        m_memory.doubted = m_memory.steadyMs < ConfirmingMs;
    }
    m_lastSteady = steady;
    m_lastWall = wall;
    m_memory.seenAt = wall;
}

void ClockWatch::confirm()
{
    anchor();
    m_memory = Memory{.seenAt = m_lastWall};
}

} // namespace callboard
