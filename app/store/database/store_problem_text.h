// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem_rows.h"

#include <QString>

namespace callboard {

/// The sentences of a problem: what happened, what was kept, what to do. What comes from outside stands in them as it
/// is. Any thread.

/// In the reader's language, which is the program's. Empty for no problem.
QString storeProblemText(const StoreProblem &problem);
/// Only what happened.
QString storeProblemSummary(const StoreProblem &problem);
/// The whole in English, for logs and for programs of the terminal, whatever the reader's language.
QString storeProblemLogText(const StoreProblem &problem);

/// What the system or the database reported, in the reader's language where it is known; else as it came.
QString reportedText(const QString &words);

/// One word for the code, for JSON: "writing_full".
QString storeProblemWord(const StoreProblem &problem);

/// What can be offered about it.
inline StoreRemedies storeProblemRemedies(const StoreProblem &problem)
{
    return problemRow(problem.code).remedies;
}

} // namespace callboard
