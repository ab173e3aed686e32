// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/call_source.h"

#include "store/read/call_lookup.h"

namespace callboard {

void StoreCallSource::keep(const ReadTicket &ticket)
{
    m_tickets.removeIf([](const ReadTicket &old) { return !old.isActive(); });
    m_tickets.append(ticket);
}

void StoreCallSource::askList(const CallFilter &filter, int stride, QObject *context,
                              std::function<void(const CallListData &)> done, Failed failed)
{
    const auto question = [filter, stride](Connection &connection) {
        CallListData list;
        list.index = buildCallIndex(connection, filter, stride);
        list.head = loadCallPage(connection, filter, {}, CallTableModel::HeadRows, list.index.newestId);
        return list;
    };
    keep(m_readers.ask<CallListData>(context, question, std::move(done), std::move(failed)));
}

void StoreCallSource::askPage(const PageQuestion &asked, QObject *context,
                              std::function<void(const QList<CallRecord> &)> done, Failed failed)
{
    const auto question = [asked](Connection &connection) {
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
