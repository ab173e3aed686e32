// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/schedule/scheduled_report.h"

#include "files/output_target.h"
#include "record/filter/call_choices.h"
#include "report/report_language.h"
#include "schedule/report_file_name.h"
#include "store/read/queries.h"
#include "store/settings/meaning_table.h"
#include "store/settings/schedule_table.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int HistoryLooked = 2 * KeptRunsOfSchedule; ///< more than planRuns() can need
constexpr qsizetype MostCampaignsNamed = 3;

QString campaignWords(Connection &connection, const ReportSchedule &schedule)
{
    if (schedule.taskIds.isEmpty() || !schedule.fileName.contains("{campaign}"_L1))
        return {};
    QHash<QString, QString> aliases;
    for (const TaskInfo &task : loadTasks(connection))
        aliases.insert(task.taskId, task.alias);
    QStringList names;
    for (const QString &id : schedule.taskIds.first(std::min(schedule.taskIds.size(), MostCampaignsNamed))) {
        const QString name = aliases.value(id).isEmpty() ? id : aliases.value(id);
        names.append(schedule.revealed ? name : maskId(name));
    }
    if (schedule.taskIds.size() > MostCampaignsNamed)
        names.append(QString::number(schedule.taskIds.size() - MostCampaignsNamed));
    return names.join(u'+');
}

/// True when another run, of whichever schedule, has a file of that name. Some file systems do not tell letters from
/// capitals.
bool isTaken(const ReportRun &run, const QList<ReportRun> &others)
{
    return std::any_of(others.begin(), others.end(), [&run](const ReportRun &other) {
        const bool isSame = other.scheduleId == run.scheduleId && other.dueAt == run.dueAt;
        return !isSame && other.file.compare(run.file, Qt::CaseInsensitive) == 0;
    });
}

/// `taken` are the runs that have their files already.
ScheduledReport named(Connection &connection, const ReportSchedule &schedule, ReportRun run, const QTimeZone &zone,
                      const QList<ReportRun> &taken)
{
    const ReportLanguage language(schedule.language);
    const FileNameWords words{reportTitle(schedule.report), campaignWords(connection, schedule)};
    const QString name = reportFileName(schedule, run, words, zone);
    const QDir folder(schedule.folder);
    run.file = folder.filePath(name);
    if (isTaken(run, taken))
        run.file = folder.filePath(otherFileName(name, run, zone));
    return {schedule, run};
}

QString text(const char *source, const QString &name)
{
    return QCoreApplication::translate("ReportSchedule", source).arg(QDir::toNativeSeparators(name));
}

/// Looked at beforehand, so that a person learns which part of the path it is.
QString folderProblem(const ScheduledReport &report)
{
    const QFileInfo folder(report.schedule.folder);
    if (!folder.exists())
        return text(
            QT_TRANSLATE_NOOP("ReportSchedule",
                              "The folder %1 is not there. Nothing was written. Connect its disk or make it, or "
                              "choose another one in the schedule."),
            report.schedule.folder);
    if (!folder.isDir())
        return text(
            QT_TRANSLATE_NOOP("ReportSchedule",
                              "%1 is a file, not a folder. Nothing was written. Choose a folder in the schedule."),
            report.schedule.folder);
    if (!folder.isWritable())
        return text(QT_TRANSLATE_NOOP("ReportSchedule",
                                      "Callboard may not write into the folder %1. Nothing was written. Change its "
                                      "rights, or choose another one in the schedule."),
                    report.schedule.folder);
    if (QFileInfo(report.run.file).isSymLink())
        return text(QT_TRANSLATE_NOOP("ReportSchedule",
                                      "%1 is a link to somewhere else. Nothing was written. Remove the link, or choose "
                                      "another name in the schedule."),
                    report.run.file);
    if (outputTarget(report.run.file).kind != OutputTarget::Kind::File)
        return text(QT_TRANSLATE_NOOP("ReportSchedule",
                                      "%1 is no file but a folder, a device or a pipe. Nothing was written. Choose "
                                      "another name in the schedule."),
                    report.run.file);
    return {};
}

/// Classes, flags and success as they are decided today: who opens the report at hand sees the same calls.
void resolveChoices(Connection &connection, CallFilter *filter)
{
    if (filter->choices.isEmpty())
        return;
    const FigureRules rules = loadRules(connection, QDateTime::currentMSecsSinceEpoch());
    for (CallChoice &choice : filter->choices)
        choice = resolvedChoice(choice.name, rules);
}

ReportRun ended(ReportRun run, const ReportResult &result)
{
    run.rows = result.rows;
    run.message = result.error;
    run.state = !result.error.isEmpty() ? RunState::Failed : result.cancelled ? RunState::Cancelled : RunState::Done;
    return run;
}

} // namespace

ReportSchedule correctedSchedule(ReportSchedule schedule, const QStringList &personalColumns, qint64 now)
{
    for (const QString &column : personalColumns) {
        if (!schedule.personalColumns.contains(column))
            schedule.personalColumns.append(column);
    }
    schedule.activeFrom = std::min(schedule.activeFrom, now);
    return schedule;
}

ScheduleAgenda loadAgenda(Connection &connection, const QStringList &personalColumns, qint64 now, const QTimeZone &zone)
{
    ScheduleAgenda agenda;
    QList<ReportRun> taken; // read when something is due, which it seldom is
    for (const ReportSchedule &stored : loadSchedules(connection)) {
        const ReportSchedule schedule = correctedSchedule(stored, personalColumns, now);
        if (schedule != stored)
            agenda.corrected.append(schedule);
        const SchedulePlan plan = planRuns(schedule, loadDueRuns(connection, schedule.id, HistoryLooked), now, zone);
        if (!plan.runs.isEmpty() && taken.isEmpty())
            taken = loadRuns(connection, KeptRuns);
        for (const ReportRun &run : plan.runs) {
            agenda.due.append(named(connection, schedule, run, zone, taken));
            taken.append(agenda.due.constLast().run);
        }
        if (plan.skipped)
            agenda.skipped.append(*plan.skipped);
        if (plan.nextAt)
            agenda.nextAt = std::min(agenda.nextAt.value_or(*plan.nextAt), *plan.nextAt);
    }
    std::stable_sort(agenda.due.begin(), agenda.due.end(),
                     [](const auto &a, const auto &b) { return a.run.dueAt < b.run.dueAt; });
    return agenda;
}

std::optional<ScheduledReport> loadReportByHand(Connection &connection, qint64 scheduleId, qint64 now,
                                                const QTimeZone &zone)
{
    for (const ReportSchedule &schedule : loadSchedules(connection)) {
        if (schedule.id != scheduleId)
            continue;
        ReportRun run;
        run.scheduleId = scheduleId;
        run.dueAt = now;
        run.attempt = 0;
        run.range = periodOf(schedule, now, zone);
        run.scheduleName = schedule.name;
        run.report = schedule.report;
        return named(connection, schedule, run, zone, loadRuns(connection, KeptRuns));
    }
    return std::nullopt;
}

ReportRequest requestOf(const ScheduledReport &report, const QTimeZone &zone)
{
    ReportRequest request;
    request.filter = report.schedule.filter;
    request.filter.range = report.run.range;
    request.filter.taskIds = report.schedule.taskIds;
    request.privacy = report.schedule.revealed ? Privacy::Revealed : Privacy::Masked;
    request.personalColumns = report.schedule.personalColumns;
    request.zone = zone;
    request.format = report.schedule.format;
    request.output = report.run.file;
    request.columns = report.schedule.columns;
    request.meaningsOf = report.schedule.meaningsOfTheirTime ? MeaningsOf::TheirTime : MeaningsOf::Today;
    return request;
}

ReportRun makeScheduledReport(const ScheduledReport &report, Connection &connection, const QTimeZone &zone,
                              const ReportProgress &progress, const ReportCancelled &cancelled)
{
    // The reason is for the people who look at the history, in the program's language; the file has its own.
    const QString reason = folderProblem(report);
    if (!reason.isEmpty())
        return ended(report.run, {.rows = 0, .cancelled = false, .error = reason});
    ReportRequest request = requestOf(report, zone);
    try {
        resolveChoices(connection, &request.filter);
    } catch (const QueryCancelled &) {
        return ended(report.run, {.rows = 0, .cancelled = true, .error = {}});
    } catch (const StoreError &error) {
        return ended(report.run, {.rows = 0, .cancelled = false, .error = error.readerText()});
    }
    const ReportLanguage language(report.schedule.language);
    return ended(report.run, runReport(report.schedule.report, request, connection, progress, cancelled));
}

} // namespace callboard
