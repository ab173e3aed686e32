// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_error.h"
#include "store/database/store_url.h"

namespace callboard {

/// Why nothing can be written, what becomes of new calls meanwhile, and what a person can do.
StoreProblem writingProblem(const StoreError &error, const StoreUrl &url);
/// The same for less room on the disk than the writer wants to keep.
StoreProblem littleRoomProblem(qint64 freeBytes);

/// Of a statement that failed: `report` is what the database said.
StoreProblem statementProblem(StoreErrorKind kind, const QString &report, const QString &sql);

/// That a store can't be opened because its file is damaged, and what to do.
StoreProblem damageProblem(const StoreError &error, const StoreUrl &url);
/// True where the file itself is the trouble: it stays until somebody salvages the store.
bool isDamage(StoreErrorKind kind);

} // namespace callboard
