// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/ingest.h"
#include "store/database/connection.h"
#include "store/table/rejected_shares.h"

#include <limits>
#include <optional>

namespace callboard {

/// How much of what was refused is kept.
struct RejectedBounds
{
    qint64 messages = std::numeric_limits<qint64>::max();
    qint64 bytes = std::numeric_limits<qint64>::max(); ///< of their bodies
};

/// The writer's side of the table `rejected`, inside the caller's transactions. Somebody who sends nothing but nonsense
/// must not fill the disk that calls need, nor push out what others sent: beyond the bounds those go that
/// refusalsToRemove() names, and the table `audit` says how many of whom. Belongs to the thread of its connection;
/// everything throws StoreError.
class RejectedTable
{
public:
    explicit RejectedTable(Connection &connection)
        : m_connection(connection)
    { }

    void setBounds(const RejectedBounds &bounds) { m_bounds = bounds; }
    void keep(const Arrival &arrival, const Refusal &refusal);
    /// Back within the bounds. Call at the end of a transaction that kept something.
    void trim();
    /// The oldest go, up to and with that one; the audit log does not mention them. Returns how many went.
    qint64 dropThrough(qint64 id);
    /// The transaction was rolled back.
    void clearCache() { m_size.reset(); }

private:
    struct Size
    {
        qint64 messages = 0, bytes = 0;
    };

    bool isOver() const { return m_size->messages > m_bounds.messages || m_size->bytes > m_bounds.bytes; }
    Size count();
    std::vector<KeptRefusal> readAll();
    void remove(const QList<qint64> &ids);
    void audit(const std::vector<KeptRefusal> &all, const QList<qint64> &removed);

    Connection &m_connection;
    RejectedBounds m_bounds;
    std::optional<Size> m_size; ///< empty: to be counted
};

} // namespace callboard
