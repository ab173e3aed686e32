// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings/schedule_table.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString RunColumns = u"schedule_id, due_at, attempt, state, started_at, finished_at, range_from, range_to, "
                           "schedule_name, report, file, row_count, message"_s;

ReportRun runOf(const QSqlQuery &query)
{
    return {.scheduleId = query.value(0).toLongLong(),
            .dueAt = query.value(1).toLongLong(),
            .attempt = query.value(2).toInt(),
            .state = runStateOf(query.value(3).toString()),
            .startedAt = query.value(4).toLongLong(),
            .finishedAt = query.value(5).toLongLong(),
            .range = {query.value(6).toLongLong(), query.value(7).toLongLong()},
            .scheduleName = query.value(8).toString(),
            .report = query.value(9).toString(),
            .file = query.value(10).toString(),
            .rows = query.value(11).toLongLong(),
            .message = query.value(12).toString()};
}

QList<ReportRun> readRuns(Connection &connection, QSqlQuery &query)
{
    connection.run(query);
    QList<ReportRun> runs;
    while (connection.next(query))
        runs.append(runOf(query));
    query.finish();
    return runs;
}

/// A null text would be stored as NULL, which the columns can't hold.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

/// Ids of removed schedules stay with their history.
qint64 nextScheduleId(Connection &connection)
{
    return 1
        + connection
              .value(u"SELECT MAX(id) FROM (SELECT COALESCE(MAX(id), 0) AS id FROM report_schedule UNION ALL "
                     "SELECT COALESCE(MAX(schedule_id), 0) FROM report_run) AS ids"_s)
              .toLongLong();
}

/// The newest runs that were due tell what is still to be made: they stay however many others there are.
void dropOldRuns(Connection &connection)
{
    if (connection.value(u"SELECT COUNT(*) FROM report_run"_s).toLongLong() <= KeptRuns)
        return;
    connection.execute(
        u"DELETE FROM report_run WHERE started_at < (SELECT started_at FROM report_run ORDER BY started_at DESC "
        "LIMIT 1 OFFSET %1) AND (attempt = 0 OR schedule_id NOT IN (SELECT id FROM report_schedule) OR "
        "(SELECT COUNT(*) FROM report_run AS later WHERE later.schedule_id = report_run.schedule_id AND "
        "later.attempt > 0 AND later.due_at > report_run.due_at) >= %2)"_s.arg(KeptRuns - 1)
            .arg(KeptRunsOfSchedule));
}

} // namespace

QList<ReportSchedule> loadSchedules(Connection &connection)
{
    QSqlQuery &query = connection.prepared(u"SELECT id, definition FROM report_schedule ORDER BY id"_s);
    connection.run(query);
    QList<ReportSchedule> schedules;
    while (connection.next(query)) {
        auto schedule = scheduleFromJson(query.value(1).toString());
        if (!schedule)
            continue;
        schedule->id = query.value(0).toLongLong();
        schedules.append(*schedule);
    }
    query.finish();
    return schedules;
}

QList<ReportRun> loadRuns(Connection &connection, int limit, qint64 scheduleId)
{
    const QString condition = scheduleId == 0 ? u"0 = ?"_s : u"schedule_id = ?"_s;
    QSqlQuery &query = connection.prepared(
        u"SELECT %1 FROM report_run WHERE %2 "
        "ORDER BY started_at DESC, due_at DESC, schedule_id DESC, attempt DESC LIMIT ?"_s.arg(RunColumns, condition));
    query.bindValue(0, scheduleId);
    query.bindValue(1, limit);
    return readRuns(connection, query);
}

QList<ReportRun> loadDueRuns(Connection &connection, qint64 scheduleId, int limit)
{
    QSqlQuery &query = connection.prepared(u"SELECT %1 FROM report_run WHERE schedule_id = ? AND attempt > 0 "
                                           "ORDER BY due_at DESC, attempt DESC LIMIT ?"_s.arg(RunColumns));
    query.bindValue(0, scheduleId);
    query.bindValue(1, limit);
    return readRuns(connection, query);
}

QList<ReportRun> loadUnfinishedRuns(Connection &connection)
{
    QSqlQuery &query =
        connection.prepared(u"SELECT %1 FROM report_run WHERE state = ? ORDER BY started_at"_s.arg(RunColumns));
    query.bindValue(0, runStateWord(RunState::Running));
    return readRuns(connection, query);
}

qint64 writeSchedule(Connection &connection, const ReportSchedule &schedule)
{
    const qint64 id = schedule.id > 0 ? schedule.id : nextScheduleId(connection);
    QSqlQuery &query = connection.prepared(u"INSERT INTO report_schedule (id, definition) VALUES (?, ?) "
                                           "ON CONFLICT (id) DO UPDATE SET definition = excluded.definition"_s);
    query.bindValue(0, id);
    query.bindValue(1, scheduleToJson(schedule));
    connection.run(query);
    return id;
}

void removeSchedule(Connection &connection, qint64 id)
{
    QSqlQuery &query = connection.prepared(u"DELETE FROM report_schedule WHERE id = ?"_s);
    query.bindValue(0, id);
    connection.run(query);
}

void writeRun(Connection &connection, const ReportRun &run)
{
    QSqlQuery &query = connection.prepared(
        u"INSERT INTO report_run (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (schedule_id, due_at, attempt) DO UPDATE SET state = excluded.state, "
        "started_at = excluded.started_at, finished_at = excluded.finished_at, range_from = excluded.range_from, "
        "range_to = excluded.range_to, schedule_name = excluded.schedule_name, report = excluded.report, "
        "file = excluded.file, row_count = excluded.row_count, message = excluded.message"_s.arg(RunColumns));
    const QVariantList values{
        run.scheduleId,    run.dueAt,      run.attempt,         runStateWord(run.state),   run.startedAt,
        run.finishedAt,    run.range.from, run.range.to,        notNull(run.scheduleName), notNull(run.report),
        notNull(run.file), run.rows,       notNull(run.message)};
    for (int place = 0; place < values.size(); ++place)
        query.bindValue(place, values.at(place));
    connection.run(query);
    dropOldRuns(connection);
}

} // namespace callboard
