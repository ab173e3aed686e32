// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/tally.h"
#include "store/database/connection.h"

namespace callboard {

/// Everything that was ever decided about result codes. Throws StoreError.
MeaningHistory loadMeanings(Connection &connection);

/// What people decided about counting, as it holds at a moment: meanings of codes, success rules of tasks.
FigureRules loadRules(Connection &connection, qint64 atMs);

/// Writes one meaning, in place of one of the same code and moment. For the writer, inside a transaction of the
/// caller's.
void writeMeaning(Connection &connection, const ResultMeaning &meaning);

/// Forgets all that was decided about a code: the catalogue's meaning holds for all of time.
void dropMeanings(Connection &connection, const QString &code);

} // namespace callboard
