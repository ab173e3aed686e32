// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/calling_hours.h"

#include <QByteArray>
#include <QStringList>

/// A list of campaigns as people keep it in a spreadsheet. Pure; any thread.
namespace callboard {

/// What one line of the list says. A column that the file lacks and an empty cell say nothing: what is known stays.
struct ImportedTask
{
    int line = 0; ///< in the file, from 1
    QString taskId;
    std::optional<QString> alias;
    std::optional<qint64> listSize;
    std::optional<CallingHours> callingHours;
    std::optional<QStringList> successCodes;
    QStringList problems; ///< for a person, in the language of the program; empty: the line can be taken
};

/// What a file says, or why it says nothing.
struct TaskImport
{
    QString problem; ///< why the file as a whole can't be taken, for a person; empty: it can be looked at
    QString encoding; ///< what it was read as
    QStringList ignoredColumns; ///< heads that mean nothing here
    QList<ImportedTask> tasks; ///< one per line that is not blank
    int linesWithProblems() const;
    bool canBeTaken() const { return problem.isEmpty() && !tasks.isEmpty() && linesWithProblems() == 0; }
};

/// Reads a file with a head line and the columns task_id, alias, list_size, calling_hours, success_rule in any order,
/// by these or by their Chinese names; only task_id must be there. Encodings and separators as in delimited_text.h;
/// calling hours as readCallingHours() takes them; result codes of a success rule divided by blanks, commas, semicolons
/// or bars.
TaskImport readTaskImport(const QByteArray &bytes);

/// The codes of a success rule as people write it. Nothing, and why in *error (may be null), when one is no code.
std::optional<QStringList> readSuccessRule(const QString &text, QString *error = nullptr);

/// A number of contacts as people write it, with or without thousands. Nothing, and why, for anything else.
std::optional<qint64> readListSize(const QString &text, QString *error = nullptr);

inline constexpr qint64 LargestList = 1'000'000'000;
inline constexpr int LongestTaskText = 200; ///< characters of a task_id or an alias

} // namespace callboard
