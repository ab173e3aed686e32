// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_backend.h"

namespace callboard {

/// What a file is, told from its bytes: nothing is written, and the database does not open it (opening for writing
/// would change its journal mode, or play its log into it). Any thread. Throws StoreError where it can't be read.
StoreInspection inspectStoreFile(const QString &file);

/// Throws StoreError with the problem unless a writer may open the file.
void requireStoreFile(const QString &file);

} // namespace callboard
