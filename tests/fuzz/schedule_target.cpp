// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_targets.h"
#include "schedule/report_file_name.h"
#include "schedule/schedule_plan.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
constexpr qint64 Day = 86'400'000;
constexpr qsizetype LongestName = 255; ///< bytes, of most file systems

const char *brokenName(const QString &name, const QString &format)
{
    if (name.isEmpty() || name.startsWith(u'.') || name.contains(u'/') || name.contains(u'\\'))
        return "a file name that is none, hidden, or a path";
    if (name.toUtf8().size() > LongestName)
        return "a file name that is too long";
    if (!name.isValidUtf16() || !name.endsWith(u'.' + format))
        return "a file name that can't be written, or without its ending";
    for (const QChar c : name) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            return "an invisible character in a file name";
    }
    return nullptr;
}

const char *brokenPlan(ReportSchedule schedule)
{
    schedule.id = 1;
    schedule.activeFrom = Now - 100 * Day;
    const SchedulePlan plan = planRuns(schedule, {}, Now, QTimeZone("Europe/Berlin"));
    if (plan.runs.size() > MostMissedRuns)
        return "more missed runs than are made up for";
    for (const ReportRun &run : plan.runs) {
        if (run.dueAt > Now || run.range.from > run.range.to)
            return "a run that is not due, or ends before it begins";
    }
    return plan.nextAt && *plan.nextAt <= Now && plan.runs.isEmpty() ? "a next run in the past" : nullptr;
}

/// The first line is the pattern, the rest a schedule.
const char *broken(const QByteArray &input)
{
    const qsizetype end = input.indexOf('\n');
    const QString pattern = QString::fromUtf8(input.left(std::max<qsizetype>(0, end)));
    std::optional<ReportSchedule> schedule = scheduleFromJson(QString::fromUtf8(input.mid(end + 1)));
    if (schedule) {
        if (scheduleFromJson(scheduleToJson(*schedule)) != schedule)
            return "a stored schedule reads otherwise";
        if (const char *fault = brokenPlan(*schedule))
            return fault;
    }
    ReportSchedule named = schedule.value_or(ReportSchedule{});
    for (const ScheduleProblem &complaint : validate(named)) {
        if (complaint.text.isEmpty())
            return "a complaint without words";
    }
    named.format = u"csv"_s;
    named.fileName = pattern;
    ReportRun run;
    run.dueAt = Now;
    run.range = {Now - Day, Now};
    const QString name = reportFileName(named, run, {pattern, pattern}, QTimeZone::utc());
    return brokenName(name, named.format);
}

QList<QByteArray> seeds()
{
    return {"{name} {to}\n" + scheduleToJson({.name = u"早报"_s, .folder = u"/srv/reports"_s}).toUtf8(),
            "{report}-{campaign}-{from}-{date}-{time}\n"
                + scheduleToJson({.name = u"a/b"_s, .rhythm = ScheduleRhythm::Weekly, .weekDays = {1, 5}}).toUtf8(),
            "../{name}/..\n" + scheduleToJson({.rhythm = ScheduleRhythm::Monthly, .monthDay = 31}).toUtf8(), "CON\n{}",
            "\xE2\x80\xAE{name}{name}\n" + scheduleToJson({.taskIds = {u"7"_s}, .columns = {u"x"_s}}).toUtf8()};
}

} // namespace

FuzzTarget scheduleTarget()
{
    return {"schedule",
            &broken,
            &seeds,
            {"{",
             "}",
             "{name}",
             "{date}",
             "..",
             "/",
             "\\",
             "\n",
             "\"",
             ":",
             ",",
             "[",
             "]",
             "null",
             "-1",
             "1e300",
             "32",
             "\"weekly\"",
             "\"monthly\"",
             "\"weekDays\":[",
             "\"minuteOfDay\":",
             "\xEF\xBC\x8F",
             "\xE2\x80\x8B",
             "\xF0\x9F\x98\x80"}};
}

} // namespace callboard
