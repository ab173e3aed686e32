// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/as_of/as_of_work.h"

namespace callboard {

/// Fills the private store with all that needs no message to be read: calls as they stand, their contacts and rollups,
/// refused messages, decisions. Notes the calls that need one in the table as_of_call. Throws StoreError.
void copyAsOf(AsOfWork &work);

/// At last: counters, and away with what belongs to no call of then.
void countAsOf(AsOfWork &work);

} // namespace callboard
