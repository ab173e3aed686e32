// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// The names of the files that belong to the database file at a path, and of those that this program lays beside it.
inline QString logOf(const QString &path)
{
    return path + QStringLiteral("-wal");
}
inline QString indexOf(const QString &path) ///< of the log
{
    return path + QStringLiteral("-shm");
}
inline QString rollbackJournalOf(const QString &path) ///< of another program, as stores have a log
{
    return path + QStringLiteral("-journal");
}
inline QString lockNoteOf(const QString &path) ///< who writes it
{
    return path + QStringLiteral(".lock");
}
inline QString reserveOf(const QString &path) ///< room for a full disk
{
    return path + QStringLiteral(".ballast");
}

/// How every database file begins.
inline constexpr char DatabaseMark[] = "SQLite format 3";

} // namespace callboard
