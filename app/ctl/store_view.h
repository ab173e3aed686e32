// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"
#include "store/database/connection.h"
#include "store/database/schema.h"
#include "store/read/kept_calls.h"

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

/// Says on the way of diagnostics from when on calls are kept, where the range begins before.
inline void noteKept(Connection &connection, const TimeRange &range, Console &console)
{
    const QString kept = keptSinceText(callsKeptSince(connection), range);
    if (!kept.isEmpty())
        console.err << kept << Qt::endl;
}

} // namespace callboard
