// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/meta_table.h"
#include "store/database/snapshot.h"
#include "store/read/figure_cells.h"
#include "store/read/filter_sql.h"
#include "store/read/kept_calls.h"
#include "store/read/queries.h"
#include "store/table/call_sql.h"
#include "store/table/other_pushes.h"
#include "store/table/rollup_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Forever = std::numeric_limits<qint64>::max();

qint64 roundUp(qint64 time, qint64 bucketMs)
{
    const qint64 start = bucketStart(time, bucketMs);
    return start == time || time > Forever - bucketMs ? time : start + bucketMs;
}

void addRollups(Connection &connection, CellMap &cells, const TimeRange &range, qint64 bucketMs,
                const QStringList &taskIds, bool answered)
{
    QString text = u"SELECT %1 FROM rollup WHERE quarter >= ? AND quarter < ? AND answered = ? AND calls <> 0"_s.arg(
        rollupColumns(answered));
    if (!taskIds.isEmpty())
        text += u" AND task_id IN (?%1)"_s.arg(u", ?"_s.repeated(taskIds.size() - 1));
    NativeStatement &rows = connection.native(text);
    rows.bind(range.from).bind(range.to).bind(answered ? 1 : 0);
    for (const QString &taskId : taskIds)
        rows.bind(taskId);
    RepeatedTexts texts;
    while (rows.next()) {
        auto [key, sums] = readRollup(rows, answered, texts);
        key.bucket = bucketStart(key.bucket, bucketMs);
        cells[key] += sums;
    }
}

/// The calls themselves, where quarter hours are too coarse. Reads only what a cell is made of.
void addCalls(Connection &connection, CellMap &cells, const CallFilter &filter, qint64 bucketMs)
{
    if (filter.range.from >= filter.range.to)
        return;
    const FilterSql conditions(connection.dialect(), filter);
    NativeStatement &rows = connection.native(u"SELECT time_hangup, first_arrival, task_id, task_result, parts, "
                                              "direction, time_answer, time_ring, time_dial FROM call"_s
                                              + conditions.where());
    conditions.bind(rows);
    RepeatedTexts texts;
    while (rows.next()) {
        CallRecord call;
        call.fields.timeHangup = rows.number(0);
        call.firstArrival = rows.number(1);
        call.fields.taskId = texts.text(rows.utf8(2));
        call.fields.taskResult = texts.text(rows.utf8(3));
        call.parts = CallParts::fromStored(rows.number(4));
        call.fields.direction = rows.number(5);
        call.fields.timeAnswer = rows.number(6);
        call.fields.timeRing = rows.number(7);
        call.fields.timeDial = rows.number(8);
        cells[cellKeyOf(call, bucketMs)] += cellSumsOf(call);
    }
}

/// Nothing but time and tasks: that is all that rollups are kept by.
bool hasRollups(const CallFilter &filter)
{
    return filter == scopeOf(filter.range, filter.taskIds);
}

} // namespace

CallFilter scopeOf(const TimeRange &range, const QStringList &taskIds)
{
    CallFilter filter;
    filter.range = range;
    filter.taskIds = taskIds;
    return filter;
}

namespace {

/// Of the calls that are no longer kept: whole quarter hours, whatever the size of the buckets.
void addPast(Connection &connection, CellMap &cells, const CallFilter &filter, qint64 keptSince, qint64 bucketMs)
{
    const TimeRange whole{roundUp(filter.range.from, QuarterMs),
                          std::min(keptSince, bucketStart(filter.range.to, QuarterMs))};
    for (const bool answered : {false, true})
        addRollups(connection, cells, whole, bucketMs, filter.taskIds, answered);
}

void addKept(Connection &connection, CellMap &cells, const CallFilter &filter, qint64 bucketMs)
{
    const TimeRange range = filter.range;
    const TimeRange whole{roundUp(range.from, QuarterMs),
                          range.to == Forever ? Forever : bucketStart(range.to, QuarterMs)};
    if (bucketMs % QuarterMs != 0 || whole.from >= whole.to || !hasRollups(filter)) {
        addCalls(connection, cells, filter, bucketMs);
        return;
    }
    for (const bool answered : {false, true})
        addRollups(connection, cells, whole, bucketMs, filter.taskIds, answered);
    addCalls(connection, cells, scopeOf({range.from, whole.from}, filter.taskIds), bucketMs);
    addCalls(connection, cells, scopeOf({whole.to, range.to}, filter.taskIds), bucketMs);
}

} // namespace

void addFigures(Connection &connection, CellMap &cells, const CallFilter &filter, qint64 bucketMs)
{
    const qint64 keptSince = callsKeptSince(connection);
    if (keptSince == 0 || filter.range.from >= keptSince || !hasRollups(filter)) {
        addKept(connection, cells, filter, bucketMs);
        return;
    }
    addPast(connection, cells, filter, keptSince, bucketMs);
    if (filter.range.to > keptSince)
        addKept(connection, cells, scopeOf({keptSince, filter.range.to}, filter.taskIds), bucketMs);
}

namespace {

QStringList readCodes(const QString &json)
{
    QStringList codes;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue &value : array)
        codes.append(value.toString());
    return codes;
}

/// Calls that are not in a rollup of their own: see the index call_outbound_only.
qint64 countOutboundOnly(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    FilterSql conditions(connection.dialect(), scopeOf(range, taskIds));
    conditions.require(CallSql::hasExactly(Part::Outbound));
    QSqlQuery &query = connection.prepared(u"SELECT COUNT(*) FROM call"_s + conditions.where());
    conditions.bind(query);
    connection.run(query);
    const qint64 count = connection.next(query) ? query.value(0).toLongLong() : 0;
    query.finish();
    return count + pastOutboundOnly(connection, range, taskIds);
}

void addTo(Completeness &counts, const CellKey &key, qint64 calls)
{
    (!key.outbound ? counts.inbound : key.basicOnly ? counts.basicOnly : counts.both) += calls;
}

using CompletenessCells = QMap<std::pair<qint64, QString>, Completeness>;

void addPastParts(Connection &connection, const CallFilter &filter, qint64 bucketMs, CompletenessCells &found)
{
    const auto past = pastOutboundOnlyCells(connection, filter.range, filter.taskIds);
    for (auto it = past.cbegin(); it != past.cend(); ++it) {
        Completeness &counts = found[{bucketStart(it.key().first, bucketMs), it.key().second}];
        counts.outboundOnly += it.value();
        counts.both -= it.value();
    }
}

void addTo(Totals &totals, QMap<QString, TaskTotals> &tasks, const CellKey &key, const CellSums &sums)
{
    totals.calls += sums.calls;
    totals.answered += key.answered ? sums.calls : 0;
    (key.basicOnly ? totals.basicOnly : totals.both) += sums.calls;
    if (key.taskId.isEmpty())
        return;
    TaskTotals &task = tasks[key.taskId];
    task.calls += sums.calls;
    task.answered += key.answered ? sums.calls : 0;
    task.talkMs += sums.talkMs;
    if (!key.result.isEmpty())
        task.results[key.result] += sums.calls;
}

} // namespace

CellSnapshot loadCells(Connection &connection, const CallFilter &filter, qint64 bucketMs)
{
    const Snapshot snapshot(connection);
    CellSnapshot result;
    result.watermark = metaNumber(connection, u"commit"_s);
    addFigures(connection, result.cells, filter, bucketMs);
    return result;
}

CellSnapshot loadCells(Connection &connection, const TimeRange &range, qint64 bucketMs, const QStringList &taskIds)
{
    return loadCells(connection, scopeOf(range, taskIds), bucketMs);
}

Completeness loadCompleteness(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    const Snapshot snapshot(connection);
    CellMap cells;
    addFigures(connection, cells, scopeOf(range, taskIds), DayMs);
    Completeness found;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        addTo(found, it.key(), it->calls);
    found.outboundOnly = countOutboundOnly(connection, range, taskIds);
    found.both -= found.outboundOnly;
    return found;
}

QMap<std::pair<qint64, QString>, Completeness> loadCompleteness(Connection &connection, const CallFilter &filter,
                                                                qint64 bucketMs)
{
    const Snapshot snapshot(connection);
    CellMap cells;
    addFigures(connection, cells, filter, bucketMs);
    QMap<std::pair<qint64, QString>, Completeness> found;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        addTo(found[{it.key().bucket, it.key().taskId}], it.key(), it->calls);
    FilterSql conditions(connection.dialect(), filter);
    conditions.require(CallSql::hasExactly(Part::Outbound));
    QSqlQuery &query = connection.prepared(u"SELECT placed_at, task_id FROM call"_s + conditions.where());
    conditions.bind(query);
    connection.run(query);
    while (connection.next(query)) {
        Completeness &counts = found[{bucketStart(query.value(0).toLongLong(), bucketMs), query.value(1).toString()}];
        ++counts.outboundOnly;
        --counts.both;
    }
    query.finish();
    if (hasRollups(filter))
        addPastParts(connection, filter, bucketMs, found);
    return found;
}

Totals loadTotals(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    const Snapshot snapshot(connection);
    CellMap cells;
    addFigures(connection, cells, scopeOf(range, taskIds), DayMs);
    Totals totals;
    QMap<QString, TaskTotals> tasks;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        addTo(totals, tasks, it.key(), it.value());
    totals.outboundOnly = countOutboundOnly(connection, range, taskIds);
    totals.both -= totals.outboundOnly;
    const QMap<QString, ContactCount> contacts = countContacts(connection, range, taskIds);
    for (auto it = tasks.begin(); it != tasks.end(); ++it) {
        it->taskId = it.key();
        it->contacts = contacts.value(it.key()).attempted;
        it->isContactsWhole = contacts.value(it.key()).isWhole;
    }
    totals.tasks = tasks.values();
    totals.others = OtherPushes::total(connection);
    totals.accepted = metaNumber(connection, u"pushes"_s) - OtherPushes::sum(totals.others);
    totals.repeated = metaNumber(connection, u"repeated"_s);
    totals.rejected = metaNumber(connection, u"refused"_s);
    return totals;
}

StoreOverview loadOverview(Connection &connection)
{
    const Snapshot snapshot(connection);
    StoreOverview overview;
    overview.watermark = metaNumber(connection, u"commit"_s);
    overview.calls = metaNumber(connection, u"calls"_s);
    overview.awaiting = metaNumber(connection, u"awaiting"_s);
    overview.rejected = connection.value(u"SELECT COUNT(*) FROM rejected WHERE replayed_at = 0"_s).toLongLong();
    overview.firstCallAt = connection.value(u"SELECT MIN(placed_at) FROM call"_s).toLongLong();
    overview.lastCallAt = connection.value(u"SELECT MAX(placed_at) FROM call"_s).toLongLong();
    overview.lastPushAt =
        connection.value(u"SELECT last_arrival FROM push ORDER BY first_push DESC LIMIT 1"_s).toLongLong();
    overview.bytesOnDisk = connection.backend().bytesOnDisk();
    return overview;
}

QList<TaskInfo> loadTasks(Connection &connection)
{
    QSqlQuery &query = connection.prepared(
        u"SELECT task_id, alias, list_size, success_rule, calling_hours FROM task ORDER BY task_id"_s);
    connection.run(query);
    QList<TaskInfo> tasks;
    while (connection.next(query)) {
        TaskInfo task;
        task.taskId = query.value(0).toString();
        task.alias = query.value(1).toString();
        task.listSize = query.value(2).toLongLong();
        task.successCodes = readCodes(query.value(3).toString());
        task.callingHours = query.value(4).toString();
        tasks.append(task);
    }
    query.finish();
    return tasks;
}

} // namespace callboard
