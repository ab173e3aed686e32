// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/kept_calls.h"

#include "record/call/utc_time.h"
#include "record/figures/figures.h"
#include "store/database/meta_table.h"
#include "store/table/audit_table.h"
#include "store/table/recount_sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct OldCall
{
    qint64 id = 0, placedAt = 0, contactId = 0;
    bool isOutboundOnly = false;
    QString taskId;
};

QList<OldCall> oldestCalls(Connection &connection, qint64 keptSince, int most)
{
    QSqlQuery &query = connection.prepared(u"SELECT id, placed_at, contact_id, parts, task_id FROM call "
                                           "WHERE placed_at < ? ORDER BY placed_at, id LIMIT ?"_s);
    query.bindValue(0, keptSince);
    query.bindValue(1, most);
    connection.run(query);
    QList<OldCall> calls;
    while (connection.next(query)) {
        calls.append({query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toLongLong(),
                      CallParts::fromStored(query.value(3).toInt()).isOutboundOnly(), query.value(4).toString()});
    }
    query.finish();
    return calls;
}

void countOutboundOnly(Connection &connection, const OldCall &call)
{
    static const QString text =
        u"INSERT INTO past_outbound_only (quarter, task_id, calls) VALUES (?, ?, 1) ON CONFLICT "
        "(quarter, task_id) DO UPDATE SET calls = past_outbound_only.calls + 1"_s;
    connection.native(text).bind(bucketStart(call.placedAt, QuarterMs)).bind(call.taskId).run();
}

/// A contact without calls goes, with its key; it stays a number of its task. One that has others is counted again.
void settleContact(Connection &connection, qint64 id)
{
    QSqlQuery &drop = connection.prepared(
        u"DELETE FROM contact WHERE id = ? AND NOT EXISTS (SELECT 1 FROM call WHERE call.contact_id = contact.id AND "
        "call.contact_id > 0) RETURNING task_id"_s);
    drop.bindValue(0, id);
    connection.run(drop);
    const bool isGone = connection.next(drop);
    const QString taskId = isGone ? drop.value(0).toString() : QString();
    drop.finish();
    if (isGone) {
        static const QString text = u"INSERT INTO past_contact (task_id, contacts) VALUES (?, 1) ON CONFLICT (task_id) "
                                    "DO UPDATE SET contacts = past_contact.contacts + 1"_s;
        connection.native(text).bind(taskId).run();
        return;
    }
    QSqlQuery &recount = connection.prepared(RecountSql::recountContact(connection.dialect()));
    recount.bindValue(0, id);
    connection.run(recount);
}

QString isoText(qint64 epochMs)
{
    return utcTime(epochMs).toString(Qt::ISODate);
}

QString taskCondition(const QStringList &taskIds)
{
    return taskIds.isEmpty() ? QString() : u" AND task_id IN (?%1)"_s.arg(u", ?"_s.repeated(taskIds.size() - 1));
}

} // namespace

qint64 callsKeptSince(Connection &connection)
{
    return metaNumber(connection, u"calls_kept_since"_s);
}

QStringList tasksPartlyKept(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    const qint64 until = std::min(callsKeptSince(connection), range.to);
    if (range.from >= until)
        return {};
    NativeStatement &rows =
        connection.native(u"SELECT DISTINCT task_id FROM rollup WHERE quarter >= ? AND quarter < ? AND outbound = 1 "
                          "AND calls <> 0"_s
                          + taskCondition(taskIds));
    rows.bind(bucketStart(range.from, QuarterMs)).bind(until);
    for (const QString &taskId : taskIds)
        rows.bind(taskId);
    QStringList tasks;
    while (rows.next())
        tasks.append(rows.text(0));
    return tasks;
}

QString keptSinceText(qint64 keptSince, const TimeRange &range, const QTimeZone &zone)
{
    if (keptSince <= 0 || range.from >= keptSince)
        return {};
    return QCoreApplication::translate("KeptCalls",
                                       "Calls are kept since %1; earlier ones stay as counts, without figures of "
                                       "contacts.")
        .arg(keptSinceTime(keptSince, zone));
}

QString keptSinceTime(qint64 keptSince, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(keptSince, zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

qint64 placedBy(const PartMessage &message, qint64 arrivedAt)
{
    return isPossibleHangup(message.fields.timeHangup, arrivedAt) ? message.fields.timeHangup : arrivedAt;
}

qint64 dropCallsBefore(Connection &connection, qint64 keptSince, int most)
{
    const QList<OldCall> calls = oldestCalls(connection, keptSince, most);
    static const QString text = u"DELETE FROM call WHERE id = ?"_s;
    QSet<qint64> contacts;
    for (const OldCall &call : calls) {
        connection.native(text).bind(call.id).run();
        if (call.isOutboundOnly)
            countOutboundOnly(connection, call);
        if (call.contactId > 0)
            contacts.insert(call.contactId);
    }
    for (const qint64 contact : std::as_const(contacts))
        settleContact(connection, contact);
    return calls.size();
}

qint64 returnCallsKeptSince(Connection &connection, qint64 latest, qint64 now)
{
    const qint64 before = callsKeptSince(connection);
    if (before <= latest)
        return before;
    NativeStatement &gone = connection.native(
        u"SELECT COALESCE(MAX(quarter), 0) FROM (SELECT quarter, SUM(calls) AS counted FROM rollup WHERE quarter >= ? "
        "AND quarter < ? GROUP BY quarter) AS past WHERE counted <> (SELECT COUNT(*) FROM call WHERE placed_at >= "
        "quarter AND placed_at < quarter + %1)"_s.arg(QuarterMs));
    const qint64 lastGone = gone.bind(latest).bind(before).run().value_or(0);
    const qint64 since = lastGone > 0 ? lastGone + QuarterMs : latest;
    if (since >= before)
        return before;
    setMetaNumber(connection, u"calls_kept_since"_s, since);
    AuditTable::append(connection, now, u"calls kept since"_s,
                       u"The boundary of calls that are kept was moved back from %1 to %2, as the clock was "
                       "confirmed."_s.arg(isoText(before), isoText(since)));
    return since;
}

QMap<std::pair<qint64, QString>, qint64> pastOutboundOnlyCells(Connection &connection, const TimeRange &range,
                                                               const QStringList &taskIds)
{
    NativeStatement &rows =
        connection.native(u"SELECT quarter, task_id, calls FROM past_outbound_only WHERE quarter >= ? AND quarter < ?"_s
                          + taskCondition(taskIds));
    rows.bind(range.from).bind(range.to);
    for (const QString &taskId : taskIds)
        rows.bind(taskId);
    QMap<std::pair<qint64, QString>, qint64> cells;
    while (rows.next())
        cells[{rows.number(0), rows.text(1)}] = rows.number(2);
    return cells;
}

qint64 pastOutboundOnly(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    qint64 sum = 0;
    const auto cells = pastOutboundOnlyCells(connection, range, taskIds);
    for (const qint64 calls : cells)
        sum += calls;
    return sum;
}

} // namespace callboard
