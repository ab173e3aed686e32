// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/apply/batch_applier.h"

#include "store/database/meta_table.h"
#include "store/read/kept_calls.h"
#include "store/table/call_row.h"
#include "store/table/contact_table.h"
#include "store/table/rollup_table.h"

#include <QDateTime>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestCache = 10'000; // row heads and tasks come from outside: their caches must not grow for ever

constexpr std::size_t RememberedCalls = 2'048; // about 5 MB, several seconds of the busiest platform

/// True when only arrivals and parts changed: most second messages say nothing new.
bool isUnchanged(const CallRecord &a, const CallRecord &b)
{
    return a.fields == b.fields && a.contactId == b.contactId && a.extraBasic == b.extraBasic
        && a.extraOutbound == b.extraOutbound && a.placedAt() == b.placedAt();
}

} // namespace

BatchApplier::BatchApplier(Connection &connection)
    : m_connection(connection)
    , m_rejected(connection)
    , m_recent(RememberedCalls)
{ }

void BatchApplier::load()
{
    QSqlQuery &query = m_connection.prepared(u"SELECT key, value FROM meta"_s);
    m_connection.run(query);
    QHash<QString, qint64> meta;
    while (m_connection.next(query))
        meta.insert(query.value(0).toString(), query.value(1).toLongLong());
    query.finish();
    m_counters.commit = meta.value(u"commit"_s);
    m_counters.pushes = meta.value(u"pushes"_s);
    m_counters.repeated = meta.value(u"repeated"_s);
    m_counters.refused = meta.value(u"refused"_s);
    m_counters.calls = meta.value(u"calls"_s);
    m_counters.awaiting = meta.value(u"awaiting"_s);
    m_keptSince = meta.value(u"calls_kept_since"_s);
    m_counters.nextCallId = m_connection.value(u"SELECT COALESCE(MAX(id), 0) + 1 FROM call"_s).toLongLong();
}

CommitNotice BatchApplier::apply(const QList<Arrival> &batch)
{
    const Counters before = m_counters;
    m_connection.begin();
    try {
        CommitNotice notice = write(batch);
        m_connection.commit();
        return notice;
    } catch (...) {
        m_connection.rollback();
        m_counters = before;
        clearCache();
        throw;
    }
}

/// What is remembered may have been rolled back.
void BatchApplier::clearCache()
{
    m_recent.clear();
    m_rejected.clearCache();
    m_headIds.clear();
    m_knownTasks.clear();
}

CommitNotice BatchApplier::write(const QList<Arrival> &arrivals)
{
    BatchState batch;
    const qint64 firstPush = m_counters.pushes + 1;
    for (const Arrival &arrival : arrivals)
        take(batch, arrival);
    if (batch.refused > 0)
        m_rejected.trim();
    writeCalls(batch);
    Journal::append(m_connection, firstPush, batch.journal);
    OtherPushes::add(m_connection, batch.others);
    if (batch.late > 0)
        setMetaNumber(m_connection, u"late"_s, metaNumber(m_connection, u"late"_s) + batch.late);
    m_counters.commit += 1;
    m_counters.repeated += batch.repeated;
    m_counters.refused += batch.refused;
    saveCounters();

    CommitNotice notice;
    notice.commits = {CommitDelta{m_counters.commit, std::move(batch.cells)}};
    notice.committedAt = QDateTime::currentMSecsSinceEpoch();
    notice.accepted = batch.accepted;
    notice.repeated = batch.repeated;
    notice.refused = batch.refused;
    notice.lastPushAt = batch.lastPushAt;
    return notice;
}

void BatchApplier::take(BatchState &batch, const Arrival &arrival)
{
    if (const auto *refusal = std::get_if<Refusal>(&arrival.content)) {
        m_rejected.keep(arrival, *refusal);
        batch.refused += 1;
        return;
    }
    m_counters.pushes += 1;
    if (const auto *other = std::get_if<OtherPush>(&arrival.content))
        return takeOther(batch, arrival, other->kind);
    batch.journal.append({arrival.arrivedAt, arrival.remote, arrival.body, PushKind::Record});
    merge(batch, std::get<PartMessage>(arrival.content), arrival.arrivedAt, m_counters.pushes);
}

/// Kept and counted; no call is made or changed.
void BatchApplier::takeOther(BatchState &batch, const Arrival &arrival, PushKind kind)
{
    batch.journal.append({arrival.arrivedAt, arrival.remote, arrival.body, kind});
    batch.others[{bucketStart(arrival.arrivedAt, QuarterMs), kind}] += 1;
    batch.accepted += 1;
    batch.lastPushAt = std::max(batch.lastPushAt, arrival.arrivedAt);
}

void BatchApplier::merge(BatchState &batch, const PartMessage &message, qint64 arrivedAt, qint64 pushNumber)
{
    if (m_keptSince > 0 && isLate(batch, message, arrivedAt)) {
        batch.late += 1;
        batch.accepted += 1;
        batch.lastPushAt = std::max(batch.lastPushAt, arrivedAt);
        return;
    }
    CallUpdate &update = updateOf(batch, message.fields.callUuid);
    batch.repeated += mergeInto(update.after, message, arrivedAt, pushNumber) ? 1 : 0;
    batch.accepted += 1;
    batch.lastPushAt = std::max(batch.lastPushAt, arrivedAt);
}

/// A message of a call that is no longer kept, or of a new one from that time, makes no call: its counts are closed,
/// and whether they hold it nobody can tell any more. It stays in the journal.
bool BatchApplier::isLate(const BatchState &batch, const PartMessage &message, qint64 arrivedAt)
{
    if (placedBy(message, arrivedAt) >= m_keptSince)
        return false;
    return !batch.byUuid.contains(message.fields.callUuid) && findCall(message.fields.callUuid).id == 0;
}

BatchApplier::CallUpdate &BatchApplier::updateOf(BatchState &batch, const QString &uuid)
{
    const auto found = batch.byUuid.constFind(uuid);
    if (found != batch.byUuid.cend())
        return batch.calls[*found];
    batch.byUuid.insert(uuid, batch.calls.size());
    CallUpdate &update = batch.calls.emplace_back();
    update.before = findCall(uuid);
    update.isNew = update.before.id == 0;
    update.after = update.before;
    return update;
}

CallRecord BatchApplier::findCall(const QString &uuid)
{
    const CallRecord *recent = m_recent.find(uuid);
    if (recent && recent->placedAt() >= m_keptSince) // one from before may have been removed meanwhile
        return *recent;
    // Most uuids are new. Reading a wide row costs even where there is none: ask for one column first.
    static const QString idText = u"SELECT id FROM call WHERE call_uuid = ?"_s;
    const std::optional<qint64> id = m_connection.native(idText).bind(uuid).run();
    return id ? readCall(*id) : CallRecord();
}

CallRecord BatchApplier::readCall(qint64 id)
{
    static const QString text = CallRow::selectText() + u" WHERE call.id = ?"_s;
    QSqlQuery &query = m_connection.prepared(text);
    query.bindValue(0, id);
    m_connection.run(query);
    const CallRecord call = m_connection.next(query) ? CallRow::readCall(query) : CallRecord();
    query.finish();
    return call;
}

void BatchApplier::countCells(BatchState &batch)
{
    for (const CallUpdate &update : batch.calls)
        addCallChange(batch.cells, update.isNew ? nullptr : &update.before, update.after);
    for (auto it = batch.cells.cbegin(); it != batch.cells.cend(); ++it) {
        m_counters.calls += it.value().calls;
        m_counters.awaiting += it.key().isAwaiting() ? it.value().calls : 0;
    }
}

void BatchApplier::writeCalls(BatchState &batch)
{
    countCells(batch);
    ContactTable contacts(m_connection);
    for (CallUpdate &update : batch.calls) {
        update.contactKey = contactKey(update.after);
        contacts.note(update.isNew ? nullptr : &update.before, update.after, update.contactKey);
    }
    contacts.writeAdditions();
    for (CallUpdate &update : batch.calls) {
        update.after.contactId = contacts.contactIdOf(update.after, update.contactKey);
        if (update.isNew)
            update.after.id = newRow(update.after.fields.callUuid);
        if (!update.isNew && isUnchanged(update.before, update.after))
            writeArrival(update.after);
        else
            writeCall(update);
        m_recent.put(update.after);
    }
    contacts.recountChanged();
    addToRollups(m_connection, batch.cells);
    writeTasks(batch);
}

qint64 BatchApplier::newRow(const QString &uuid)
{
    return m_rowOf ? m_rowOf(uuid) : m_counters.nextCallId++;
}

void BatchApplier::writeCall(const CallUpdate &update)
{
    const CallRecord &call = update.after;
    const qint64 head = headId(call.fields.taskRowHead);
    static const QString insertText = CallRow::insertText();
    static const QString updateText = CallRow::updateText();
    NativeStatement &statement = m_connection.native(update.isNew ? insertText : updateText);
    CallRow::bindCall(statement, call, head);
    if (update.isNew)
        statement.bind(call.fields.callUuid);
    statement.bind(call.id).run();
}

/// The short way to write a call whose fields are as before.
void BatchApplier::writeArrival(const CallRecord &call)
{
    static const QString text = CallRow::updateArrivalText();
    NativeStatement &statement = m_connection.native(text);
    CallRow::bindArrival(statement, call);
    statement.run();
}

void BatchApplier::writeTasks(const BatchState &batch)
{
    if (m_knownTasks.size() > LargestCache)
        m_knownTasks.clear();
    for (const CallUpdate &update : batch.calls) {
        const QString &taskId = update.after.fields.taskId;
        if (taskId.isEmpty() || m_knownTasks.contains(taskId))
            continue;
        QSqlQuery &query = m_connection.prepared(u"INSERT INTO task (task_id) VALUES (?) ON CONFLICT DO NOTHING"_s);
        query.bindValue(0, taskId);
        m_connection.run(query);
        m_knownTasks.insert(taskId);
    }
}

void BatchApplier::saveCounters()
{
    QSqlQuery &query = m_connection.prepared(u"INSERT INTO meta (key, value) VALUES ('commit', ?), ('pushes', ?), "
                                             u"('repeated', ?), ('refused', ?), ('calls', ?), "
                                             "('awaiting', ?) "
                                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s);
    int at = 0;
    for (const qint64 number : {m_counters.commit, m_counters.pushes, m_counters.repeated, m_counters.refused,
                                m_counters.calls, m_counters.awaiting})
        query.bindValue(at++, number);
    m_connection.run(query);
}

qint64 BatchApplier::headId(const QStringList &head)
{
    if (head.isEmpty())
        return 0;
    if (const auto known = m_headIds.constFind(head); known != m_headIds.cend())
        return *known;
    QSqlQuery &query = m_connection.prepared(
        u"INSERT INTO row_head (head) VALUES (?) ON CONFLICT (head) DO UPDATE SET head = excluded.head RETURNING id"_s);
    query.bindValue(0, CallRow::listText(head));
    m_connection.run(query);
    const qint64 id = m_connection.next(query) ? query.value(0).toLongLong() : 0;
    query.finish();
    if (m_headIds.size() > LargestCache)
        m_headIds.clear();
    m_headIds.insert(head, id);
    return id;
}

void BatchApplier::replay(qint64 pushNumber, qint64 arrivedAt, const PartMessage &message)
{
    merge(m_replayed, message, arrivedAt, pushNumber);
}

void BatchApplier::replayMissing(qint64 pushNumber, qint64 arrivedAt, const PartMessage &message)
{
    const CallRecord &known = updateOf(m_replayed, message.fields.callUuid).after;
    if (pushNumber > (message.part == Part::Basic ? known.basicPush : known.outboundPush))
        merge(m_replayed, message, arrivedAt, pushNumber);
}

void BatchApplier::addCall(const CallRecord &call)
{
    m_replayed.byUuid.insert(call.fields.callUuid, m_replayed.calls.size());
    CallUpdate &update = m_replayed.calls.emplace_back();
    update.isNew = true;
    update.after = call;
    update.after.id = 0;
    update.after.contactId = 0;
}

void BatchApplier::flushReplayed()
{
    writeCalls(m_replayed);
    m_counters.repeated += m_replayed.repeated;
    m_replayed = {};
}

void BatchApplier::keepCallsSince(qint64 epochMs)
{
    if (epochMs <= m_keptSince)
        return;
    tidyUp([&] { setMetaNumber(m_connection, u"calls_kept_since"_s, epochMs); });
    m_keptSince = epochMs;
}

void BatchApplier::returnKeptSince(qint64 latest, qint64 now)
{
    qint64 since = m_keptSince;
    tidyUp([&] { since = returnCallsKeptSince(m_connection, latest, now); });
    m_keptSince = since;
}

qint64 BatchApplier::dropCalls(int most)
{
    return dropCallsBefore(m_connection, m_keptSince, most);
}

void BatchApplier::tidyUp(const std::function<void()> &statements)
{
    m_connection.begin();
    try {
        statements();
        m_connection.commit();
    } catch (...) {
        m_connection.rollback();
        m_rejected.clearCache();
        throw;
    }
}

void BatchApplier::change(const std::function<void()> &statements)
{
    const Counters before = m_counters;
    m_connection.begin();
    try {
        statements();
        m_counters.commit += 1;
        saveCounters();
        m_connection.commit();
    } catch (...) {
        m_connection.rollback();
        m_counters = before;
        m_rejected.clearCache();
        throw;
    }
}

} // namespace callboard
