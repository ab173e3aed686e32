// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/alert/alert_board.h"

#include "record/figures/commit_order.h"

namespace callboard {

Tally totalOf(const TaskTallies &tallies)
{
    Tally total;
    for (const Tally &tally : tallies)
        total += tally;
    return total;
}

TimeRange AlertBoard::rangeAt(qint64 nowMs)
{
    // A platform whose clock is ahead places its calls in minutes to come.
    return {bucketStart(nowMs, MinuteMs) - SpanMs, bucketStart(nowMs, MinuteMs) + DayMs};
}

void AlertBoard::load(const CellSnapshot &snapshot, qint64 nowMs, const Count &count)
{
    m_count = count;
    m_range = rangeAt(nowMs);
    m_watermark = snapshot.watermark;
    m_minutes.clear();
    for (auto it = snapshot.cells.cbegin(); it != snapshot.cells.cend(); ++it)
        add(it.key(), it.value());
}

bool AlertBoard::apply(const CommitNotice &notice)
{
    if (!isLoaded())
        return true;
    return addNewCommits(notice, m_watermark, [this](const CellKey &key, const CellSums &sums) { add(key, sums); });
}

void AlertBoard::slideTo(qint64 nowMs)
{
    m_range = rangeAt(nowMs);
    m_minutes.erase(m_minutes.begin(), m_minutes.lower_bound(m_range.from));
}

void AlertBoard::add(const CellKey &key, const CellSums &sums)
{
    const qint64 minute = bucketStart(key.bucket, MinuteMs);
    if (m_range.contains(minute))
        m_minutes[minute][key.taskId] += m_count(key, sums);
}

TaskTallies AlertBoard::tallies(const TimeRange &range) const
{
    TaskTallies sums;
    for (auto minute = m_minutes.lower_bound(range.from); minute != m_minutes.end() && minute->first < range.to;
         ++minute) {
        for (auto it = minute->second.cbegin(); it != minute->second.cend(); ++it)
            sums[it.key()] += it.value();
    }
    return sums;
}

QHash<QString, qint64> AlertBoard::lastCalls() const
{
    QHash<QString, qint64> last;
    for (const auto &[minute, tallies] : m_minutes) {
        for (auto it = tallies.cbegin(); it != tallies.cend(); ++it) {
            if (it->calls > 0)
                last[it.key()] = minute + MinuteMs;
        }
    }
    return last;
}

} // namespace callboard
