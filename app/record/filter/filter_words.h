// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "record/filter/call_filter.h"

#include <QTimeZone>

#include <functional>

/// A filter in words, in the language of the program: the same ones for the window's chips and the reports' heads.
/// Pure functions; any thread.
namespace callboard {

/// What a word of a filter is about: one or more members of CallFilter.
enum class FilterPart : quint8 {
    Results,
    ExcludedResults,
    Direction,
    Seized,
    Dialled,
    Answered,
    Outbound,
    Choice,
    Settled,
    Awaiting,
    Parts,
    OnlyContacts,
    ExcludedTasks,
    ExcludedCallees,
    TalkAtLeast,
    TalkBelow,
    Number,
    Callee,
    Uuid,
    Customer,
    Contact,
    OnlyAnomalies,
    Pick,
    Tries,
    PreviousResult,
    Gap,
    Caller,
    CustomerValues,
    ExcludedCustomerValues,
    Stretches
};

struct FilterWord
{
    FilterPart part;
    QString text;
    qsizetype choice = -1; ///< of FilterPart::Choice: which one
};

/// How a filter is put into words.
struct FilterWordsContext
{
    QTimeZone zone = QTimeZone::systemTimeZone();
    Privacy privacy = Privacy::Masked;
    QStringList personalColumns{}; ///< while masked, values of these customer columns are covered wholly
    std::function<QString(const QString &taskId)> taskName{}; ///< empty: the id
    std::function<QString(const QString &code)> resultName{}; ///< empty: the catalogue's word
};

/// Every condition that is set, beside time and tasks.
QList<FilterWord> filterWords(const CallFilter &filter, const FilterWordsContext &context);

/// "2026-11-22 09:00:00 to 18:00:00", "All time", …
QString rangeWords(const TimeRange &range, const QTimeZone &zone);

/// "All campaigns", "Campaign: Spring", or, of more than `mostNames`, how many they are.
QString taskWords(const QStringList &taskIds, const FilterWordsContext &context, qsizetype mostNames = 3);

/// The names alone, one beside the other.
QString taskNames(const QStringList &taskIds, const FilterWordsContext &context);

/// Which of a call's messages have come.
QString partsWords(CallParts parts);

/// True when the program's texts are Chinese: words of the platform are then given in Chinese, too.
bool programSpeaksChinese();

} // namespace callboard
