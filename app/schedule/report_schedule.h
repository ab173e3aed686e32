// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <utility>

namespace callboard {

/// On which days a scheduled report is made.
enum class ScheduleRhythm : quint8 { Daily, Weekly, Monthly };

/// Which calls it holds, seen from the moment at which it is due. Weeks begin on Monday.
enum class SchedulePeriod : quint8 {
    Yesterday,
    LastWeek, ///< Monday to Sunday before this week
    LastMonth, ///< the whole month before this one
    TodaySoFar, ///< from midnight to the moment at which it is due
    LastSevenDays ///< the seven whole days before today
};

/// `monthDay` of a report that is made on the last day of each month, however long it is.
inline constexpr int LastDayOfMonth = 0;

/// A report that is made again and again: which one, when, of which period, and where its files go. A value.
struct ReportSchedule
{
    qint64 id = 0; ///< 0: not stored yet
    QString name{}; ///< given by a person
    bool enabled = true;
    QString report = QStringLiteral("calls"); ///< one of reportNames()
    QString format = QStringLiteral("xlsx"); ///< one of reportFormats(report)
    QString language{}; ///< "en" or "zh_CN"; empty: the language of the program that makes it
    QStringList taskIds{}; ///< only these campaigns; empty: all
    /// Which calls besides: see reusableFilter(). Choices carry only their names, see record/filter/call_choices.h.
    CallFilter filter{};
    bool meaningsOfTheirTime = false; ///< result codes mean what they meant at the end of the period, not today
    QStringList columns{}; ///< only these columns; empty: all
    QStringList personalColumns{}; ///< customer columns that are covered wholly while numbers are masked
    bool revealed = false; ///< numbers in full. Only where a person allowed it; each run goes to the audit log
    ScheduleRhythm rhythm = ScheduleRhythm::Daily;
    QList<int> weekDays{1}; ///< Weekly: 1 Monday … 7 Sunday, sorted, each once
    int monthDay = 1; ///< Monthly: 1 … 31, in shorter months their last day; or LastDayOfMonth
    int minuteOfDay = 7 * 60; ///< local time, 0 … 1439
    SchedulePeriod period = SchedulePeriod::Yesterday;
    QString folder{}; ///< absolute; must exist when the report is made
    QString fileName = QStringLiteral("{name} {to}"); ///< pattern without ending, see reportFileName()
    qint64 activeFrom = 0; ///< epoch ms: what was due up to then is not made. See withActivationTime()

    friend bool operator==(const ReportSchedule &, const ReportSchedule &) = default;
};

/// What a person has to be told about a field of a schedule.
struct ScheduleProblem
{
    enum class Field : quint8 { Name, Report, Format, Days, MonthDay, Time, Folder, FileName };
    Field field = Field::Name;
    QString text; ///< one sentence, in the language of the program
};

/// What is wrong with a schedule; empty: it can be saved. Does not look at the disk, so any thread may ask.
QList<ScheduleProblem> validate(const ReportSchedule &schedule);

/// The schedule as it is to be saved at `now`: one that is new, was switched on, or has other times than `before`
/// begins then, so that nothing is made for times that nobody asked for. Any other change keeps its beginning.
ReportSchedule withActivationTime(ReportSchedule schedule, const std::optional<ReportSchedule> &before, qint64 now);

/// What of a filter makes sense again and again: without range and campaigns, which a schedule has itself, and without
/// single calls, single contacts and stretches of time.
CallFilter reusableFilter(CallFilter filter);

/// Schedules as JSON text, for the store: with a version; fields that this program does not know are ignored, those
/// that are missing keep their presets. Nothing where the text names a rhythm, a period or a restriction of calls that
/// this program does not know. The id is not in it.
QString scheduleToJson(const ReportSchedule &schedule);
std::optional<ReportSchedule> scheduleFromJson(const QString &json);

/// How a run of a schedule went.
enum class RunState : quint8 {
    Running,
    Done,
    Failed, ///< `message` says why; made once more later
    Cancelled, ///< by a person; not made again
    Interrupted, ///< the program ended meanwhile; made again
    Skipped ///< stands for all missed runs that were too many to make up for
};

/// One attempt at one run. (scheduleId, dueAt, attempt) is its key.
struct ReportRun
{
    qint64 scheduleId = 0;
    qint64 dueAt = 0; ///< epoch ms: when it was to be made; when a person asked for it
    int attempt = 1; ///< counted from 1; 0: a person asked for it
    RunState state = RunState::Running;
    qint64 startedAt = 0, finishedAt = 0; ///< epoch ms; finishedAt 0: not yet
    TimeRange range{}; ///< the calls that it holds; Skipped: of all runs that it stands for
    QString scheduleName{}; ///< as it was then
    QString report{}; ///< as it was then
    QString file{}; ///< where it was to be written, absolute; complete only when Done
    qint64 rows = 0; ///< data rows in the file; Skipped: how many runs were not made
    QString message{}; ///< one sentence for a person; empty where all went well

    bool isByHand() const { return attempt == 0; }
    friend bool operator==(const ReportRun &, const ReportRun &) = default;
};

/// The state's word for the store and for programs, such as "done". Never renamed.
QString runStateWord(RunState state);
/// The reader's side; a word of a newer program is taken as Failed.
RunState runStateOf(const QString &word);

} // namespace callboard
