// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/commit_notice.h"
#include "store/connection.h"

namespace callboard {

/// Adds changes (cells by minute, differences of sums) to the quarter hours of the table `rollup`, inside the writer's
/// transaction. Rows that fall to nothing are removed.
void addToRollups(Connection &connection, const CellMap &minuteCells);

/// The columns of a row of `rollup` in the order that readRollup() reads: key, then sums.
QString rollupColumns();
CellKey readRollupKey(const QSqlQuery &query);
CellSums readRollupSums(const QSqlQuery &query);

} // namespace callboard
