// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// Tables as people save them from a spreadsheet: any separator, any of the encodings in use. Pure; any thread.
namespace callboard {

/// A file's text, and the name of the encoding that it was read with.
struct DecodedText
{
    QString text;
    QString encoding; ///< "UTF-8", "UTF-16" or "GB18030" (of which GBK and GB2312 are parts)
};

/// Reads bytes as UTF-8 or UTF-16 with a byte order mark, as UTF-8 without one, else as GB18030. Nothing when they are
/// none of these, or hold NUL characters: then it is no text file.
std::optional<DecodedText> decodeText(const QByteArray &bytes);

/// One row of a table. Cells are trimmed.
struct DelimitedRow
{
    int line = 0; ///< of its first character, from 1
    QStringList cells;
    bool isBroken = false; ///< a quotation mark was opened and never closed
    bool isBlank() const; ///< nothing in any cell
};

/// The separator of a table, judged by its first line: of tab, semicolon and comma the most frequent one outside
/// quotation marks; a comma where there is none.
QChar separatorOf(const QString &text);

/// All rows of a table (RFC 4180: quoted cells may hold separators, line breaks and doubled quotation marks; any line
/// end). At most `mostRows`: a file that is no table can't take all memory.
QList<DelimitedRow> delimitedRows(const QString &text, QChar separator, qsizetype mostRows);

} // namespace callboard
