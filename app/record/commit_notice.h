// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures.h"

#include <QHash>
#include <QMetaType>

namespace callboard {

/// What one commit (or several, coalesced) changed: all that the live side learns. A plain value, implicitly shared.
struct CommitNotice
{
    qint64 watermark = 0;   ///< number of the last commit contained; consecutive
    qint64 firstCommit = 0; ///< number of the first commit contained
    qint64 committedAt = 0; ///< epoch ms of the last commit
    QHash<CellKey, CellSums> cells; ///< by minute; may hold negative sums where a call moved from one cell to another
    qint64 accepted = 0; ///< messages stored by these commits, repeats included
    qint64 repeated = 0;
    qint64 refused = 0;
    qint64 contactsTouched = 0;
    qint64 lastPushAt = 0; ///< arrival of the latest message, epoch ms

    /// Adds a later notice to this one.
    void append(const CommitNotice &later);
};

} // namespace callboard

Q_DECLARE_METATYPE(callboard::CommitNotice)
