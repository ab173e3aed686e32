// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/log_watch.h"

#include <atomic>

namespace callboard {

/// Why the statements of a connection have to end before their last row: their owner stopped them, or they read one
/// state of the store for too long (see LogWatch). The database asks it while a statement runs. Any thread, but for
/// follow().
class QueryStop
{
public:
    /// `logBytes` as for LogWatch.
    explicit QueryStop(std::function<qint64()> logBytes)
        : m_log(std::move(logBytes))
    { }
    Q_DISABLE_COPY_MOVE(QueryStop)

    void stop() { m_stopped = true; }
    void resume() { m_stopped = false; }
    /// From now on the reasons are those of `leader`, which outlives this.
    void follow(QueryStop &leader) { m_leader = &leader; }

    bool isStopped() const { return reasons().m_stopped; }
    bool hasOutstayed() { return reasons().m_log.isOver(); } ///< looks at the log now and then
    bool isDue() { return isStopped() || hasOutstayed(); }
    /// Throws QueryCancelled or ReadTooLong where there is a reason.
    void requireNone() const;
    /// Throws ReadTooLong where that is the reason.
    void requireShortRead() const;
    /// The reason why the database ended a statement.
    [[noreturn]] void raise() const;

    LogWatch &log() { return m_log; } ///< of the connection's own reads

private:
    const QueryStop &reasons() const { return m_leader ? *m_leader : *this; }
    QueryStop &reasons() { return m_leader ? *m_leader : *this; }

    std::atomic<bool> m_stopped = false;
    LogWatch m_log;
    QueryStop *m_leader = nullptr;
};

} // namespace callboard
