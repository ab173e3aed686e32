// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QStringList>

namespace callboard {

/// What restores of a store left beside it when they were killed, by whole name.
struct RestoreLeftovers
{
    QStringList copies; ///< unfinished: copies of what was to be restored
    QStringList olderStores; ///< the store from before a restore that only lacked its last step; never removed
    bool isEmpty() const { return copies.isEmpty() && olderStores.isEmpty(); }
};

/// Looks at names in the folder of the store, and at its audit log: `store` is open, and whole. Throws StoreError.
RestoreLeftovers findRestoreLeftovers(Connection &store);

/// The same, of plain files of this user that no program has open: removes the copies, and gives the older stores the
/// name that they were to have. A sentence for each. Whoever calls this holds the lock of the store, so that no restore
/// of it is going on, and has no connection to it. What can't be told apart, because the store itself can't be read,
/// stays.
QStringList clearRestoreLeftovers(const StoreUrl &url);

/// What each of them is and what becomes of it, for a person; a sentence each.
QStringList restoreLeftoverTexts(const RestoreLeftovers &leftovers);

} // namespace callboard
