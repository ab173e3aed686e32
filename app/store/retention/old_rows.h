// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <optional>

namespace callboard {

/// A table whose rows are numbered in the order in which they arrived.
struct NumberedTable
{
    QString name;
    QString number; ///< column of the key
    QString arrivedAt; ///< column, epoch ms
    QString bytes; ///< expression: the size of a row
};

/// Finds the rows that are old enough to go, a bounded piece at a time, and always the first ones of the table: what
/// arrived later goes later, whatever its time says. A clock that was set back for a while gave new rows old times, and
/// one that ran ahead gave times of the future: a row only goes when everything before it is old or of the future, and
/// something at or behind it is old. Belongs to the thread of its connection; throws StoreError.
class OldRows
{
public:
    OldRows(Connection &connection, NumberedTable table);

    /// Begins anew. Old is what arrived before `cutoff`; it is now `nowMs` (epoch ms both).
    void restart(qint64 cutoff, qint64 nowMs);
    /// The number up to and with which the next slice goes; nothing: it only searched. The caller removes them.
    std::optional<qint64> next();
    bool isDone() const { return m_searched && m_taken >= m_lastOld; }

private:
    void search();
    qint64 endOfSlice();

    Connection &m_connection;
    const NumberedTable m_table;
    qint64 m_cutoff = 0, m_latest = 0;
    qint64 m_seen = 0; ///< searched up to this number
    qint64 m_lastOld = 0; ///< the last row that may go
    qint64 m_taken = 0; ///< handed out up to this number
    bool m_searched = true;
};

} // namespace callboard
