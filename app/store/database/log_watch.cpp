// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/log_watch.h"

#include <chrono>

namespace callboard {

namespace {

constexpr qint64 LookEveryMs = 200;
constexpr qint64 LeastMs = 2'000; ///< whoever reads for less is not the one that stays, however fast the log grows
constexpr qint64 OwnPart = 16; ///< of the limit: a reader that saw the log grow by less did not keep it growing

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

void LogWatch::begin()
{
    m_over = false;
    m_bytesAtBegin = m_logBytes();
    m_lookedAt = m_begunAt = steadyMs();
    m_isReading = true;
}

bool LogWatch::isOver()
{
    if (m_over || !m_isReading)
        return m_over;
    const qint64 now = steadyMs();
    if (now - m_lookedAt < LookEveryMs || now - m_begunAt < LeastMs)
        return false;
    m_lookedAt = now;
    const qint64 bytes = m_logBytes();
    if (bytes > m_limit && bytes - m_bytesAtBegin > m_limit / OwnPart)
        m_over = true;
    return m_over;
}

} // namespace callboard
