// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/board/live_board.h"

#include "record/figures/commit_order.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr int RecentBuckets = 60;

qint64 lastBucketOf(const BoardWindow &window, qint64 untilMs)
{
    const qint64 end = std::min(window.range.to, untilMs);
    return bucketStart(std::max(end - 1, window.range.from), window.bucketMs);
}

void countClass(std::array<qint64, OutcomeClassCount> &byClass, const CellKey &key, qint64 calls,
                const FigureRules &rules)
{
    byClass[static_cast<std::size_t>(rules.meanings().classOf(key.result, key.answered))] += calls;
}

void addTo(BucketFigures &bucket, const CellKey &key, const CellSums &sums, const FigureRules &rules)
{
    bucket.tally += tallyOf(key, sums, rules);
    if (!key.outbound)
        bucket.inbound += sums.calls;
    else if (key.isAwaiting())
        bucket.awaiting += sums.calls;
    else
        countClass(bucket.byClass, key, sums.calls, rules);
}

} // namespace

void LiveBoard::load(const BoardWindow &window, const CellSnapshot &snapshot)
{
    m_window = window;
    m_watermark = snapshot.watermark;
    m_buckets.clear();
    for (auto it = snapshot.cells.cbegin(); it != snapshot.cells.cend(); ++it)
        m_buckets[bucketStart(it.key().bucket, window.bucketMs)][it.key()] += it.value();
    m_loaded = true;
    recount();
}

bool LiveBoard::apply(const CommitNotice &notice)
{
    if (!m_loaded)
        return true;
    return addNewCommits(notice, m_watermark, [this](const CellKey &key, const CellSums &sums) { add(key, sums); });
}

void LiveBoard::slideTo(const TimeRange &range)
{
    m_window.range = range;
    const auto first = m_buckets.lower_bound(bucketStart(range.from, m_window.bucketMs));
    if (first == m_buckets.begin())
        return;
    m_buckets.erase(m_buckets.begin(), first);
    recount();
}

void LiveBoard::setRules(const FigureRules &rules)
{
    m_rules = rules;
    recount();
}

bool LiveBoard::wants(const CellKey &key) const
{
    return m_window.range.contains(key.bucket) && (m_window.taskIds.isEmpty() || m_window.taskIds.contains(key.taskId));
}

void LiveBoard::add(CellKey key, const CellSums &sums)
{
    if (!wants(key))
        return;
    key.bucket = bucketStart(key.bucket, m_window.bucketMs);
    m_total += tallyOf(key, sums, m_rules);
    BucketCells &cells = m_buckets[key.bucket];
    CellSums &held = cells[key];
    held += sums;
    if (held.isZero())
        cells.remove(key);
}

void LiveBoard::recount()
{
    m_total = {};
    for (const auto &[from, cells] : m_buckets) {
        for (auto it = cells.cbegin(); it != cells.cend(); ++it)
            m_total += tallyOf(it.key(), it.value(), m_rules);
    }
}

QList<BucketFigures> LiveBoard::buckets() const
{
    return buckets(m_window.range.to);
}

QList<BucketFigures> LiveBoard::buckets(qint64 untilMs) const
{
    QList<BucketFigures> result;
    const qint64 last = lastBucketOf(m_window, untilMs);
    for (qint64 from = bucketStart(m_window.range.from, m_window.bucketMs); from <= last; from += m_window.bucketMs) {
        BucketFigures bucket;
        bucket.from = from;
        if (const auto found = m_buckets.find(from); found != m_buckets.end()) {
            for (auto it = found->second.cbegin(); it != found->second.cend(); ++it)
                addTo(bucket, it.key(), it.value(), m_rules);
        }
        result.append(bucket);
    }
    return result;
}

QList<ResultFigures> LiveBoard::results() const
{
    QHash<std::pair<QString, bool>, Tally> byResult;
    for (const auto &[from, cells] : m_buckets) {
        for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
            if (it.key().outbound && !it.key().isAwaiting())
                byResult[{it.key().result, it.key().answered}] += tallyOf(it.key(), it.value(), m_rules);
        }
    }
    QList<ResultFigures> list;
    for (auto it = byResult.cbegin(); it != byResult.cend(); ++it)
        list.append({it.key().first, it.key().second, it.value()});
    std::sort(list.begin(), list.end(), [](const ResultFigures &a, const ResultFigures &b) {
        return std::tuple(-a.tally.calls, a.result, a.answered) < std::tuple(-b.tally.calls, b.result, b.answered);
    });
    return list;
}

QList<TaskFigures> LiveBoard::tasks(qint64 untilMs) const
{
    const qint64 last = lastBucketOf(m_window, untilMs);
    QMap<QString, TaskFigures> byTask;
    for (const auto &[from, cells] : m_buckets) {
        for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
            const CellKey &key = it.key();
            TaskFigures &task = byTask[key.taskId];
            task.tally += tallyOf(key, it.value(), m_rules);
            task.lastBucket = std::max(task.lastBucket, from);
            if (key.outbound && !key.isAwaiting()) {
                countClass(task.byClass, key, it.value().calls, m_rules);
                task.results[key.result] += it.value().calls;
            }
            if (task.recentCalls.isEmpty())
                task.recentCalls.fill(0, RecentBuckets);
            const qint64 age = (last - from) / m_window.bucketMs;
            if (age >= 0 && age < RecentBuckets)
                task.recentCalls[RecentBuckets - 1 - age] += it.value().calls;
        }
    }
    for (auto it = byTask.begin(); it != byTask.end(); ++it)
        it->taskId = it.key();
    return byTask.values();
}

} // namespace callboard
