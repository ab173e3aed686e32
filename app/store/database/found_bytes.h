// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// The digits of a number, found in the bytes of a file.
struct FoundBytes
{
    QString file;
    QString database; ///< to which the file belongs as its log; else the file itself
    qint64 places = 0;
    bool isOfStore = false; ///< the store's own file or its log; otherwise another file in its folder
};

} // namespace callboard
