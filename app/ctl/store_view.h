// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/schema.h"

namespace callboard {

/// How a command looks at a store that somebody else may be writing. Any thread, one at a time.
class StoreView : public Connection
{
public:
    /// Throws StoreError, also where the tables are another version's: its figures might mean something else.
    explicit StoreView(const StoreUrl &url, Access access = Access::Read)
        : Connection(url, access)
    {
        requireCurrentSchema(*this);
    }
};

} // namespace callboard
