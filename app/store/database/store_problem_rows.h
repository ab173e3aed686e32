// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

#include <QFlags>

#include <span>

namespace callboard {

/// What a window can offer about a problem.
enum class StoreRemedy : quint8 {
    ChooseStore = 1, ///< another file
    OpenFolder = 2, ///< in the program that shows folders
    Salvage = 4, ///< what is sound into a new store
    Restore = 8, ///< a copy that was made before
    TryAgain = 16,
};
Q_DECLARE_FLAGS(StoreRemedies, StoreRemedy)
Q_DECLARE_OPERATORS_FOR_FLAGS(StoreRemedies)

/// The row of a code. The three texts together are one paragraph; each has the problem's arguments as %1, %2 …, and is
/// English, marked for translation. Null: there is nothing to write.
struct StoreProblemRow
{
    StoreErrorCode code;
    const char *word; ///< for logs and JSON; never changes
    StoreErrorKind kind;
    const char *what; ///< happened
    const char *kept; ///< what did not change, or is not lost
    const char *advice; ///< what a person can do
    StoreRemedies remedies;
};

/// The table has four parts, one for each occasion: opening a store, writing and reading it, looking after it, and
/// parts of sentences.
std::span<const StoreProblemRow> openingProblemRows();
std::span<const StoreProblemRow> statementProblemRows();
std::span<const StoreProblemRow> upkeepProblemRows();
std::span<const StoreProblemRow> problemPartRows();

/// The row of a code; each has one, but None: that row is empty. Any thread.
const StoreProblemRow &problemRow(StoreErrorCode code);

} // namespace callboard
