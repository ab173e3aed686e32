// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace callboard {

namespace {
constexpr qint64 NowMs = 5'000;
}

void PushRate::note(qint64 total)
{
    if (m_minute == 0)
        m_offset = m_clocks.wall() - m_clocks.steady();
    const qint64 now = m_clocks.steady() + m_offset;
    if (!m_recent.empty() && total < m_recent.back().total) { // counted anew
        m_recent.clear();
        m_minutes.fill(0);
    }
    advance(bucketStart(now, MinuteMs));
    if (!m_recent.empty())
        m_minutes.back() += total - m_recent.back().total;
    m_recent.push_back({now, total});
    while (m_recent.size() > 2 && m_recent.front().at < now - NowMs)
        m_recent.pop_front();
}

/// By how many whole minutes the clock was set since the first total, ms.
qint64 PushRate::movedBy() const
{
    const qint64 moved = m_clocks.wall() - m_clocks.steady() - m_offset;
    return qRound64(static_cast<double>(moved) / MinuteMs) * MinuteMs;
}

void PushRate::advance(qint64 minute)
{
    if (m_minute == 0)
        m_minute = minute;
    const qint64 steps = std::min<qint64>((minute - m_minute) / MinuteMs, Minutes);
    std::move(m_minutes.begin() + steps, m_minutes.end(), m_minutes.begin());
    std::fill(m_minutes.end() - steps, m_minutes.end(), 0);
    m_minute = minute;
}

double PushRate::perSecond() const
{
    if (m_recent.size() < 2 || m_recent.back().at == m_recent.front().at)
        return 0;
    const auto pushes = static_cast<double>(m_recent.back().total - m_recent.front().total);
    return pushes * 1000.0 / static_cast<double>(m_recent.back().at - m_recent.front().at);
}

QList<qint64> PushRate::perMinute() const
{
    return {m_minutes.begin(), m_minutes.end()};
}

qint64 PushRate::lastHour() const
{
    return std::accumulate(m_minutes.begin(), m_minutes.end(), qint64(0));
}

qint64 PushRate::firstMinute() const
{
    return m_minute - (Minutes - 1) * MinuteMs + (m_minute == 0 ? 0 : movedBy());
}

int ackWithinMs(const ReceiverStats &stats, double share)
{
    if (stats.ackCount == 0)
        return -1;
    const double wanted = std::ceil(share * static_cast<double>(stats.ackCount));
    qint64 seen = 0;
    for (std::size_t i = 0; i < AckBucketBoundsMs.size(); ++i) {
        seen += stats.ackBuckets[i];
        if (static_cast<double>(seen) >= wanted)
            return AckBucketBoundsMs[i];
    }
    return std::numeric_limits<int>::max();
}

} // namespace callboard
