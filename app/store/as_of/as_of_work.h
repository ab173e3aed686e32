// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/as_of/as_of_store.h"

namespace callboard {

/// What the steps that make an AsOfStore share. Lives for one making, on its thread.
class AsOfWork
{
public:
    AsOfWork(Connection &source, Connection &target, AsOfFacts &facts, const AsOfStore::Progress &progress,
             const AsOfStore::Cancelled &cancelled);

    Connection &source; ///< the store, in one read transaction
    Connection &target; ///< the private one in its transaction, with the same state of the store as `source`
    AsOfFacts &facts;
    qint64 at = 0;
    qint64 dropped = 0; ///< messages that the journal has lost
    qint64 keptFrom = 0; ///< of the messages that arrived from here on none was lost
    qint64 lostUpTo = 0; ///< a damaged segment had messages of up to then, epoch ms; 0 none had
    qint64 pushesThen = 0; ///< messages accepted by then
    qint64 callRows = 0; ///< the largest row of a call, and so about how much there is to do

    /// The calls that stand now as they stood then, or that can only be shown so; in SQL.
    QString takenAsTheyAre() const;
    /// The calls that have to be merged again.
    QString toRebuild() const;
    /// A query that has been run: the store's segments with messages of then that may have arrived from `arrivedFrom`
    /// (epoch ms) on, in order, with Journal::segmentColumns(). Finished by the caller; one at a time.
    QSqlQuery &segmentsFrom(qint64 arrivedFrom) const;

    /// Calls `part` for pieces of a table's rows that each take a moment: rows from < id <= to.
    void inPieces(const QString &table, qint64 piece, const std::function<void(qint64 from, qint64 to)> &part);
    /// Throws QueryCancelled when the result is not wanted any more.
    void checkCancelled() const;
    void tell(qint64 done) const;

private:
    qint64 firstArrivalBehind(qint64 number) const;

    const AsOfStore::Progress &m_progress;
    const AsOfStore::Cancelled &m_cancelled;
};

} // namespace callboard
