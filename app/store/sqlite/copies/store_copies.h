// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"

#include <QStringList>

#include <functional>

namespace callboard {

/// A consistent copy while the receiver runs, written beside `file` (with ".part" behind its name) and renamed once it
/// is on the disk and was read and checked once; a damaged one is not kept. `cancelled` is asked on the calling thread
/// every few milliseconds; when it says so, nothing is left of the copy, an older file of that name stays, and
/// QueryCancelled is thrown. Throws StoreError, also where `file` is the store itself or another one that is being
/// written.
void backupStore(const StoreUrl &url, const QString &file, const std::function<bool()> &cancelled = {});

/// What restoreStore() found and did.
struct RestoreReport
{
    bool isRestored = false;
    int schemaStep = 0; ///< of the copy; an older one is brought up to date when the store is opened
    qint64 calls = 0;
    QStringList differences; ///< as of verifyStore(); not looked for in a store of an older step
    QString keptAs; ///< the store before, whole; empty where there was none
    QStringList
        cleared; ///< what became of files that restores of before had left when they were killed; a sentence each
};

struct RestoreOptions
{
    bool withDifferences = false; ///< also a copy whose figures differ from its calls
    std::function<bool()> cancelled; ///< looked at on the calling thread while the copy is made
};

/// Puts a copy that backupStore() made, `input`, in the place of a store, and keeps the one before, with its log, under
/// a name with the date. The copy is checked first and not changed; after a kill at any moment the place holds the
/// whole old or the whole new store. A copy whose figures differ is not restored unless asked for: then only the report
/// comes back. Needs the store for itself: no connection to it may be open in this program. Throws StoreError,
/// QueryCancelled.
RestoreReport restoreStore(const StoreUrl &url, const QString &input, const RestoreOptions &options = {});

} // namespace callboard
