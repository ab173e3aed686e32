// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rejected_table.h"

#include <QDateTime>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// SQLite takes a null text for NULL.
QString textOf(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

void RejectedTable::keep(const Arrival &arrival, const Refusal &refusal)
{
    QSqlQuery &query = m_connection.prepared(
        u"INSERT INTO rejected (arrived_at, remote, reason, error, field, body) VALUES (?, ?, ?, ?, ?, ?)"_s);
    query.bindValue(0, arrival.arrivedAt);
    query.bindValue(1, textOf(arrival.remote));
    query.bindValue(2, int(refusal.reason));
    query.bindValue(3, textOf(refusal.error));
    query.bindValue(4, textOf(refusal.field));
    query.bindValue(5, arrival.body.isNull() ? QByteArray("") : arrival.body);
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
    const qint64 before = m_size->messages;
    while (isOver() && m_size->messages > 0) {
        const qint64 most = std::min(m_size->messages, m_bounds.messages);
        removeOldest(m_size->messages - most + most / 10 + 1);
        m_size = count();
    }
    audit(before - m_size->messages);
}

void RejectedTable::dropOlderThan(qint64 epochMs)
{
    QSqlQuery &query = m_connection.prepared(u"DELETE FROM rejected WHERE arrived_at < ?"_s);
    query.bindValue(0, epochMs);
    m_connection.run(query);
    m_size.reset();
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

void RejectedTable::removeOldest(qint64 messages)
{
    QSqlQuery &query = m_connection.prepared(u"DELETE FROM rejected WHERE id IN (SELECT id FROM rejected "
                                             "ORDER BY CASE WHEN replayed_at > 0 THEN 0 ELSE 1 END, id LIMIT ?)"_s);
    query.bindValue(0, messages);
    m_connection.run(query);
}

void RejectedTable::audit(qint64 removed)
{
    QSqlQuery &query =
        m_connection.prepared(u"INSERT INTO audit (at, action, detail) VALUES (?, 'refused removed', ?)"_s);
    query.bindValue(0, QDateTime::currentMSecsSinceEpoch());
    query.bindValue(1, QString::number(removed));
    m_connection.run(query);
}

} // namespace callboard
