// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "receiver/request/receiver_stats.h"

#include <algorithm>

namespace callboard {

/// The memory that all unfinished requests of a network thread take together. Who adds to it looks at isExceeded()
/// afterwards. Only used on that thread.
class BodyBudget
{
public:
    /// A share of the whole for each thread, but never less than two of the largest bodies.
    BodyBudget(const ReceiverConfig &config, ReceiverCounters &counters)
        : m_most(std::max(config.unfinishedBytes / std::max(1, config.threads), 2 * config.maxBodyBytes))
        , m_counters(counters)
    { }

    void add(qint64 bytes)
    {
        m_held += bytes;
        m_peak = std::max(m_peak, m_held);
        ReceiverCounters::add(m_counters.unfinishedBytes, bytes);
    }
    bool isExceeded() const { return m_held > m_most; }
    /// True once after much of it was given back: the memory is then the allocator's, not yet the system's.
    bool takeTrimDue()
    {
        const bool due = m_peak >= WorthTrimming && m_held < m_peak / 4;
        m_peak = due ? m_held : m_peak;
        return due;
    }

private:
    static constexpr qint64 WorthTrimming = 8 * 1024 * 1024;

    const qint64 m_most;
    qint64 m_held = 0;
    qint64 m_peak = 0; ///< since it was last trimmed
    ReceiverCounters &m_counters;
};

} // namespace callboard
