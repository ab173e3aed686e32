// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

namespace callboard {

/// What the writer does for the journal while nothing arrives, a little at a time. Belongs to the thread of its
/// connection.
class JournalUpkeep
{
public:
    explicit JournalUpkeep(Connection &connection)
        : m_connection(connection)
    { }

    /// One slice, inside a transaction of the caller's; takes some milliseconds. Throws StoreError.
    void slice();

private:
    Connection &m_connection;
    qint64 m_compactFrom = 0;
    bool m_isChecked = false; ///< every segment that can has its checksum
};

} // namespace callboard
