// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/call_source.h"

#include "store/database/snapshot.h"
#include "store/read/call_lookup.h"

#include <algorithm>

namespace callboard {

namespace {

/// In the order of the ids; calls that are gone are left out.
QList<CallRecord> loadInOrder(Connection &connection, const QList<qint64> &ids)
{
    QList<CallRecord> calls = loadCalls(connection, ids);
    std::sort(calls.begin(), calls.end(),
              [&ids](const CallRecord &a, const CallRecord &b) { return ids.indexOf(a.id) < ids.indexOf(b.id); });
    return calls;
}

CallListData readOrdered(Connection &connection, const CallSource::ListQuestion &question)
{
    const Snapshot snapshot(connection);
    CallListData list;
    list.order = question.order;
    list.ids = orderedCallIds(connection, question.filter, question.order);
    list.index.count = list.ids.size();
    list.index.stride = question.stride;
    list.head = loadInOrder(connection, list.ids.first(std::min<qsizetype>(list.ids.size(), CallTableModel::HeadRows)));
    return list;
}

} // namespace

void StoreCallSource::keep(const ReadTicket &ticket)
{
    m_tickets.removeIf([](const ReadTicket &old) { return !old.isActive(); });
    m_tickets.append(ticket);
}

void StoreCallSource::askList(const ListQuestion &asked, QObject *context,
                              std::function<void(const CallListData &)> done, Failed failed)
{
    const auto question = [asked](Connection &connection) {
        if (!asked.order.isNewestFirst())
            return readOrdered(connection, asked);
        CallListData list;
        list.index = buildCallIndex(connection, asked.filter, asked.stride);
        list.head = loadCallPage(connection, asked.filter, {}, CallTableModel::HeadRows, list.index.newestId);
        return list;
    };
    keep(m_readers.ask<CallListData>(context, question, std::move(done), std::move(failed)));
}

void StoreCallSource::askPage(const PageQuestion &asked, QObject *context,
                              std::function<void(const QList<CallRecord> &)> done, Failed failed)
{
    const auto question = [asked](Connection &connection) {
        if (!asked.ids.isEmpty())
            return loadInOrder(connection, asked.ids);
        return loadCallPage(connection, asked.filter, asked.after, asked.limit, asked.newestId);
    };
    keep(m_readers.ask<QList<CallRecord>>(context, question, std::move(done), std::move(failed)));
}

void StoreCallSource::askCalls(const QList<qint64> &ids, QObject *context,
                               std::function<void(const QList<CallRecord> &)> done)
{
    m_calls.cancel();
    m_calls = m_readers.ask<QList<CallRecord>>(
        context, [ids](Connection &connection) { return loadCalls(connection, ids); }, std::move(done));
}

void StoreCallSource::askCount(const CallFilter &filter, QObject *context, std::function<void(qint64)> done)
{
    m_count.cancel();
    const auto question = [filter](Connection &connection) { return countCalls(connection, filter); };
    m_count = m_readers.ask<qint64>(context, question, [done = std::move(done)](const qint64 &n) { done(n); });
}

void StoreCallSource::cancelLists()
{
    for (ReadTicket &ticket : m_tickets)
        ticket.cancel();
    m_tickets.clear();
}

} // namespace callboard
