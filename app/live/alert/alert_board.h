// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/commit_notice.h"
#include "record/figures/tally.h"
#include "record/filter/call_filter.h"

#include <QHash>

#include <functional>
#include <map>

namespace callboard {

using TaskTallies = QHash<QString, Tally>;

/// Sums over all tasks.
Tally totalOf(const TaskTallies &tallies);

/// The last two hours by minute and task, for the alerts: whatever the window shows, and cheaper than a board with
/// results. A plain class, one thread. Memory is bounded by minutes x tasks.
class AlertBoard
{
public:
    /// Twice the longest window of a rule, and the minutes that outcomes may take.
    static constexpr qint64 SpanMs = 125 * MinuteMs;
    /// How a cell is counted: with the tasks' success rules and the meanings that hold now.
    using Count = std::function<Tally(const CellKey &, const CellSums &)>;

    /// The stretch that a snapshot for load() has to cover.
    static TimeRange rangeAt(qint64 nowMs);
    void load(const CellSnapshot &snapshot, qint64 nowMs, const Count &count);
    bool isLoaded() const { return m_count != nullptr; }
    /// Takes the commits that it does not hold yet. False when commits are missing in between: load again.
    bool apply(const CommitNotice &notice);
    /// Forgets what has become too old.
    void slideTo(qint64 nowMs);

    /// By task, of the whole minutes inside the range.
    TaskTallies tallies(const TimeRange &range) const;
    /// End of the newest minute with a call of each task, epoch ms.
    QHash<QString, qint64> lastCalls() const;

private:
    void add(const CellKey &key, const CellSums &sums);

    Count m_count;
    TimeRange m_range;
    std::map<qint64, TaskTallies> m_minutes;
    qint64 m_watermark = 0;
};

} // namespace callboard
