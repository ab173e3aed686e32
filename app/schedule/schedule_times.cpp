// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/schedule_times.h"

#include "record/call/utc_time.h"

#include <QDateTime>

#include <algorithm>

namespace callboard {

namespace {

constexpr qint64 SecondMs = 1'000;
constexpr qint64 MinuteMs = 60 * SecondMs;
constexpr qint64 DayMs = 24 * 60 * MinuteMs;
constexpr qint64 MostOffsetMs = 2 * DayMs; ///< from UTC, with a day that a zone leaves out beside it
constexpr int LongestWaitDays = 62; ///< between two days of a monthly schedule

qint64 offsetAt(qint64 moment, const QTimeZone &zone)
{
    return zone.offsetFromUtc(utcTime(moment)) * SecondMs;
}

QDate dateAt(qint64 moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment, zone).date();
}

QDate dayBefore(const ReportSchedule &schedule, QDate date)
{
    for (int days = 1; days <= LongestWaitDays; ++days) {
        if (isScheduledOn(schedule, date.addDays(-days)))
            return date.addDays(-days);
    }
    return {};
}

qint64 startOf(QDate date, const QTimeZone &zone)
{
    return momentOf(date, 0, zone);
}

/// The day that a run belongs to. Where clocks left out its time up to midnight, or the whole day, it is the day before
/// the one that they show.
QDate dayOfRun(const ReportSchedule &schedule, qint64 dueAt, const QTimeZone &zone)
{
    const QDate today = dateAt(dueAt, zone);
    const QDate before = today.addDays(-1);
    const bool late = isScheduledOn(schedule, before) && momentOf(before, schedule.minuteOfDay, zone) == dueAt;
    return late ? before : today;
}

TimeRange daysBetween(QDate first, QDate end, const QTimeZone &zone)
{
    return {startOf(first, zone), startOf(end, zone)};
}

/// Takes what the latest runs have no room for: counts days, which is quick however many years there are.
void countOmitted(const ReportSchedule &schedule, QDate last, qint64 after, const QTimeZone &zone, DueRuns *runs)
{
    const QDate firstDay = dateAt(after, zone);
    QDate earliest;
    for (QDate day = last; day.isValid() && day >= firstDay; day = dayBefore(schedule, day)) {
        if (day == firstDay && momentOf(day, schedule.minuteOfDay, zone) <= after)
            break;
        earliest = day;
        runs->omitted += 1;
    }
    if (runs->omitted > 0) {
        runs->firstOmitted = momentOf(earliest, schedule.minuteOfDay, zone);
        runs->lastOmitted = momentOf(last, schedule.minuteOfDay, zone);
    }
}

} // namespace

qint64 momentOf(QDate date, int minuteOfDay, const QTimeZone &zone)
{
    // Between two changes of the clocks the offset stays: the first of these stretches that reaches the time has it.
    const qint64 clock = utcMidnight(date) + minuteOfDay * MinuteMs;
    const auto changes = zone.transitions(utcTime(clock - MostOffsetMs), utcTime(clock + MostOffsetMs));
    qint64 since = clock - MostOffsetMs;
    for (const QTimeZone::OffsetData &change : changes) {
        const qint64 until = change.atUtc.toMSecsSinceEpoch();
        const qint64 moment = std::max(since, clock - offsetAt(since, zone));
        if (moment < until)
            return moment;
        since = until;
    }
    return std::max(since, clock - offsetAt(since, zone));
}

bool isScheduledOn(const ReportSchedule &schedule, QDate date)
{
    switch (schedule.rhythm) {
    case ScheduleRhythm::Daily:
        return true;
    case ScheduleRhythm::Weekly:
        return schedule.weekDays.contains(date.dayOfWeek());
    case ScheduleRhythm::Monthly:
        break;
    }
    const int last = date.daysInMonth();
    return date.day() == (schedule.monthDay == LastDayOfMonth ? last : std::min(schedule.monthDay, last));
}

std::optional<qint64> nextDue(const ReportSchedule &schedule, qint64 after, const QTimeZone &zone)
{
    // From the day before: clocks that skip a day make what was due on it due on the next.
    const QDate first = dateAt(after, zone).addDays(-1);
    for (int days = 0; days <= LongestWaitDays; ++days) {
        const QDate date = first.addDays(days);
        if (!isScheduledOn(schedule, date))
            continue;
        const qint64 moment = momentOf(date, schedule.minuteOfDay, zone);
        if (moment > after)
            return moment;
    }
    return std::nullopt;
}

TimeRange periodOf(const ReportSchedule &schedule, qint64 dueAt, const QTimeZone &zone)
{
    const QDate today = dayOfRun(schedule, dueAt, zone);
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    const QDate month(today.year(), today.month(), 1);
    switch (schedule.period) {
    case SchedulePeriod::Yesterday:
        break;
    case SchedulePeriod::LastWeek:
        return daysBetween(monday.addDays(-7), monday, zone);
    case SchedulePeriod::LastMonth:
        return daysBetween(month.addMonths(-1), month, zone);
    case SchedulePeriod::TodaySoFar:
        return {startOf(today, zone), dueAt};
    case SchedulePeriod::LastSevenDays:
        return daysBetween(today.addDays(-7), today, zone);
    }
    return daysBetween(today.addDays(-1), today, zone);
}

DueRuns dueRuns(const ReportSchedule &schedule, qint64 after, qint64 until, const QTimeZone &zone, int most)
{
    DueRuns runs;
    // From the day after: clocks that go back across midnight show the day before again.
    QDate day = dayBefore(schedule, dateAt(until, zone).addDays(2));
    for (; day.isValid() && runs.dueAt.size() < most; day = dayBefore(schedule, day)) {
        const qint64 moment = momentOf(day, schedule.minuteOfDay, zone);
        if (moment <= after)
            break;
        // Two days of one schedule fall together where clocks leave one of them out.
        if (moment <= until && (runs.dueAt.isEmpty() || runs.dueAt.constFirst() != moment))
            runs.dueAt.prepend(moment);
    }
    if (day.isValid() && runs.dueAt.size() == most)
        countOmitted(schedule, day, after, zone, &runs);
    return runs;
}

} // namespace callboard
