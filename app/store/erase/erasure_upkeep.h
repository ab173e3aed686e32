// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/erase/erasure_table.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>
#include <utility>

namespace callboard {

/// A wish whose work is done: all of it is erased or hidden.
struct FinishedErasure
{
    qint64 id = 0; ///< row of the table `erasure`
    EraseCounts counts;
    qint64 dueAt = 0; ///< when what is hidden will be erased, epoch ms; 0: nothing is
};

/// Does what erasures are due while the store is being written, a piece at a time, so that no push waits. A program
/// that ends in the middle begins again with the next start: nothing is erased twice. Belongs to the thread of its
/// connection.
class ErasureUpkeep
{
public:
    explicit ErasureUpkeep(Connection &connection)
        : m_connection(connection)
    { }

    /// True when slice() has something to do now: at most every 200 ms, and while nothing is due a look every minute.
    bool isDue();
    /// A new wish was noted: do not wait for the next look.
    void lookNow() { m_sinceSlice.invalidate(); }
    /// One piece, inside a transaction of the caller's, which forgets the calls that it remembers. Throws StoreError;
    /// the caller rolls back then, and the work begins again later. What is hidden until a time goes by `dueBy`, of a
    /// clock that may be trusted; 0: it waits.
    void slice(qint64 dueBy);

    /// What the last slice finished, once: it counts when the transaction is committed.
    std::optional<FinishedErasure> takeFinished() { return std::exchange(m_finished, std::nullopt); }
    /// A number was erased in this store at some time. Throws StoreError.
    bool hasAny() const;

    /// Segments of the journal must stay where they are meanwhile.
    bool isWorking() const { return m_job != nullptr; }

private:
    Connection &m_connection;
    std::optional<Erasure> m_erasure;
    std::unique_ptr<ErasureJob> m_job;
    std::optional<FinishedErasure> m_finished;
    QElapsedTimer m_sinceSlice;
};

} // namespace callboard
