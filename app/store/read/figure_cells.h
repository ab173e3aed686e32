// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/commit_notice.h"
#include "record/filter/call_filter.h"
#include "store/database/connection.h"

namespace callboard {

/// The calls of these tasks (none: all) in a stretch of time.
CallFilter scopeOf(const TimeRange &range, const QStringList &taskIds);

/// What loadCells() reads, added to `cells`, inside whatever read the caller has open.
void addFigures(Connection &connection, CellMap &cells, const CallFilter &filter, qint64 bucketMs);

} // namespace callboard
