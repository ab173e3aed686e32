// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/logs/schedule_words.h"

#include "text/format.h"

#include <QCoreApplication>
#include <QTime>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleWords)
};

QString daysText(const ReportSchedule &schedule, const Format &format)
{
    constexpr qsizetype WholeWeek = 7;
    QStringList days;
    for (const int day : schedule.weekDays)
        days.append(weekDayWord(day, format));
    return days.size() == WholeWeek ? Words::tr("daily") : days.join(Words::tr(", "));
}

} // namespace

QString schedulePeriodWord(SchedulePeriod period)
{
    switch (period) {
    case SchedulePeriod::Yesterday:
        return Words::tr("yesterday");
    case SchedulePeriod::LastWeek:
        return Words::tr("last week, Monday to Sunday");
    case SchedulePeriod::LastMonth:
        return Words::tr("last month");
    case SchedulePeriod::TodaySoFar:
        return Words::tr("today so far");
    case SchedulePeriod::LastSevenDays:
        return Words::tr("the last 7 whole days");
    }
    return {};
}

QString scheduleRhythmWord(ScheduleRhythm rhythm)
{
    switch (rhythm) {
    case ScheduleRhythm::Daily:
        return Words::tr("daily");
    case ScheduleRhythm::Weekly:
        return Words::tr("weekly");
    case ScheduleRhythm::Monthly:
        return Words::tr("monthly");
    }
    return {};
}

QString weekDayWord(int day, const Format &format)
{
    return format.locale().dayName(day, QLocale::ShortFormat);
}

QString monthDayWord(int day)
{
    return day == LastDayOfMonth ? Words::tr("on the last day of the month") : Words::tr("on day %1").arg(day);
}

QString scheduleTimesText(const ReportSchedule &schedule, const Format &format)
{
    const QString time = QTime(0, 0).addSecs(schedule.minuteOfDay * 60).toString(u"HH:mm"_s);
    const QString days = schedule.rhythm == ScheduleRhythm::Daily ? Words::tr("daily")
        : schedule.rhythm == ScheduleRhythm::Weekly               ? daysText(schedule, format)
                                                                  : monthDayWord(schedule.monthDay);
    return Words::tr("%1 at %2").arg(days, time);
}

QString scheduleFilterText(const ReportSchedule &schedule, FilterWordsContext context)
{
    context.privacy = Privacy::Masked;
    return filterTexts(schedule.filter, context).join(Words::tr("; "));
}

QString scheduleCallsText(const ReportSchedule &schedule, const FilterWordsContext &context)
{
    const QString filter = scheduleFilterText(schedule, context);
    const QString campaigns = taskWords(schedule.taskIds, context);
    return filter.isEmpty() ? campaigns : campaigns + Words::tr("; ") + filter;
}

QString runStateText(RunState state)
{
    switch (state) {
    case RunState::Running:
        return Words::tr("running");
    case RunState::Done:
        return Words::tr("done");
    case RunState::Failed:
        return Words::tr("failed");
    case RunState::Cancelled:
        return Words::tr("cancelled");
    case RunState::Interrupted:
        return Words::tr("interrupted");
    case RunState::Skipped:
        return Words::tr("skipped");
    }
    return {};
}

QString runSentence(const ReportRun &run, const Format &format)
{
    if (!run.message.isEmpty())
        return run.message;
    if (run.state == RunState::Done)
        return run.rows == 1 ? Words::tr("1 row") : Words::tr("%1 rows").arg(format.count(run.rows));
    return {};
}

QString runDuration(const ReportRun &run, const Format &format)
{
    return run.finishedAt == 0 || run.startedAt == 0 ? QString() : format.exactSeconds(run.finishedAt - run.startedAt);
}

} // namespace callboard
