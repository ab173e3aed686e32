// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

struct sqlite3;
class QSqlError;

namespace callboard {

/// What kind of error a code of SQLite is. `systemError` is what the system said (errno), where the code leaves it
/// open; 0: not known. Any thread.
StoreErrorKind sqliteErrorKind(int code, int systemError = 0);
/// Of what went wrong last.
StoreErrorKind sqliteErrorKind(sqlite3 *database);
/// Of a statement that failed; a commit that fails has its code only in `database`.
StoreErrorKind sqliteErrorKind(sqlite3 *database, const QSqlError &error);
/// True when the error means that the statement was interrupted.
bool isSqliteInterrupt(const QSqlError &error);

} // namespace callboard
