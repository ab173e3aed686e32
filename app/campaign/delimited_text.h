// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// Tables as people save them from a spreadsheet, with any separator. Pure; any thread.
namespace callboard {

/// One row of a table. Cells are without spaces and tabs around them.
struct DelimitedRow
{
    int line = 0; ///< of its first character, from 1
    QStringList cells;
    bool isBroken = false; ///< a quotation mark was opened and never closed; it stands in its cell
    bool isBlank() const; ///< nothing but blanks in any cell
};

/// The separators that a table may have: the one that its first line names for a spreadsheet ("sep=;"), else tab,
/// semicolon, comma (also the wide one) and bar, the most frequent one of the first line outside quotation marks first;
/// a comma before the others where there is none.
QList<QChar> separatorsOf(const QString &text);

/// All rows of a table (RFC 4180: quoted cells may hold separators, line breaks and doubled quotation marks; any line
/// end). A spreadsheet's `="…"` is kept as it is, with the separators in it. A quotation mark that nothing closes at
/// the end of a cell breaks its own row, not those below. At most `mostRows`: a file that is no table can't take all
/// memory. Takes time in proportion to the text.
QList<DelimitedRow> delimitedRows(const QString &text, QChar separator, qsizetype mostRows);

} // namespace callboard
