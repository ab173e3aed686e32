// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/figures.h"

#include <QHash>
#include <QList>
#include <QMetaType>

namespace callboard {

using CellMap = QHash<CellKey, CellSums>;

/// What one commit changed, by minute; sums may be negative where a call moved from one cell to another.
struct CommitDelta
{
    qint64 commit = 0; ///< consecutive numbers, kept in the store
    CellMap cells;
};

/// What one or several commits changed: all that the live side learns. A plain value, implicitly shared.
///
/// The commits stay apart, so that a board that was loaded in the middle of them takes only those it does not hold yet.
struct CommitNotice
{
    QList<CommitDelta> commits; ///< in order, without gaps
    qint64 committedAt = 0; ///< of the last commit, epoch ms
    qint64 accepted = 0; ///< messages stored by these commits, repeats included
    qint64 repeated = 0;
    qint64 refused = 0;
    qint64 lastPushAt = 0; ///< arrival of the latest message, epoch ms

    bool isEmpty() const { return commits.isEmpty(); }
    /// Number of the last commit contained, 0 for an empty notice.
    qint64 watermark() const { return commits.isEmpty() ? 0 : commits.constLast().commit; }
    /// Adds a later notice to this one.
    void append(const CommitNotice &later);
};

/// Cells as a store held them at one commit.
struct CellSnapshot
{
    CellMap cells;
    qint64 watermark = 0;
};

} // namespace callboard

Q_DECLARE_METATYPE(callboard::CommitNotice)
