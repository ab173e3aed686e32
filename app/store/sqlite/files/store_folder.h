// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// Makes the folder of a store that does not exist yet, with those above it, and writes their names to the disk: a
/// store in a folder that a power cut takes away is lost with all that it confirmed. Does nothing where the folder is
/// there; one that can't be made shows when the store is opened. Throws StoreError where the disk does not take it. Any
/// thread.
void makeFolderOf(const QString &storeFile);

} // namespace callboard
