// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace callboard {

class Format;
struct EraseCounts;
struct EraseReport;

// All of it in the language of the program, a line each, and never the number.

/// What is erased, or would be: how much where.
QStringList erasedLines(const EraseCounts &counts, const Format &format);
/// What is hidden first; `dueAt` 0: would be.
QString hiddenLine(const EraseCounts &counts, qint64 dueAt, const Format &format);
/// What stays and what was not looked into, and why.
QStringList keptLines(const EraseCounts &counts, const Format &format);
/// Where the number's bytes are still found in files, and which copies were not touched; a line also where they are in
/// no file of the store.
QStringList fileLines(const EraseReport &report, const Format &format);

} // namespace callboard
