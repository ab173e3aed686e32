// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/found_bytes.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace callboard {

/// Searches every file in the store's folder, byte by byte, free pages and the log included, for these digits in UTF-8
/// and UTF-16. What is packed (journal, hidden messages) has to be read besides. A number of less than 11 digits inside
/// of a longer one does not count. Takes as long as reading the files; any worker thread. Throws StoreError where a
/// file can't be read.
QList<FoundBytes> searchFiles(const QString &storeFile, const QByteArray &digits);

/// Other database files in the folder of the store's.
QStringList copiesBesideFile(const QString &storeFile);

} // namespace callboard
