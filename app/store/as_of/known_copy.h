// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/as_of/known_work.h"

namespace callboard {

/// Fills the private store with all that needs no message to be read: calls as they stand, their contacts and rollups,
/// refused messages, decisions. Notes the calls that need one in the table known_call. Throws StoreError.
void copyKnown(KnownWork &work);

/// At last: counters, and away with what belongs to no call of then.
void countKnown(KnownWork &work);

} // namespace callboard
