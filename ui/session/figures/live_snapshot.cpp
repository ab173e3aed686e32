// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/figures/live_snapshot.h"

#include "ui/session/view_state.h"

#include <QDateTime>

namespace callboard {

namespace {

constexpr qsizetype MostHours = 8 * 24; ///< more hourly slices than this are shown as days
constexpr qsizetype LeastSlices = 8; ///< a morning's chart does not begin with one broad bar

void addTo(BucketFigures &sum, const BucketFigures &figures)
{
    sum.tally += figures.tally;
    for (std::size_t i = 0; i < sum.byClass.size(); ++i)
        sum.byClass[i] += figures.byClass[i];
    sum.awaiting += figures.awaiting;
    sum.inbound += figures.inbound;
}

qint64 nextMidnight(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).date().addDays(1).startOfDay(zone).toMSecsSinceEpoch();
}

QList<TimeSlice> daysOf(const QList<TimeSlice> &slices, const QTimeZone &zone)
{
    QList<TimeSlice> days;
    qint64 midnight = 0;
    for (const TimeSlice &slice : slices) {
        if (days.isEmpty() || slice.figures.from >= midnight) {
            days.append(slice);
            midnight = nextMidnight(slice.figures.from, zone);
        } else {
            addTo(days.last().figures, slice.figures);
            days.last().to = slice.to;
        }
    }
    return days;
}

/// A day's board starts with its first calls, not with the empty night before them.
void trimBeginning(QList<TimeSlice> &slices)
{
    qsizetype empty = 0;
    while (empty < slices.size() && slices[empty].figures.tally.calls == 0)
        ++empty;
    const qsizetype most = std::max<qsizetype>(0, slices.size() - LeastSlices);
    if (empty < slices.size())
        slices.remove(0, std::min(std::max<qsizetype>(0, empty - 1), most));
}

QList<TimeSlice> slicesOf(const LiveBoard &board, qint64 nowMs, const QTimeZone &zone)
{
    const BoardWindow &window = board.window();
    QList<TimeSlice> slices;
    const QList<BucketFigures> buckets = board.buckets(nowMs + 1);
    for (const BucketFigures &bucket : buckets)
        slices.append({bucket, std::min(bucket.from + window.bucketMs, window.range.to)});
    if (window.bucketMs == QuarterMs)
        trimBeginning(slices);
    if (window.bucketMs == HourMs && slices.size() > MostHours)
        return daysOf(slices, zone);
    return slices;
}

void addComparison(LiveSnapshot &snapshot, const ComparisonFigures &comparison, qint64 nowMs)
{
    snapshot.past = comparison.past;
    snapshot.reachedByMinute = comparison.reachedByMinute;
    snapshot.triedContacts = comparison.triedContacts;
    if (!comparison.hour.isLoaded())
        return;
    LiveBoard hour = comparison.hour;
    hour.slideTo(Period{PeriodKind::LastHour, {}}.resolve(nowMs, QTimeZone::utc()));
    snapshot.hour = hour.buckets(nowMs + 1);
    const QList<TaskFigures> tasks = hour.tasks(nowMs + 1);
    for (const TaskFigures &task : tasks)
        snapshot.callsByMinute.insert(task.taskId, task.recentCalls);
}

} // namespace

CallFilter LiveSnapshot::allCalls() const
{
    CallFilter filter;
    filter.range = window.range;
    filter.taskIds = window.taskIds;
    return filter;
}

double LiveSnapshot::minutes() const
{
    const qint64 end = std::min(window.range.to, nowMs);
    return static_cast<double>(std::max(MinuteMs, end - window.range.from)) / MinuteMs;
}

LiveSnapshot takeSnapshot(const LiveBoard &board, const QMap<QString, ContactCount> &contacts,
                          const ComparisonFigures &comparison, qint64 nowMs, const QTimeZone &zone)
{
    LiveSnapshot snapshot;
    snapshot.window = board.window();
    snapshot.nowMs = nowMs;
    if (!board.isLoaded())
        return snapshot;
    snapshot.rules = board.rules();
    snapshot.total = board.total();
    snapshot.slices = slicesOf(board, nowMs, zone);
    snapshot.results = board.results();
    snapshot.tasks = board.tasks(nowMs + 1);
    for (const ContactCount &count : contacts)
        snapshot.contacts += count;
    addComparison(snapshot, comparison, nowMs);
    return snapshot;
}

} // namespace callboard
