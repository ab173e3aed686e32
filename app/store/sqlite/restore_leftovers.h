// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <QStringList>

namespace callboard {

/// What restores of a store left beside it when they were killed, by whole name.
struct RestoreLeftovers
{
    QStringList copies; ///< unfinished: copies of what was to be restored, as they say themselves
    QStringList olderStores; ///< the store from before a restore that only lacked its last step; never removed
    QStringList unknown; ///< one of the two; never touched
    bool isEmpty() const { return copies.isEmpty() && olderStores.isEmpty() && unknown.isEmpty(); }
};

/// Looks at names in the folder of the store, and at its audit log: `store` is open, and whole. Throws StoreError.
RestoreLeftovers findRestoreLeftovers(Connection &store);

/// The same, of plain files of this user that no program has open: removes the copies, and gives the older stores the
/// name that they were to have. A sentence for each. Whoever calls this holds the lock of the store, so that no restore
/// of it is going on, and has no connection to it. What can't be told apart stays, and `except` does, too: it is to be
/// restored.
QStringList clearRestoreLeftovers(const StoreUrl &url, const QString &except);

/// The name of a copy until it is whole and says what it is: never that of the store from before.
QString unfinishedName(const QString &file);

/// What a copy notes in its audit log before it takes the store's place, so that it can be told from any other store.
QString restoreMark(const QString &file);

/// What each of them is and what becomes of it, for a person; a sentence each.
QStringList restoreLeftoverTexts(const RestoreLeftovers &leftovers);

} // namespace callboard
