// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_codes.h"
#include "record/figures/commit_notice.h"
#include "record/figures/tally.h"
#include "record/filter/call_filter.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <map>

namespace callboard {

/// What a board shows: a stretch of time in buckets, of some tasks.
struct BoardWindow
{
    TimeRange range; ///< `to` may lie in the future: the window is then open and takes what arrives
    qint64 bucketMs = QuarterMs; ///< a minute, or a multiple of a quarter hour
    QStringList taskIds; ///< empty: all
    friend bool operator==(const BoardWindow &, const BoardWindow &) = default;
};

/// Sums of one code, split by whether the call was answered.
struct ResultFigures
{
    QString result;
    bool answered = false;
    Tally tally;
};

/// Figures of one stretch of time inside the window.
struct BucketFigures
{
    qint64 from = 0; ///< epoch ms
    Tally tally;
    std::array<qint64, OutcomeClassCount> byClass{}; ///< outbound calls with an outcome, by class
    qint64 awaiting = 0; ///< outbound calls still without one
    qint64 inbound = 0;
};

/// Figures of one task inside the window. Calls without a task stand under an empty `taskId`.
struct TaskFigures
{
    QString taskId;
    Tally tally;
    std::array<qint64, OutcomeClassCount> byClass{};
    QMap<QString, qint64> results; ///< outbound calls by `task_result`
    qint64 lastBucket = 0; ///< start of the newest bucket with a call, epoch ms
    QList<qint64> recentCalls; ///< calls in each of the last 60 buckets of the window, oldest first
};

/// The live figures in memory: loaded once from a store's snapshot, then moved by commit notices.
///
/// A plain class without signals, used by one thread (the window's). All figures on a page come from one board and so
/// agree with each other. Memory is bounded by buckets x tasks x results.
class LiveBoard
{
public:
    /// Starts over from a snapshot taken for exactly this window.
    void load(const BoardWindow &window, const CellSnapshot &snapshot);
    bool isLoaded() const { return m_loaded; }
    const BoardWindow &window() const { return m_window; }

    /// Takes the commits that the board does not hold yet. False when commits are missing in between: load again.
    bool apply(const CommitNotice &notice);

    /// Moves a rolling window on; forgets what left it.
    void slideTo(const TimeRange &range);

    /// What codes mean, and which of them are a success. As shipped unless set.
    void setRules(const FigureRules &rules);
    const FigureRules &rules() const { return m_rules; }

    Tally total() const { return m_total; }
    QList<BucketFigures> buckets() const; ///< every bucket of the window up to `untilMs` or its end, empty ones too
    QList<BucketFigures> buckets(qint64 untilMs) const;
    QList<ResultFigures> results() const; ///< outbound calls, most frequent first; awaiting calls are left out
    QList<TaskFigures> tasks(qint64 untilMs) const;
    qint64 watermark() const { return m_watermark; }

private:
    using BucketCells = QHash<CellKey, CellSums>;
    bool wants(const CellKey &key) const;
    void add(CellKey key, const CellSums &sums);
    void recount();

    BoardWindow m_window;
    std::map<qint64, BucketCells> m_buckets;
    Tally m_total;
    FigureRules m_rules;
    qint64 m_watermark = 0;
    bool m_loaded = false;
};

} // namespace callboard
