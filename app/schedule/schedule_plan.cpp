// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/schedule_plan.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace callboard {

namespace {

/// All attempts at one run, seen together.
struct Attempts
{
    ReportRun latest;
    int failures = 0;
};

QMap<qint64, Attempts> byDue(const QList<ReportRun> &history)
{
    QMap<qint64, Attempts> dues;
    for (const ReportRun &run : history) {
        if (run.isByHand())
            continue;
        Attempts &attempts = dues[run.dueAt];
        if (run.attempt >= attempts.latest.attempt)
            attempts.latest = run;
        attempts.failures += run.state == RunState::Failed ? 1 : 0;
    }
    return dues;
}

bool isOpen(const Attempts &attempts)
{
    switch (attempts.latest.state) {
    case RunState::Interrupted:
        return attempts.latest.attempt < MostAttempts;
    case RunState::Failed:
        return attempts.failures < MostFailures && attempts.latest.attempt < MostAttempts;
    case RunState::Running:
    case RunState::Done:
    case RunState::Cancelled:
    case RunState::Skipped:
        break;
    }
    return false;
}

/// When an open run may be made again. Clocks that were set back do not delay it.
qint64 againAt(const Attempts &attempts, qint64 now)
{
    if (attempts.latest.state != RunState::Failed || attempts.latest.finishedAt > now)
        return now;
    return attempts.latest.finishedAt + RetryAfterMs;
}

/// A later run may have written a file of the same name: an older one must not replace it.
bool isOvertaken(const QMap<qint64, Attempts> &dues, const Attempts &attempts)
{
    return std::any_of(dues.upperBound(attempts.latest.dueAt), dues.end(), [&](const Attempts &later) {
        return later.latest.state == RunState::Done && later.latest.file == attempts.latest.file;
    });
}

ReportRun runDue(const ReportSchedule &schedule, qint64 dueAt, int attempt, const QTimeZone &zone)
{
    ReportRun run;
    run.scheduleId = schedule.id;
    run.dueAt = dueAt;
    run.attempt = attempt;
    run.range = periodOf(schedule, dueAt, zone);
    run.scheduleName = schedule.name;
    run.report = schedule.report;
    return run;
}

ReportRun skippedRun(const ReportSchedule &schedule, const DueRuns &due, qint64 now, const QTimeZone &zone)
{
    ReportRun run = runDue(schedule, due.lastOmitted, 1, zone);
    run.range.from = periodOf(schedule, due.firstOmitted, zone).from;
    run.state = RunState::Skipped;
    run.startedAt = run.finishedAt = now;
    run.rows = due.omitted;
    run.message =
        QCoreApplication::translate(
            "ReportSchedule",
            "%1 runs were missed while Callboard was not running, too many to make up for. Choose the report's "
            "period by hand where one of them is needed.")
            .arg(due.omitted);
    return run;
}

void take(SchedulePlan &plan, qint64 moment)
{
    plan.nextAt = std::min(plan.nextAt.value_or(moment), moment);
}

void planOpenRuns(SchedulePlan &plan, const ReportSchedule &schedule, const QMap<qint64, Attempts> &dues, qint64 now,
                  const QTimeZone &zone)
{
    for (const Attempts &attempts : dues) {
        if (!isOpen(attempts) || attempts.latest.dueAt > now || isOvertaken(dues, attempts))
            continue;
        const qint64 again = againAt(attempts, now);
        if (again <= now)
            plan.runs.append(runDue(schedule, attempts.latest.dueAt, attempts.latest.attempt + 1, zone));
        else
            take(plan, again);
    }
}

/// The last run up to now that is in the history. Those of the future were made by a clock that was wrong.
qint64 lastHandled(const QMap<qint64, Attempts> &dues, const ReportSchedule &schedule, qint64 now)
{
    const auto next = dues.upperBound(now);
    return next == dues.begin() ? schedule.activeFrom : std::max(schedule.activeFrom, std::prev(next).key());
}

} // namespace

SchedulePlan planRuns(const ReportSchedule &schedule, const QList<ReportRun> &history, qint64 now,
                      const QTimeZone &zone)
{
    SchedulePlan plan;
    if (!schedule.enabled)
        return plan;
    const QMap<qint64, Attempts> dues = byDue(history);
    planOpenRuns(plan, schedule, dues, now, zone);
    const DueRuns missed = dueRuns(schedule, lastHandled(dues, schedule, now), now, zone, MostMissedRuns);
    if (missed.omitted > 0)
        plan.skipped = skippedRun(schedule, missed, now, zone);
    for (const qint64 dueAt : missed.dueAt)
        plan.runs.append(runDue(schedule, dueAt, 1, zone));
    if (const auto next = nextDue(schedule, std::max(now, schedule.activeFrom), zone))
        take(plan, *next);
    return plan;
}

} // namespace callboard
