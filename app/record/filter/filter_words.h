// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/filter_conditions.h"

/// A filter in words, in the language of the program: the same ones for the window's chips and the reports' heads.
/// Pure functions; any thread.
namespace callboard {

struct FilterWord
{
    const FilterCondition *condition = nullptr;
    QString text;
    qsizetype choice = -1; ///< of CallFilter::choices: which one
};

/// Every condition that is set, beside time and tasks.
QList<FilterWord> filterWords(const CallFilter &filter, const FilterWordsContext &context);
/// Their texts alone.
QStringList filterTexts(const CallFilter &filter, const FilterWordsContext &context);

/// "2026-11-22 09:00:00 to 18:00:00", "All time", …
QString rangeWords(const TimeRange &range, const QTimeZone &zone);

/// "11-22 09:00–18:00", "11-22", "From 11-22 09:00", …: for a button. What ends after `now` is open.
QString shortRangeWords(const TimeRange &range, const QTimeZone &zone, qint64 now);

/// "All campaigns", "Campaign: Spring", or, of more than `mostNames`, how many they are.
QString taskWords(const QStringList &taskIds, const FilterWordsContext &context, qsizetype mostNames = 3);

/// The names alone, one beside the other.
QString taskNames(const QStringList &taskIds, const FilterWordsContext &context);

/// Which of a call's messages have come.
QString partsWords(CallParts parts);

/// True when the program's texts are Chinese: words of the platform are then given in Chinese, too.
bool programSpeaksChinese();

} // namespace callboard
