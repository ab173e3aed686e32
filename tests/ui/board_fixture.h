// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/board/live_board.h"
#include "ui/session/figures/live_snapshot.h"

namespace callboard {

/// A board of hand-made cells: task, minute, code, answered, calls; without a result they await it.
class BoardFixture
{
public:
    static constexpr qint64 Start = 1'700'000'100'000 / QuarterMs * QuarterMs;

    explicit BoardFixture(qint64 bucketMs = QuarterMs) { m_window = {{Start, Start + DayMs}, bucketMs, {}}; }

    void add(const QString &task, qint64 minute, const QString &code, bool answered, qint64 calls, qint64 talkMs = 0)
    {
        CellKey key{bucketStart(Start + minute * MinuteMs, m_window.bucketMs), task, code, false, true, answered};
        CellSums sums;
        sums.calls = calls;
        sums.talkMs = talkMs * calls;
        if (answered)
            sums.talkClasses[static_cast<std::size_t>(std::upper_bound(TalkBounds.begin(), TalkBounds.end(), talkMs)
                                                      - TalkBounds.begin())] = calls;
        m_snapshot.cells[key] += sums;
    }
    void addAwaiting(const QString &task, qint64 minute, qint64 calls)
    {
        CellSums sums;
        sums.calls = calls;
        m_snapshot.cells[{bucketStart(Start + minute * MinuteMs, m_window.bucketMs), task, {}, true, true, false}] +=
            sums;
    }
    void addInbound(qint64 minute, qint64 calls)
    {
        CellSums sums;
        sums.calls = calls;
        m_snapshot.cells[{bucketStart(Start + minute * MinuteMs, m_window.bucketMs), {}, {}, true, false, true}] +=
            sums;
    }
    LiveSnapshot snapshot(qint64 minutesLater = 60) const
    {
        LiveBoard board;
        board.load(m_window, m_snapshot);
        return takeSnapshot(board, {}, comparison, Start + minutesLater * MinuteMs, QTimeZone::utc());
    }

    ComparisonFigures comparison; ///< nothing to compare with unless set

private:
    BoardWindow m_window;
    CellSnapshot m_snapshot;
};

} // namespace callboard
