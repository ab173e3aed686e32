// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>

#include <span>

namespace callboard {

/// The seven outcome classes, in the order in which every chart, strip and legend shows them.
enum class OutcomeClass : quint8 { Connected, Unanswered, Unreachable, BadNumber, TransferFailed, LineFault, Timeout };
inline constexpr int OutcomeClassCount = 7;

/// What a result code says beside its class.
enum class ResultFlag : quint8 { AnsweredPerson = 1, Success = 2, BadNumber = 4, LineFault = 8 };
Q_DECLARE_FLAGS(ResultFlags, ResultFlag)

/// One of the specification's 21 result codes as shipped.
struct ResultCode
{
    QLatin1StringView code; ///< `task_result` as text
    OutcomeClass outcomeClass; ///< as shipped; a user may choose another
    ResultFlags flags;
    const char16_t *zh; ///< the specification's `task_result_desc`
    const char *en;
};

/// All 21 codes in the specification's order.
std::span<const ResultCode> resultCodes();

/// The entry of a code, or nullptr for an unknown one.
const ResultCode *findResultCode(QStringView code);

/// Position of a code in resultCodes(), or -1: used as a bit number in `contact.outcomes`.
int resultIndex(QStringView code);

/// The code's word in the language ("zh…" is Chinese, everything else English); `pushedDesc`, when given, settles what
/// an unknown code means, and which of its two published meanings code 22 has. Never empty: without code and
/// description it says that there is no result.
QString resultWord(QStringView code, const QString &pushedDesc, bool chinese);

/// Where a call belongs. Unknown codes and calls without one go by whether they were answered.
OutcomeClass outcomeClassOf(QStringView code, bool answered);

/// The class's English source word; translate through the context "OutcomeClass".
const char *outcomeClassSource(OutcomeClass outcomeClass);
/// The class's word in the language of the program.
QString outcomeClassWord(OutcomeClass outcomeClass);

} // namespace callboard

Q_DECLARE_OPERATORS_FOR_FLAGS(callboard::ResultFlags)
