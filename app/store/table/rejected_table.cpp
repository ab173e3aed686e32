// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/rejected_table.h"

#include "store/table/audit_table.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// SQLite takes a null text for NULL.
QString textOf(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

qint64 leaveRoom(qint64 bound)
{
    return bound - bound / 10;
}

/// Who lost how many, those with the most first.
QString sendersOf(const std::vector<KeptRefusal> &all, const QList<qint64> &removed)
{
    constexpr std::size_t Named = 5;
    const QSet<qint64> gone(removed.begin(), removed.end());
    QHash<QString, qint64> counts;
    for (const KeptRefusal &message : all) {
        if (gone.contains(message.id))
            counts[message.sender] += 1;
    }
    std::vector<std::pair<qint64, QString>> senders;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        senders.emplace_back(it.value(), it.key());
    std::sort(senders.begin(), senders.end(), std::greater<>());
    QStringList parts;
    for (std::size_t i = 0; i < std::min(Named, senders.size()); ++i)
        parts.append(u"%1 from %2"_s.arg(senders[i].first)
                         .arg(senders[i].second.isEmpty() ? u"an unknown address"_s : senders[i].second));
    if (senders.size() > Named)
        parts.append(u"the others from %1 more addresses"_s.arg(senders.size() - Named));
    return parts.join(u", "_s);
}

} // namespace

void RejectedTable::keep(const Arrival &arrival, const Refusal &refusal)
{
    QSqlQuery &query = m_connection.prepared(
        u"INSERT INTO rejected (arrived_at, remote, reason, error, field, body, kind) VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    query.bindValue(0, arrival.arrivedAt);
    query.bindValue(1, textOf(arrival.remote));
    query.bindValue(2, int(refusal.reason));
    query.bindValue(3, textOf(refusal.error));
    query.bindValue(4, textOf(refusal.field));
    query.bindValue(5, arrival.body.isNull() ? QByteArray("") : arrival.body);
    query.bindValue(6, int(arrival.ofAddress));
    m_connection.run(query);
    if (m_size)
        m_size = Size{m_size->messages + 1, m_size->bytes + arrival.body.size()};
}

/// A tenth and more at once, so that a flood does not pay for it with every message.
void RejectedTable::trim()
{
    if (!m_size)
        m_size = count();
    if (!isOver())
        return;
    const std::vector<KeptRefusal> all = readAll();
    const QList<qint64> removed = refusalsToRemove(all, leaveRoom(m_bounds.messages), leaveRoom(m_bounds.bytes));
    remove(removed);
    m_size.reset();
    audit(all, removed);
}

qint64 RejectedTable::dropThrough(qint64 id)
{
    QSqlQuery &query = m_connection.prepared(u"SELECT COUNT(*), COALESCE(SUM(LENGTH(body)), 0) FROM rejected "
                                             "WHERE id <= ?"_s);
    query.bindValue(0, id);
    m_connection.run(query);
    const Size gone =
        m_connection.next(query) ? Size{query.value(0).toLongLong(), query.value(1).toLongLong()} : Size{};
    query.finish();
    QSqlQuery &drop = m_connection.prepared(u"DELETE FROM rejected WHERE id <= ?"_s);
    drop.bindValue(0, id);
    m_connection.run(drop);
    if (m_size)
        m_size = Size{m_size->messages - gone.messages, m_size->bytes - gone.bytes};
    return gone.messages;
}

RejectedTable::Size RejectedTable::count()
{
    QSqlQuery &query = m_connection.prepared(u"SELECT COUNT(*), COALESCE(SUM(LENGTH(body)), 0) FROM rejected"_s);
    m_connection.run(query);
    Size size;
    if (m_connection.next(query))
        size = {query.value(0).toLongLong(), query.value(1).toLongLong()};
    query.finish();
    return size;
}

std::vector<KeptRefusal> RejectedTable::readAll()
{
    constexpr qint64 Fields = 1'000; // more than there are
    QSqlQuery &query = m_connection.prepared(
        u"SELECT id, remote, reason, field, LENGTH(body), replayed_at FROM rejected ORDER BY id"_s);
    m_connection.run(query);
    std::vector<KeptRefusal> all;
    QHash<QString, QString> groups;
    QHash<QString, qint64> fields;
    while (m_connection.next(query)) {
        const QString remote = query.value(1).toString();
        auto group = groups.constFind(remote);
        if (group == groups.cend())
            group = groups.insert(remote, senderGroup(remote));
        const QString name = query.value(3).toString();
        if (!fields.contains(name))
            fields.insert(name, fields.size());
        const qint64 field = fields.value(name);
        all.push_back({query.value(0).toLongLong(), *group, query.value(2).toLongLong() * Fields + field,
                       query.value(4).toLongLong(), query.value(5).toLongLong() > 0});
    }
    query.finish();
    return all;
}

void RejectedTable::remove(const QList<qint64> &ids)
{
    NativeStatement &statement = m_connection.native(u"DELETE FROM rejected WHERE id = ?"_s);
    for (const qint64 id : ids)
        statement.bind(id).run();
}

/// "120 (100 from 203.0.113.9, 20 from 2001:db8::/64)".
void RejectedTable::audit(const std::vector<KeptRefusal> &all, const QList<qint64> &removed)
{
    AuditTable::append(m_connection, QDateTime::currentMSecsSinceEpoch(), u"refused removed"_s,
                       u"%1 (%2)"_s.arg(removed.size()).arg(sendersOf(all, removed)));
}

} // namespace callboard
