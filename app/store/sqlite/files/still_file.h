// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/files/locked_file.h"

#include <QString>

namespace callboard {

/// How a program that only reads may look at the database file `path`: true where it is read as it stands, because
/// there is no log and this program can't make one that the owner could use afterwards (a read-only medium or folder,
/// somebody else's file); false for the usual way. Throws StoreError where there is a log that can't be shared.
bool isReadAsItStands(const QString &path);
/// Throws StoreError where a line can't be added to the store safely: it is read as it stands, it has several names, or
/// it is being written under another name.
void requireNotable(const QString &path);
/// No log beside the database file, or one without content.
bool isLogEmpty(const QString &path);

/// A file that is read as it stands, which is only right until somebody writes. Any thread.
class StillFile
{
public:
    explicit StillFile(const QString &path);
    /// The file is the same as when this was made, and there is no log with content.
    bool isStill() const;

private:
    struct State
    {
        FileIdentity identity;
        qint64 size = 0, changedSeconds = 0, changedNanoseconds = 0;
        bool operator==(const State &) const = default;
    };
    State readState() const;

    const QString m_path;
    const State m_first;
};

} // namespace callboard
