// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

namespace callboard {

/// Several reads of one and the same state of the store, for as long as this lives. Does not nest.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection)
        : m_connection(connection)
    {
        m_connection.begin();
    }
    ~Snapshot() { m_connection.rollback(); }
    Q_DISABLE_COPY_MOVE(Snapshot)

private:
    Connection &m_connection;
};

} // namespace callboard
