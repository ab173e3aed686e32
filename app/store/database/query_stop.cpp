// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/query_stop.h"

#include "store/database/store_error.h"

namespace callboard {

void QueryStop::requireNone() const
{
    if (isStopped())
        throw QueryCancelled();
    requireShortRead();
}

void QueryStop::requireShortRead() const
{
    if (reasons().m_log.wasOver())
        throw ReadTooLong();
}

void QueryStop::raise() const
{
    requireNone();
    throw QueryCancelled();
}

} // namespace callboard
