// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Single cells of a list as spreadsheets write and spoil them. Pure; any thread.
namespace callboard {

/// Full-width forms of ASCII as ASCII, all kinds of blanks as blanks.
QString narrowText(QString text);

/// A text for a person, with what can't be seen written as "<U+200B>", cut to a length that fits into a sentence.
QString visibleText(const QString &text);

/// The task_id that a cell means: without a spreadsheet's `="…"` and leading apostrophe and without invisible
/// characters, full-width ones narrow.
QString idOfCell(const QString &cell);
/// The same for a name, which keeps its full-width characters and its joiners.
QString nameOfCell(const QString &cell);
/// The same for numbers and times; empty for a dash alone, which people write for "none".
QString valueOfCell(const QString &cell);

/// Why the task_id of a cell is none that anybody gave: the spreadsheet made a date, a rounded number or an error of
/// it. For a person, in the language of the program; empty: nothing is wrong.
QString spoiltId(const QString &cell);
/// The same for a name.
QString spoiltName(const QString &cell);

} // namespace callboard
