// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

namespace callboard {

/// A read transaction for as long as it lives: all pages of a report show one moment of the store.
class ReadSnapshot
{
public:
    explicit ReadSnapshot(Connection &connection)
        : m_connection(connection)
    {
        m_connection.begin();
    }
    ~ReadSnapshot() { m_connection.rollback(); }
    Q_DISABLE_COPY_MOVE(ReadSnapshot)

private:
    Connection &m_connection;
};

} // namespace callboard
