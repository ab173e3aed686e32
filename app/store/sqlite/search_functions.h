// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace callboard {

/// Gives an open database the functions of SQL that filters use beside the standard's: number_found(number, typed) and
/// text_found(text, typed) are those of NumberSearch. A further database system needs them, too.
void addSearchFunctions(sqlite3 *database);

} // namespace callboard
