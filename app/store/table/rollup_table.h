// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/commit_notice.h"
#include "store/database/connection.h"
#include "store/table/packed_rows.h"

namespace callboard {

/// Adds what a call changes (`before` null: it is new) to cells by minute. Pure.
void addCallChange(CellMap &minuteCells, const CallRecord *before, const CallRecord &after);

/// Adds changes (cells by minute, differences of sums) to the quarter hours of the table `rollup`, inside the writer's
/// transaction. Rows that fall to nothing stay until
/// dropEmptyRollups(): removing them one by one would cost a statement for many a second message.
void addToRollups(Connection &connection, const CellMap &minuteCells);

/// Removes the rows that count nothing any more. For quiet moments, inside a transaction.
void dropEmptyRollups(Connection &connection);

/// Makes the rows anew from the calls, inside a transaction of the caller's; those of calls that are no longer kept
/// stay.
void recountRollups(Connection &connection);

/// All columns of `rollup`: key, then sums.
QString rollupColumns();

/// The columns of answered or of unanswered cells in the order that readRollup() reads: unanswered ones have no talk,
/// and there are many of them.
QString rollupColumns(bool answered);
std::pair<CellKey, CellSums> readRollup(const NativeStatement &row, bool answered, RepeatedTexts &texts);

} // namespace callboard
