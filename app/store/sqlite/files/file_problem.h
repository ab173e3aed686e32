// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

namespace callboard {

/// What is wrong with the place of a store, as far as the file system says. Nothing is opened or changed. Any thread.

/// Why `path` can't be read as a file; None where it is a plain one.
StoreProblem plainFileProblem(const QString &path);

/// Throws StoreError where this user may not enter the folder of `file`, or one above it: whether there is a store
/// can't be told then.
void requireOpenFolder(const QString &file);
/// The same, and where there is nothing under that name.
void requireStoreAt(const QString &file);

} // namespace callboard
