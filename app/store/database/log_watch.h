// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>
#include <utility>

namespace callboard {

/// Watches that one reader does not keep the store's log growing. While a reader looks at one state of the store, the
/// log can't begin anew: with many pushes and a reader that stays, because its output is paused or its question is
/// large, it fills the disk. Such a reader has to end. Any thread.
class LogWatch
{
public:
    static constexpr qint64 MostBytes = 1'000'000'000;

    /// `logBytes` tells how large the log is, on any thread.
    explicit LogWatch(std::function<qint64()> logBytes)
        : m_logBytes(std::move(logBytes))
    { }

    void setLimit(qint64 bytes) { m_limit = bytes; }
    /// A read begins, of the store as it is now.
    void begin();
    /// The read has ended by itself.
    void end() { m_isReading = false; }
    /// The log grew too large while this read went on. Looks a few times a second, and says so until the next begin().
    bool isOver();
    bool wasOver() const { return m_over; }

private:
    const std::function<qint64()> m_logBytes;
    std::atomic<qint64> m_limit = MostBytes, m_bytesAtBegin = 0, m_begunAt = 0, m_lookedAt = 0;
    std::atomic<bool> m_isReading = false, m_over = false;
};

} // namespace callboard
