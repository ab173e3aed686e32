// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqlite_error.h"

#include <QSqlError>

#include <sqlite3.h>

#include <cerrno>

namespace callboard {

namespace {

/// The log's index is the first file that a full disk can't let grow.
StoreErrorKind kindOfIo(int code, int systemError)
{
    if (systemError == EFBIG)
        return StoreErrorKind::Limited;
    return code == SQLITE_IOERR_SHMSIZE ? StoreErrorKind::Full : StoreErrorKind::Io;
}

} // namespace

StoreErrorKind sqliteErrorKind(int code, int systemError)
{
    constexpr int Primary = 0xFF; // the rest of an extended code tells which call failed
    switch (code & Primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreErrorKind::Busy;
    case SQLITE_FULL:
        return StoreErrorKind::Full;
    case SQLITE_IOERR:
        return kindOfIo(code, systemError);
    case SQLITE_CORRUPT:
        return StoreErrorKind::Damaged;
    case SQLITE_NOTADB:
        return StoreErrorKind::NotADatabase;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return StoreErrorKind::ReadOnly;
    case SQLITE_CANTOPEN:
        return StoreErrorKind::CannotOpen;
    default:
        return StoreErrorKind::Other;
    }
}

StoreErrorKind sqliteErrorKind(sqlite3 *database)
{
    return sqliteErrorKind(sqlite3_extended_errcode(database), sqlite3_system_errno(database));
}

StoreErrorKind sqliteErrorKind(sqlite3 *database, const QSqlError &error)
{
    bool hasCode = false;
    const int code = error.nativeErrorCode().toInt(&hasCode);
    return hasCode && code != SQLITE_OK ? sqliteErrorKind(code, sqlite3_system_errno(database))
                                        : sqliteErrorKind(database);
}

bool isSqliteInterrupt(const QSqlError &error)
{
    return error.nativeErrorCode() == QString::number(SQLITE_INTERRUPT);
}

} // namespace callboard
