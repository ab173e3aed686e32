// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

#include <QString>

#include <optional>

namespace callboard {

/// Where a store lies: `sqlite:/path/file.db`. `postgresql://…` is recognised, and refused until its dialect is built
/// in.
struct StoreUrl
{
    QString filePath; ///< absolute path of the SQLite file, not of a link to it: whoever writes is found by it

    /// Reads a URL; a bare path is taken as SQLite. On failure returns nothing, and why in *problem.
    static std::optional<StoreUrl> parse(const QString &text, StoreProblem *problem);
    QString toString() const;
};

} // namespace callboard
