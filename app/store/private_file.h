// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// Makes an empty file for its owner alone (0600), whatever the umask, in place of an older one. Throws StoreError.
void makePrivateFile(const QString &path);

} // namespace callboard
