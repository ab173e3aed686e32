// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/as_of/known_work.h"

namespace callboard {

/// Merges the calls of the table known_call from the messages that had arrived by then, and counts these. Throws
/// StoreError.
void replayKnown(KnownWork &work);

} // namespace callboard
