// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/files/locked_file.h"

namespace callboard {

/// A file opened for reading that may be a database which this program has open: see LockedFile. The index of a log
/// (-shm) is never read this way: SQLite's locks on it would be lost, and it holds no content. Any one thread.
class DatabaseBytes
{
public:
    /// Says in error() where it can't be read.
    explicit DatabaseBytes(const QString &path);
    ~DatabaseBytes();
    Q_DISABLE_COPY_MOVE(DatabaseBytes)

    /// The next bytes, fewer only at the end.
    QByteArray read(qsizetype bytes);
    QString error() const { return m_error; }

private:
    int m_descriptor = -1;
    FileIdentity m_identity;
    QString m_error;
};

} // namespace callboard
