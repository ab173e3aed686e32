// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// Makes an empty file for its owner alone (0600), whatever the umask, in place of an older one. Throws StoreError.
void makePrivateFile(const QString &path);

/// A sentence for a person where others on this computer may read the file, with what to do; otherwise empty. Any
/// thread.
QString exposureOf(const QString &path);

/// Takes a file of this user's away from all others who may read it, and says so in the log; of somebody else's, or one
/// that is shared with a group only, it is said how that is done. Nothing where there is no such file. Any thread.
void closeToOthers(const QString &path);

} // namespace callboard
