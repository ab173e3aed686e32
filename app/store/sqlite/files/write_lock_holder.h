// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

namespace callboard {

/// That another program holds the write lock of the database file at `path`, and which, where the system tells. Any
/// thread.
StoreProblem writeLockProblem(const QString &path);

} // namespace callboard
