// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace callboard {

/// The digits of a number, found in the bytes of a file.
struct FoundBytes
{
    QString file;
    qint64 places = 0;
    bool isOfStore = false; ///< the store's own file or its log; otherwise another file in its folder
};

/// Searches every file in the store's folder, byte by byte, free pages and the log included, for these digits in UTF-8
/// and UTF-16. What is packed (journal, hidden messages) has to be read besides. A number of less than 11 digits inside
/// of a longer one does not count. Takes as long as reading the files; any worker thread. Throws StoreError where a
/// file can't be read.
QList<FoundBytes> searchFiles(const StoreUrl &url, const QByteArray &digits);

/// Copies of the store that lie beside it, such as the one from before a schema step.
QStringList copiesBeside(const StoreUrl &url);

} // namespace callboard
