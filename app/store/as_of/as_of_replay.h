// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/as_of/as_of_work.h"

namespace callboard {

/// Merges the calls of the table as_of_call from the messages that had arrived by then, and counts these. Throws
/// StoreError.
void replayKnown(AsOfWork &work);

} // namespace callboard
