// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/figure_rules.h"
#include "record/filter/call_filter.h"

#include <QSet>

namespace callboard {

/// Ideas that need more than one list of codes, put into kinds of calls. Pure functions; any thread.
///
/// The name of a choice is stored in saved filters: never rename.

/// Calls of an outcome class. Combine with outbound and onlySettled: a call that awaits its outcome has no class yet.
CallChoice choiceOfClass(OutcomeClass outcomeClass, const ResultMeanings &meanings);
/// Calls whose result is in the success rule of their own task.
CallChoice choiceOfSuccess(const FigureRules &rules);
/// The same, and those that still await their outcome.
CallChoice choiceOfSuccessAtMost(const FigureRules &rules);
/// Answered calls, and those that were not although the network did its part.
CallChoice choiceOfNetwork();
/// Calls whose result has a flag, such as line fault.
CallChoice choiceOfFlag(ResultFlag flag, const ResultMeanings &meanings);

/// The class that a choice of choiceOfClass() stands for.
std::optional<OutcomeClass> classOfChoice(const CallChoice &choice);
/// Codes in the order of their classes, inside a class as in the specification, unknown ones and "no result" last.
QStringList codesInOrder(const QSet<QString> &codes, const ResultMeanings &meanings);

/// What the choice is called, in the language of the program.
QString choiceWord(const CallChoice &choice);
/// The choice of that name with today's meanings and rules; one without kinds for a name that nobody knows.
CallChoice resolvedChoice(const QString &name, const FigureRules &rules);

} // namespace callboard
