// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention/old_rows.h"

#include <QVariant>

#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 FutureMs = 86'400'000; ///< so far ahead no clock is by mistake of a second
constexpr int SearchedRows = 512; ///< of one piece
constexpr int SliceRows = 64;
constexpr qint64 SliceBytes = 1'000'000; ///< removed pages are overwritten: some milliseconds

} // namespace

OldRows::OldRows(Connection &connection, NumberedTable table)
    : m_connection(connection)
    , m_table(std::move(table))
{ }

void OldRows::restart(qint64 cutoff, qint64 nowMs)
{
    m_cutoff = cutoff;
    m_latest = nowMs + FutureMs;
    m_seen = m_lastOld = m_taken = 0;
    m_searched = false;
}

std::optional<qint64> OldRows::next()
{
    if (!m_searched && m_taken >= m_lastOld)
        search();
    if (m_taken >= m_lastOld)
        return std::nullopt;
    m_taken = endOfSlice();
    return m_taken;
}

void OldRows::search()
{
    QSqlQuery &query = m_connection.prepared(u"SELECT %2, %3 FROM %1 WHERE %2 > ? ORDER BY %2 LIMIT %4"_s
                                                 .arg(m_table.name, m_table.number, m_table.arrivedAt)
                                                 .arg(SearchedRows));
    query.bindValue(0, m_seen);
    m_connection.run(query);
    int rows = 0;
    while (!m_searched && m_connection.next(query)) {
        ++rows;
        m_seen = query.value(0).toLongLong();
        const qint64 at = query.value(1).toLongLong();
        if (at < m_cutoff)
            m_lastOld = m_seen;
        else
            m_searched = at <= m_latest;
    }
    query.finish();
    m_searched = m_searched || rows < SearchedRows;
}

qint64 OldRows::endOfSlice()
{
    QSqlQuery &query = m_connection.prepared(u"SELECT %2, %3 FROM %1 WHERE %2 > ? AND %2 <= ? ORDER BY %2 LIMIT %4"_s
                                                 .arg(m_table.name, m_table.number, m_table.bytes)
                                                 .arg(SliceRows));
    query.bindValue(0, m_taken);
    query.bindValue(1, m_lastOld);
    m_connection.run(query);
    qint64 end = m_lastOld; // where nothing is left between
    qint64 bytes = 0;
    while (bytes < SliceBytes && m_connection.next(query)) {
        end = query.value(0).toLongLong();
        bytes += query.value(1).toLongLong();
    }
    query.finish();
    return end;
}

} // namespace callboard
