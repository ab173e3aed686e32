// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace callboard {

/// A line of a file, without white space around it.
struct NumberedLine
{
    int number = 0; ///< 1 is the first
    QByteArray text;
};

/// The lines of a small plain file that a person wrote, without those that are empty or begin with #; a byte order mark
/// and the line ends of any system are nobody's text. Never waits: a pipe, a device or a folder is refused, and so is a
/// file of more than `mostBytes`. Throws CommandError, with the file's name. Any thread.
QList<NumberedLine> readLines(const QString &name, qint64 mostBytes);

/// Throws CommandError, with the line's number but not its text, where the text holds anything but printable ASCII.
/// `what` says in words what the line should hold, such as "a token".
void requirePrintable(const NumberedLine &line, const QString &name, const QString &what);

} // namespace callboard
