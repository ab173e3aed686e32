// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

namespace callboard {

/// Why nothing can be written, what becomes of new calls meanwhile, and what a person can do: one paragraph.
QString troubleText(const StoreError &error, const StoreUrl &url);
/// The same for a file that was removed, renamed or replaced while it is written.
QString displacedText(const StoreUrl &url);
/// The same for less room on the disk than the writer wants to keep.
QString littleRoomText(qint64 freeBytes);

/// That a program of ours has the store open for writing, and what to do: for all that need it alone, be it another
/// receiver, a window or a command.
QString heldText(const QString &storeFile, const QString &holder);
/// That another program holds the write lock, and which; what an error of the kind Busy says.
QString lockedText(const StoreUrl &url);
/// That a file may not grow further; what an error of the kind Limited says.
QString limitText();
/// The other program that holds the store's write lock, such as "sqlite3 (process 123)". Empty where the system does
/// not say.
QString lockHolder(const StoreUrl &url);

/// That a store can't be opened because its file is damaged, and what to do.
QString damageText(const StoreError &error, const StoreUrl &url);
/// True where the file itself is the trouble: it stays until somebody salvages the store.
bool isDamage(StoreErrorKind kind);

} // namespace callboard
