// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/report_schedule.h"

#include "record/filter/filter_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int JsonVersion = 1;
constexpr int DayMinutes = 24 * 60;
constexpr qsizetype LongestName = 100;

template <class Value>
struct Word
{
    Value value;
    QLatin1StringView word;
};

// Words, not numbers: enumerations may grow in the middle. Never rename one.
constexpr Word<ScheduleRhythm> Rhythms[] = {
    {ScheduleRhythm::Daily, "daily"_L1},
    {ScheduleRhythm::Weekly, "weekly"_L1},
    {ScheduleRhythm::Monthly, "monthly"_L1},
};

constexpr Word<SchedulePeriod> Periods[] = {
    {SchedulePeriod::Yesterday, "yesterday"_L1},       {SchedulePeriod::LastWeek, "last-week"_L1},
    {SchedulePeriod::LastMonth, "last-month"_L1},      {SchedulePeriod::TodaySoFar, "today"_L1},
    {SchedulePeriod::LastSevenDays, "last-7-days"_L1},
};

constexpr Word<RunState> States[] = {
    {RunState::Running, "running"_L1},         {RunState::Done, "done"_L1},
    {RunState::Failed, "failed"_L1},           {RunState::Cancelled, "cancelled"_L1},
    {RunState::Interrupted, "interrupted"_L1}, {RunState::Skipped, "skipped"_L1},
};

template <class Value, std::size_t N>
QString wordOf(const Word<Value> (&words)[N], Value value)
{
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const auto &w) { return w.value == value; });
    return found == std::end(words) ? QString() : QString(found->word);
}

template <class Value, std::size_t N>
std::optional<Value> valueOf(const Word<Value> (&words)[N], const QString &word)
{
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const auto &w) { return w.word == word; });
    return found == std::end(words) ? std::nullopt : std::optional(found->value);
}

/// A missing word keeps the preset; an unknown one says that the text can't be read.
template <class Value, std::size_t N>
bool readWord(const Word<Value> (&words)[N], const QJsonValue &json, Value *value)
{
    if (json.isUndefined())
        return true;
    const std::optional<Value> known = valueOf(words, json.toString());
    *value = known.value_or(*value);
    return known.has_value();
}

QStringList textsOf(const QJsonValue &json)
{
    QStringList texts;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

QList<int> readWeekDays(const QJsonValue &json, const QList<int> &otherwise)
{
    if (!json.isArray())
        return otherwise;
    QList<int> days;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &value : array) {
        const int day = value.toInt();
        if (day >= 1 && day <= 7 && !days.contains(day))
            days.append(day);
    }
    std::sort(days.begin(), days.end());
    return days;
}

QJsonArray arrayOf(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

ScheduleProblem complaint(ScheduleProblem::Field field, const char *text)
{
    return {field, QCoreApplication::translate("ReportSchedule", text)};
}

using Field = ScheduleProblem::Field;

void complainOfName(const ReportSchedule &schedule, QList<ScheduleProblem> &complaints)
{
    if (schedule.name.trimmed().isEmpty())
        complaints.append(complaint(
            Field::Name, QT_TRANSLATE_NOOP("ReportSchedule", "Give it a name, by which its history is found again.")));
    else if (schedule.name.size() > LongestName)
        complaints.append(complaint(
            Field::Name, QT_TRANSLATE_NOOP("ReportSchedule", "The name is too long: 100 characters are the most.")));
}

void complainOfTimes(const ReportSchedule &schedule, QList<ScheduleProblem> &complaints)
{
    const bool badDay =
        std::any_of(schedule.weekDays.begin(), schedule.weekDays.end(), [](int day) { return day < 1 || day > 7; });
    if (schedule.rhythm == ScheduleRhythm::Weekly && (schedule.weekDays.isEmpty() || badDay))
        complaints.append(
            complaint(Field::Days, QT_TRANSLATE_NOOP("ReportSchedule", "Choose at least one day of the week.")));
    if (schedule.rhythm == ScheduleRhythm::Monthly && (schedule.monthDay < LastDayOfMonth || schedule.monthDay > 31))
        complaints.append(complaint(
            Field::MonthDay, QT_TRANSLATE_NOOP("ReportSchedule", "The day of the month is 1 to 31, or the last day.")));
    if (schedule.minuteOfDay < 0 || schedule.minuteOfDay >= DayMinutes)
        complaints.append(
            complaint(Field::Time, QT_TRANSLATE_NOOP("ReportSchedule", "The time is between 00:00 and 23:59.")));
}

void complainOfFile(const ReportSchedule &schedule, QList<ScheduleProblem> &complaints)
{
    if (schedule.folder.trimmed().isEmpty())
        complaints.append(
            complaint(Field::Folder, QT_TRANSLATE_NOOP("ReportSchedule", "Choose the folder for the files.")));
    else if (!QDir::isAbsolutePath(schedule.folder))
        complaints.append(complaint(
            Field::Folder, QT_TRANSLATE_NOOP("ReportSchedule", "Give the whole path of the folder, from / on.")));
    if (schedule.fileName.trimmed().isEmpty())
        complaints.append(complaint(
            Field::FileName, QT_TRANSLATE_NOOP("ReportSchedule", "Give the files a name, such as {name} {to}.")));
    else if (schedule.fileName.contains(u'/') || schedule.fileName.contains(u'\\'))
        complaints.append(complaint(
            Field::FileName,
            QT_TRANSLATE_NOOP("ReportSchedule", "The name of a file holds no / and no \\; the folder stands above.")));
}

/// What decides when a schedule is due.
bool hasSameTimes(const ReportSchedule &a, const ReportSchedule &b)
{
    return a.rhythm == b.rhythm && a.weekDays == b.weekDays && a.monthDay == b.monthDay
        && a.minuteOfDay == b.minuteOfDay;
}

bool readTimes(const QJsonObject &object, ReportSchedule *schedule)
{
    schedule->weekDays = readWeekDays(object.value("weekDays"_L1), schedule->weekDays);
    schedule->monthDay = std::clamp(object.value("monthDay"_L1).toInt(schedule->monthDay), LastDayOfMonth, 31);
    schedule->minuteOfDay = std::clamp(object.value("minuteOfDay"_L1).toInt(schedule->minuteOfDay), 0, DayMinutes - 1);
    schedule->activeFrom = object.value("activeFrom"_L1).toInteger();
    return readWord(Rhythms, object.value("rhythm"_L1), &schedule->rhythm)
        && readWord(Periods, object.value("period"_L1), &schedule->period);
}

/// Without a restriction that is not known here, a report would hold calls that it must not.
bool readCalls(const QJsonObject &object, ReportSchedule *schedule)
{
    const QJsonObject filter = object.value("filter"_L1).toObject();
    schedule->taskIds = textsOf(object.value("taskIds"_L1));
    schedule->filter = filterFromJson(filter);
    schedule->meaningsOfTheirTime = object.value("meanings"_L1).toString() == "then"_L1;
    return filterToJson(schedule->filter).size() == filter.size();
}

} // namespace

CallFilter reusableFilter(CallFilter filter)
{
    filter.range = {};
    filter.taskIds.clear();
    filter.uuid.clear();
    filter.contactId = 0;
    filter.drill.stretches.clear();
    for (CallChoice &choice : filter.choices)
        choice.anyOf.clear();
    return filter;
}

QList<ScheduleProblem> validate(const ReportSchedule &schedule)
{
    QList<ScheduleProblem> complaints;
    complainOfName(schedule, complaints);
    if (schedule.report.isEmpty())
        complaints.append(
            complaint(ScheduleProblem::Field::Report, QT_TRANSLATE_NOOP("ReportSchedule", "Choose a report.")));
    if (schedule.format.isEmpty())
        complaints.append(
            complaint(ScheduleProblem::Field::Format, QT_TRANSLATE_NOOP("ReportSchedule", "Choose the kind of file.")));
    complainOfTimes(schedule, complaints);
    complainOfFile(schedule, complaints);
    return complaints;
}

ReportSchedule withActivationTime(ReportSchedule schedule, const std::optional<ReportSchedule> &before, qint64 now)
{
    const bool goesOn = before && before->enabled && hasSameTimes(*before, schedule);
    schedule.activeFrom = goesOn ? before->activeFrom : now;
    return schedule;
}

QString scheduleToJson(const ReportSchedule &schedule)
{
    QJsonObject object{{u"version"_s, JsonVersion},
                       {u"name"_s, schedule.name},
                       {u"enabled"_s, schedule.enabled},
                       {u"report"_s, schedule.report},
                       {u"format"_s, schedule.format},
                       {u"language"_s, schedule.language},
                       {u"taskIds"_s, QJsonArray::fromStringList(schedule.taskIds)},
                       {u"columns"_s, QJsonArray::fromStringList(schedule.columns)},
                       {u"personalColumns"_s, QJsonArray::fromStringList(schedule.personalColumns)},
                       {u"revealed"_s, schedule.revealed},
                       {u"rhythm"_s, wordOf(Rhythms, schedule.rhythm)},
                       {u"weekDays"_s, arrayOf(schedule.weekDays)},
                       {u"monthDay"_s, schedule.monthDay},
                       {u"minuteOfDay"_s, schedule.minuteOfDay},
                       {u"period"_s, wordOf(Periods, schedule.period)},
                       {u"folder"_s, schedule.folder},
                       {u"fileName"_s, schedule.fileName},
                       {u"activeFrom"_s, schedule.activeFrom}};
    if (schedule.filter != CallFilter())
        object.insert(u"filter"_s, filterToJson(schedule.filter));
    if (schedule.meaningsOfTheirTime)
        object.insert(u"meanings"_s, u"then"_s);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<ReportSchedule> scheduleFromJson(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    const QJsonObject object = document.object();
    ReportSchedule schedule;
    if (!document.isObject() || !readTimes(object, &schedule) || !readCalls(object, &schedule))
        return std::nullopt;
    schedule.name = object.value("name"_L1).toString();
    schedule.enabled = object.value("enabled"_L1).toBool(schedule.enabled);
    schedule.report = object.value("report"_L1).toString(schedule.report);
    schedule.format = object.value("format"_L1).toString(schedule.format);
    schedule.language = object.value("language"_L1).toString();
    schedule.columns = textsOf(object.value("columns"_L1));
    schedule.personalColumns = textsOf(object.value("personalColumns"_L1));
    schedule.revealed = object.value("revealed"_L1).toBool();
    schedule.folder = object.value("folder"_L1).toString();
    schedule.fileName = object.value("fileName"_L1).toString(schedule.fileName);
    return schedule;
}

QString runStateWord(RunState state)
{
    return wordOf(States, state);
}

RunState runStateOf(const QString &word)
{
    return valueOf(States, word).value_or(RunState::Failed);
}

} // namespace callboard
