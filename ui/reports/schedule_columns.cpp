// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/schedule_columns.h"

#include "report/report.h"
#include "schedule/schedule_times.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/schedule_words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleColumns)
};

QString nextText(const ReportSchedule &schedule, const Format &format)
{
    const auto next = nextDue(schedule, QDateTime::currentMSecsSinceEpoch(), format.zone());
    return schedule.enabled && next ? format.dateTime(*next).chopped(3) : u"–"_s;
}

QString lastText(const ReportRun &last, const Format &format)
{
    return last.scheduleId == 0
        ? u"–"_s
        : Texts::tr("%1 %2: %3")
              .arg(format.shortDate(last.dueAt), format.shortTime(last.dueAt), runStateText(last.state));
}

/// First and last day; a period that ends within a day ends with its time.
QString coversText(const TimeRange &range, const Format &format)
{
    if (range == TimeRange())
        return {};
    const QString from = format.dateTime(range.from).first(10);
    const QString to = format.dateTime(range.to - 1).first(10);
    return from == to ? from : Texts::tr("%1 to %2").arg(from, to);
}

QList<ListColumn<ScheduleRow>> scheduleColumns(const Theme &theme, const Format &format,
                                               const std::function<FilterWordsContext()> &words)
{
    return {
        {.id = u"on"_s,
         .title = [] { return Texts::tr("On"); },
         .width = 12 * Unit,
         .role =
             [](const ScheduleRow &row, int role) {
                 return role != Qt::AccessibleTextRole ? QVariant()
                     : row.schedule.enabled            ? Texts::tr("on")
                                                       : Texts::tr("off");
             },
         .checked = [](const ScheduleRow &row) { return row.schedule.enabled; }},
        {.id = u"name"_s,
         .title = [] { return Texts::tr("Name"); },
         .value = [](const ScheduleRow &row) { return row.schedule.name; },
         .width = 44 * Unit},
        {.id = u"report"_s,
         .title = [] { return Texts::tr("Report"); },
         .value = [](const ScheduleRow &row) { return reportTitle(row.schedule.report); },
         .width = 42 * Unit},
        {.id = u"times"_s,
         .title = [] { return Texts::tr("When"); },
         .value = [&format](const ScheduleRow &row) { return scheduleTimesText(row.schedule, format); },
         .width = 46 * Unit},
        {.id = u"period"_s,
         .title = [] { return Texts::tr("Period"); },
         .value = [](const ScheduleRow &row) { return schedulePeriodWord(row.schedule.period); },
         .width = 38 * Unit},
        {.id = u"calls"_s,
         .title = [] { return Texts::tr("Calls"); },
         .value = [words](const ScheduleRow &row) { return scheduleCallsText(row.schedule, words()); },
         .width = 56 * Unit},
        {.id = u"next"_s,
         .title = [] { return Texts::tr("Next run"); },
         .value = [&format](const ScheduleRow &row) { return nextText(row.schedule, format); },
         .width = 36 * Unit},
        {.id = u"last"_s,
         .title = [] { return Texts::tr("Last run"); },
         .value = [&format](const ScheduleRow &row) { return lastText(row.last, format); },
         .toolTip = [&format](const ScheduleRow &row) { return runSentence(row.last, format); },
         .role =
             [&theme](const ScheduleRow &row, int role) {
                 const bool isBad = row.schedule.enabled && row.last.scheduleId != 0
                     && row.last.state == RunState::Failed && role == Qt::ForegroundRole;
                 return isBad ? QVariant(theme.ink(ColorRole::Bad)) : QVariant();
             }},
    };
}

QList<ListColumn<ReportRun>> runColumns(const Theme &theme, const Format &format)
{
    const auto colour = [&theme](const ReportRun &run, int role) -> QVariant {
        if (role != Qt::ForegroundRole)
            return {};
        if (run.state == RunState::Failed)
            return theme.ink(ColorRole::Bad);
        const bool isMissing = run.state == RunState::Skipped || run.state == RunState::Interrupted;
        return isMissing ? QVariant(theme.ink(ColorRole::Warning)) : QVariant();
    };
    return {
        {.id = u"due"_s,
         .title = [] { return Texts::tr("Due"); },
         .value = [&format](const ReportRun &run) { return format.dateTime(run.dueAt); },
         .width = 40 * Unit},
        {.id = u"name"_s,
         .title = [] { return Texts::tr("Schedule"); },
         .value =
             [](const ReportRun &run) {
                 return run.isByHand() ? Texts::tr("%1 (by hand)").arg(run.scheduleName) : run.scheduleName;
             },
         .width = 50 * Unit},
        {.id = u"state"_s,
         .title = [] { return Texts::tr("State"); },
         .value = [](const ReportRun &run) { return runStateText(run.state); },
         .width = 24 * Unit,
         .role = colour},
        {.id = u"covers"_s,
         .title = [] { return Texts::tr("Covers"); },
         .value = [&format](const ReportRun &run) { return coversText(run.range, format); },
         .width = 52 * Unit},
        {.id = u"took"_s,
         .title = [] { return Texts::tr("Took"); },
         .value = [&format](const ReportRun &run) { return runDuration(run, format); },
         .width = 20 * Unit,
         .alignment = Qt::AlignRight},
        {.id = u"result"_s,
         .title = [] { return Texts::tr("Result"); },
         .value = [&format](const ReportRun &run) { return runSentence(run, format); },
         .toolTip =
             [&format](const ReportRun &run) { return run.file.isEmpty() ? runSentence(run, format) : run.file; },
         .role = colour},
    };
}

} // namespace

ScheduleList *makeScheduleList(const Theme &theme, const Format &format,
                               const std::function<FilterWordsContext()> &words, QObject *parent)
{
    const auto key = [](const ScheduleRow &row) { return QString::number(row.schedule.id); };
    auto *list = new ScheduleList(scheduleColumns(theme, format, words), key, parent);
    list->setRowRole([&theme](const ScheduleRow &row, int role) {
        const bool isMuted = role == Qt::ForegroundRole && !row.schedule.enabled;
        return isMuted ? QVariant(theme.ink(ColorRole::MutedText)) : QVariant();
    });
    return list;
}

RunList *makeRunList(const Theme &theme, const Format &format, QObject *parent)
{
    const auto key = [](const ReportRun &run) {
        return u"%1 %2 %3"_s.arg(run.scheduleId).arg(run.dueAt).arg(run.attempt);
    };
    return new RunList(runColumns(theme, format), key, parent);
}

} // namespace callboard
