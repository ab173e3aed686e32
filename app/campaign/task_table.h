// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/task_columns.h"
#include "campaign/text_encoding.h"

/// Finds the table in a file that people saved from a spreadsheet. Pure; any thread.
namespace callboard {

/// Where the table of a file is, and how it is read.
struct TaskTable
{
    DecodedText decoded;
    QChar separator = u',';
    std::optional<TaskColumns> columns; ///< nothing: no line names them
    qsizetype headRow = 0; ///< of the rows that are not blank, the one that names the columns …
    qsizetype headRows = 1; ///< … alone, or with the next one
};

/// The reading of a file that knows most of its columns: of all plausible encodings, or of the given one, and of all
/// separators. The columns are looked for in the first 50 lines that are not blank. Nothing: no text file.
std::optional<TaskTable> findTaskTable(const QByteArray &bytes, const QString &encoding);

} // namespace callboard
