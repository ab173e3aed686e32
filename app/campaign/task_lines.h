// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/task_columns.h"

/// The lines of a list that are no campaigns: people put totals, signatures and hints below and between them. Pure; any
/// thread.
namespace callboard {

enum class LineKind : quint8 {
    Campaign, ///< to be read as one
    Names, ///< names the columns again
    Total,
    Note, ///< a title, a signature, a remark
    Hint, ///< says how to fill in a column
    Blank ///< nothing in any of our columns
};

/// What a line below the names of the columns is. `isKnownId`: its task_id is one of the store, so it is neither a note
/// nor a hint.
LineKind lineKind(const DelimitedRow &row, const TaskColumns &columns, bool isKnownId);

/// Why such a line is left out, for a person, in the language of the program.
QString lineKindText(LineKind kind);

} // namespace callboard
