// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace callboard {

/// How text of the platform stands in a CSV that spreadsheets open.
///
/// A spreadsheet reads every cell as if it had been typed: it runs formulas, and turns long digits, leading zeros,
/// dates and the like into numbers. So text cells (headers too) follow one rule that a program can undo exactly:
///  - text that could start a formula (= + - @, also full-width, also behind blanks and invisible characters), that
///  starts
///    with a tab or a line break, or with an apostrophe, gets one apostrophe in front;
///  - text that would be turned into something else (`+8613800138000`, `0271111111`, 20 digits, `2026-11-22`, `1E5`),
///  or
///    that ends with a tab, gets one tab behind, which is not seen in a spreadsheet and makes it keep the text;
///  - everything else, also whole numbers that come back as they are (up to 11 digits), stands as it is.
/// A reader drops one leading apostrophe and one trailing tab.
QString spreadsheetText(const QString &text);

/// The reader's side: spreadsheetText() undone.
QString plainText(const QString &cell);

/// True for text that a spreadsheet would turn into a number, a date, a time or a truth value, and not give back the
/// same.
bool isReinterpreted(QStringView text);

/// What spreadsheetText() puts around a text.
struct CellMarks
{
    bool apostrophe = false; ///< in front
    bool tab = false; ///< behind
};
CellMarks spreadsheetMarks(QStringView text);

/// Writes one cell in UTF-8, quoted where RFC 4180 asks for it, with its marks; returns the end. There must be room for
/// mostCellBytes(text).
char *writeCsvCell(char *to, QStringView text, CellMarks marks = {});
inline qsizetype mostCellBytes(QStringView text)
{
    return 3 * text.size() + 4;
}

} // namespace callboard
