// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/as_of/as_of_changes.h"

#include "store/read/filter_sql.h"
#include "store/read/queries.h"

#include <QVariant>

#include <optional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 2'000;

bool differs(const CallFields &a, const CallFields &b, const FieldInfo &info)
{
    return a.presentFields.has(info.field) != b.presentFields.has(info.field)
        || std::visit([&](auto member) { return a.*member != b.*member; }, info.member);
}

bool isUnchanged(const CallRecord &then, const CallRecord &now)
{
    return then.parts == now.parts && then.placedAt() == now.placedAt() && then.conflicts == now.conflicts
        && then.extraBasic == now.extraBasic && then.extraOutbound == now.extraOutbound && then.fields == now.fields;
}

std::optional<CallChange> changeOf(const CallRecord &then, const CallRecord &now)
{
    if (then.id == 0)
        return CallChange::ArrivedLater;
    if (!then.parts.hasOutbound() && now.parts.hasOutbound())
        return CallChange::OutcomeCame;
    return isUnchanged(then, now) ? std::nullopt : std::optional(CallChange::Changed);
}

void add(AsOfChanges::Counts &counts, CallChange change)
{
    switch (change) {
    case CallChange::ArrivedLater:
        ++counts.arrivedLater;
        break;
    case CallChange::OutcomeCame:
        ++counts.outcomeCame;
        break;
    case CallChange::Changed:
        ++counts.changed;
        break;
    }
}

} // namespace

QStringList differingFields(const CallRecord &then, const CallRecord &now)
{
    QStringList names;
    for (const FieldInfo &info : fieldTable()) {
        if (differs(then.fields, now.fields, info))
            names.append(info.name);
    }
    return names;
}

AsOfChanges::AsOfChanges(AsOfStore &store, const CallFilter &filter, AsOfStore::Cancelled cancelled)
    : m_store(store)
    , m_filter(filter)
    , m_cancelled(std::move(cancelled))
{ }

void AsOfChanges::checkCancelled() const
{
    if (m_store.now().isStopped() || (m_cancelled && m_cancelled()))
        throw QueryCancelled();
}

void AsOfChanges::forEach(const std::function<void(const ChangedCall &)> &take)
{
    forEachCandidate([&](const Candidate &candidate) {
        ChangedCall call;
        call.now = loadCall(m_store.now(), candidate.id);
        if (candidate.firstArrival <= m_store.facts().at)
            call.then = loadCall(m_store.connection(), call.now.fields.callUuid);
        const std::optional<CallChange> change = changeOf(call.then, call.now);
        if (!change)
            return;
        call.change = *change;
        take(call);
    });
    forEachLeft(take);
}

/// Pages through the list's own order; every page takes a moment only, however few of its calls are looked for.
void AsOfChanges::forEachCandidate(const std::function<void(const Candidate &)> &take)
{
    Connection &now = m_store.now();
    CallKey after;
    for (int rows = PageRows; rows == PageRows;) {
        checkCancelled();
        FilterSql conditions(now.dialect(), m_filter);
        if (after != CallKey{})
            conditions.require(u"(placed_at, id) < (?, ?)"_s, {after.placedAt, after.id});
        QSqlQuery &query = now.prepared(u"SELECT placed_at, id, first_arrival, last_arrival, task_id FROM call"_s
                                        + conditions.where() + u" ORDER BY placed_at DESC, id DESC LIMIT ?"_s);
        query.bindValue(conditions.bind(query), PageRows);
        now.run(query);
        QList<Candidate> found;
        for (rows = 0; now.next(query); ++rows) {
            after = {query.value(0).toLongLong(), query.value(1).toLongLong()};
            if (query.value(3).toLongLong() > m_store.facts().at)
                found.append({after.id, query.value(2).toLongLong(), query.value(4).toString()});
        }
        query.finish();
        for (const Candidate &candidate : std::as_const(found))
            take(candidate);
    }
}

/// Calls that were made anew and selected then, and are not selected now.
void AsOfChanges::forEachLeft(const std::function<void(const ChangedCall &)> &take)
{
    Connection &then = m_store.connection();
    QString last;
    for (QStringList page(1); !page.isEmpty();) {
        QSqlQuery &query =
            then.prepared(u"SELECT call_uuid FROM as_of_call WHERE call_uuid > ? ORDER BY call_uuid LIMIT ?"_s);
        query.bindValue(0, last.isNull() ? u""_s : last);
        query.bindValue(1, PageRows);
        then.run(query);
        page.clear();
        while (then.next(query))
            page.append(query.value(0).toString());
        query.finish();
        for (const QString &uuid : std::as_const(page)) {
            checkCancelled();
            last = uuid;
            if (!selects(then, uuid) || selects(m_store.now(), uuid))
                continue;
            ChangedCall call{CallChange::Changed, loadCall(then, uuid), loadCall(m_store.now(), uuid), false};
            call.change = changeOf(call.then, call.now).value_or(CallChange::Changed);
            take(call);
        }
    }
}

bool AsOfChanges::selects(Connection &connection, const QString &uuid) const
{
    FilterSql conditions(connection.dialect(), m_filter);
    conditions.require(u"call.call_uuid = ?"_s, {uuid});
    QSqlQuery &query = connection.prepared(u"SELECT 1 FROM call"_s + conditions.where());
    conditions.bind(query);
    connection.run(query);
    const bool found = connection.next(query);
    query.finish();
    return found;
}

QMap<QString, AsOfChanges::Counts> AsOfChanges::count()
{
    QMap<QString, Counts> counts;
    forEachCandidate([&](const Candidate &candidate) {
        if (candidate.firstArrival > m_store.facts().at) {
            add(counts[candidate.taskId], CallChange::ArrivedLater);
            return;
        }
        const CallRecord now = loadCall(m_store.now(), candidate.id);
        const CallRecord then = loadCall(m_store.connection(), now.fields.callUuid);
        if (const std::optional<CallChange> change = changeOf(then, now))
            add(counts[candidate.taskId], *change);
    });
    forEachLeft([&](const ChangedCall &call) { add(counts[call.then.fields.taskId], call.change); });
    return counts;
}

} // namespace callboard
