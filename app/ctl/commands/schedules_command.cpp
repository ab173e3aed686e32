// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/commands/schedule_log.h"
#include "ctl/interruption.h"
#include "ctl/reveal.h"
#include "ctl/store_view.h"
#include "record/call/masking.h"
#include "record/filter/filter_words.h"
#include "report/schedule/scheduled_report.h"
#include "store/settings/schedule_table.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <future>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QJsonValue momentJson(std::optional<qint64> epochMs)
{
    return epochMs && *epochMs != 0 ? QJsonValue(localMoment(*epochMs)) : QJsonValue();
}

QJsonObject runJson(const ReportRun &run)
{
    return {{u"due"_s, momentJson(run.dueAt)},
            {u"attempt"_s, run.attempt},
            {u"by_hand"_s, run.isByHand()},
            {u"state"_s, runStateWord(run.state)},
            {u"started"_s, momentJson(run.startedAt)},
            {u"finished"_s, momentJson(run.finishedAt)},
            {u"from"_s, momentJson(run.range.from)},
            {u"to"_s, momentJson(run.range.to)},
            {u"file"_s, maskId(run.file)},
            {u"rows"_s, run.rows},
            {u"message"_s, maskText(run.message)}};
}

/// A schedule with what became of it and what comes.
struct Line
{
    ReportSchedule schedule;
    std::optional<ReportRun> last;
    std::optional<qint64> next;
};

QList<Line> loadLines(Connection &connection)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QList<Line> lines;
    for (const ReportSchedule &schedule : loadSchedules(connection)) {
        Line line{schedule, {}, {}};
        const QList<ReportRun> runs = loadRuns(connection, 1, schedule.id);
        if (!runs.isEmpty())
            line.last = runs.constFirst();
        if (schedule.enabled)
            line.next = nextDue(schedule, now, QTimeZone::systemTimeZone());
        lines.append(line);
    }
    return lines;
}

/// Which calls it holds beside period and campaigns. In words: these cover numbers.
QStringList filterTexts(const ReportSchedule &schedule)
{
    FilterWordsContext context;
    context.personalColumns = schedule.personalColumns;
    return filterTexts(schedule.filter, context);
}

QJsonObject definitionJson(const ReportSchedule &schedule)
{
    QJsonObject definition = QJsonDocument::fromJson(scheduleToJson(schedule).toUtf8()).object();
    QStringList tasks;
    for (const QString &id : schedule.taskIds)
        tasks.append(maskId(id));
    definition.insert(u"taskIds"_s, QJsonArray::fromStringList(tasks));
    definition.insert(u"filter"_s, QJsonArray::fromStringList(filterTexts(schedule)));
    return definition;
}

QJsonObject lineJson(const Line &line)
{
    return {{u"id"_s, line.schedule.id},
            {u"name"_s, line.schedule.name},
            {u"enabled"_s, line.schedule.enabled},
            {u"definition"_s, definitionJson(line.schedule)},
            {u"next_due"_s, momentJson(line.next)},
            {u"last_run"_s, line.last ? QJsonValue(runJson(*line.last)) : QJsonValue()}};
}

void printLine(TerminalStream &out, const Line &line)
{
    const QString next = !line.schedule.enabled ? u"off"_s : line.next ? localMoment(*line.next) : u"never"_s;
    out << line.schedule.id << '\t' << line.schedule.name << '\t' << line.schedule.report << "\tnext " << next
        << "\tlast ";
    if (line.last)
        out << runStateWord(line.last->state) << '\t' << localMoment(line.last->startedAt) << '\t'
            << maskId(line.last->file) << '\t' << maskText(line.last->message) << '\n';
    else
        out << "not yet\n";
}

int list(const Arguments &arguments, Console &console)
{
    StoreView connection(arguments.store());
    QJsonArray array;
    for (const Line &line : loadLines(connection)) {
        array.append(lineJson(line));
        if (!arguments.has("json"_L1))
            printLine(console.out, line);
    }
    if (arguments.has("json"_L1))
        console.json({{u"schedules"_s, array}});
    return Done;
}

void note(const StoreUrl &url, const ReportRun &run)
{
    StoreView connection(url, Access::Note);
    connection.begin();
    try {
        writeRun(connection, run);
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

ScheduledReport wanted(const StoreUrl &url, qint64 id)
{
    StoreView connection(url);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    auto report = loadReportByHand(connection, id, now, QTimeZone::systemTimeZone());
    if (!report)
        throw CommandError(u"There is no schedule %1. Without --run they are listed."_s.arg(id));
    report->run.startedAt = now;
    return *report;
}

ReportRun write(const StoreUrl &url, const ScheduledReport &report)
{
    StoreView connection(url);
    return makeScheduledReport(report, connection, QTimeZone::systemTimeZone(), {},
                               [] { return Interruption::isRequested(); });
}

/// The run with its end, as it stands in the history. No connection stays open beside a note: the last one of all folds
/// the log.
ReportRun make(const StoreUrl &url, qint64 id)
{
    const ScheduledReport report = wanted(url, id);
    if (report.schedule.revealed)
        noteReveal(url, u"scheduled report %1 with whole numbers written by callboardctl"_s.arg(report.schedule.id));
    note(url, report.run);
    ReportRun run = write(url, report);
    run.finishedAt = QDateTime::currentMSecsSinceEpoch();
    note(url, run);
    return run;
}

int runOne(const Arguments &arguments, Console &console)
{
    const qint64 id = arguments.number("run"_L1, 1, std::numeric_limits<qint64>::max());
    const Interruption interruption;
    // A thread of its own: where there are fonts, this one is the windows', which may not wait for a database.
    const ReportRun run = std::async(std::launch::async, make, arguments.store(), id).get();
    if (run.state == RunState::Cancelled)
        Interruption::check();
    if (run.state != RunState::Done)
        throw CommandError(run.message);
    if (arguments.has("json"_L1))
        console.json(runJson(run));
    else
        console.out << "Wrote " << run.rows << " rows to " << run.file << ".\n";
    return Done;
}

int run(const Arguments &arguments, Console &console)
{
    return arguments.has("run"_L1) ? runOne(arguments, console) : list(arguments, console);
}

} // namespace

Command schedulesCommand()
{
    return {"schedules",
            "",
            0,
            "List the scheduled reports and how they went, or make one now.",
            {StoreOption, {"run", "ID", "make the report of this schedule now, for its period as of now"}, JsonOption},
            run};
}

} // namespace callboard
