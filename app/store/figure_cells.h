// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call_filter.h"
#include "record/commit_notice.h"
#include "store/connection.h"

namespace callboard {

/// What loadCells() reads, added to `cells`, inside whatever read the caller has open.
void addFigures(Connection &connection, CellMap &cells, const TimeRange &range, qint64 bucketMs,
                const QStringList &taskIds);

} // namespace callboard
