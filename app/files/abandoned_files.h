// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// The name of an unfinished file in a folder, for mkostemp(). Whoever makes one locks it (flock) while writing it.
QString unfinishedPattern(const QString &folder);

/// Removes the unfinished files in a folder whose program was killed: of this user, made more than a minute ago (so
/// that one that is made but not locked yet stays), locked by nobody.
void removeAbandonedFiles(const QString &folder);

} // namespace callboard
