// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

namespace callboard {

/// Several reads of one and the same state of the store, for as long as this lives. Inside another one, or inside a
/// transaction of the caller's, it is a part of that.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection)
        : m_connection(connection)
        , m_isOuter(!connection.isInTransaction())
    {
        if (m_isOuter)
            m_connection.begin();
    }
    ~Snapshot()
    {
        if (m_isOuter)
            m_connection.rollback();
    }
    Q_DISABLE_COPY_MOVE(Snapshot)

private:
    Connection &m_connection;
    const bool m_isOuter;
};

} // namespace callboard
