// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// A file of filler beside the store. A full disk can't be freed by deleting rows (deleting needs space too): the
/// filler is released instead, so that the store can still close, and made again when there is room. Writer's thread.
class DiskReserve
{
public:
    explicit DiskReserve(const QString &storeFile);
    /// Makes the file when it is missing and the disk has plenty of room.
    void restore();
    void release();
    /// Free bytes on the store's volume, -1 unknown.
    qint64 freeBytes() const;

private:
    bool makePrivate() const;

    QString m_file;
};

} // namespace callboard
