// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/calling_hours.h"

#include <QByteArray>
#include <QHash>
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
    QStringList notes; ///< what is taken otherwise than it stands in the file, for a person
};

/// A line that is no campaign: above the names of the columns, a total, a signature, a hint.
struct SkippedLine
{
    int line = 0; ///< in the file, from 1
    QString text; ///< of its cells, cut
    QString reason; ///< for a person, in the language of the program
};

/// How a list is read.
struct TaskImportOptions
{
    QString encoding; ///< one of textEncodings(); empty: the most plausible one
    QHash<QString, QString> known; ///< names by task_id; both are taken as they stand, whatever they look like
};

/// What a file says, or why it says nothing.
struct TaskImport
{
    QString problem; ///< why the file as a whole can't be taken, for a person; empty: it can be looked at
    QString encoding; ///< what it was read as
    QStringList ignoredColumns; ///< heads that mean nothing here
    QList<ImportedTask> tasks; ///< one per line that is meant to be a campaign
    QList<SkippedLine> skipped; ///< the first 200 of the others, apart from blank ones
    int skippedLines = 0; ///< all of them
    int linesWithProblems() const;
    /// There are lines to take; those with problems stay out.
    bool canBeTaken() const { return problem.isEmpty() && linesWithProblems() < tasks.size(); }
};

/// Reads a file with a line that names the columns task_id, alias, list_size, calling_hours, success_rule in any order,
/// by these or by their Chinese names (columnsOf()); only task_id must be there. Other lines may stand above it.
/// Encodings and separators as findTaskTable() finds them; calling hours as readCallingHours() takes them; result codes
/// of a success rule divided by blanks, commas, semicolons or bars. What a spreadsheet or a person put around a value
/// is left out and noted; a task_id that the spreadsheet has changed is a problem of its line alone.
TaskImport readTaskImport(const QByteArray &bytes, const TaskImportOptions &options = {});

/// The codes of a success rule as people write it, each with its word or without. Nothing, and why in *error (may be
/// null), when one is no code.
std::optional<QStringList> readSuccessRule(const QString &text, QString *error = nullptr);

/// A number of contacts as people write it, with or without thousands or "条". Nothing, and why, for anything else.
std::optional<qint64> readListSize(const QString &text, QString *error = nullptr);

inline constexpr qint64 LargestList = 1'000'000'000;
inline constexpr int LongestTaskText = 200; ///< characters of a task_id or an alias

} // namespace callboard
