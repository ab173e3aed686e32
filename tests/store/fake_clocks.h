// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/clocks.h"

#include <atomic>
#include <memory>

namespace callboard::test {

/// Clocks that a test sets. Any thread.
class FakeClocks
{
public:
    explicit FakeClocks(qint64 wall)
        : m_state(std::make_shared<State>())
    {
        m_state->wall = wall;
        m_state->steady = 1'000;
    }

    Clocks clocks() const
    {
        return {[state = m_state] { return state->wall.load(); }, [state = m_state] { return state->steady.load(); }};
    }
    qint64 wall() const { return m_state->wall; }
    /// Time goes by, on both clocks.
    void pass(qint64 ms)
    {
        m_state->wall += ms;
        m_state->steady += ms;
    }
    /// Somebody sets the clock by so much; no time goes by.
    void move(qint64 ms) { m_state->wall += ms; }

private:
    struct State
    {
        std::atomic<qint64> wall = 0, steady = 0;
    };
    std::shared_ptr<State> m_state;
};

} // namespace callboard::test
