// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"

namespace callboard {

/// Fills a new store with believable history that ends now: the same calls for the same seed and moment.
/// Throws StoreError. Blocks; to be called before any window is open.
void seedStore(const StoreUrl &url, qint64 calls, int days, int tasks, quint64 seed);

} // namespace callboard
