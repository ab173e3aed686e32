// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"
#include "store/database/store_url.h"

namespace callboard {

enum class StoreFileKind : quint8 {
    Missing, ///< there is no file yet, or what is there is none
    Empty, ///< a file of nothing, such as a fresh temporary one
    Store, ///< of this program's step or an older one
    NewerStore,
    OtherProgram, ///< a SQLite database of something else
    NotADatabase,
    Damaged, ///< a store, or what was one, that can't be read from its beginning to its counters
};

/// What a file is, told from its bytes: nothing is written, and the database does not open it (opening for writing
/// would change its journal mode, or play its log into it).
struct StoreFileLook
{
    StoreFileKind kind = StoreFileKind::Missing;
    StoreProblem problem; ///< None where the store can be opened
};
/// Any thread. Throws StoreError where the file can't be read.
StoreFileLook lookAtStoreFile(const StoreUrl &url);

/// Throws StoreError with that problem unless a writer may open the file.
void requireStoreFile(const StoreUrl &url);

} // namespace callboard
