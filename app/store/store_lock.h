// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store_url.h"

#include <QLockFile>

namespace callboard {

/// Makes sure that a store has one writer: a lock file beside it that a killed process does not leave behind. Thread of
/// its maker.
class StoreLock
{
public:
    /// Throws StoreError that names the process which holds the store.
    explicit StoreLock(const StoreUrl &url);

private:
    QLockFile m_lock;
};

} // namespace callboard
