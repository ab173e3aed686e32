// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_kind.h"

#include <QFlags>
#include <QString>
#include <QStringList>

#include <span>

namespace callboard {

/// The seven outcome classes, in the order in which every chart, strip and legend shows them.
enum class OutcomeClass : quint8 { Connected, Unanswered, Unreachable, BadNumber, TransferFailed, LineFault, Timeout };
inline constexpr int OutcomeClassCount = 7;

/// What a result code says beside its class.
enum class ResultFlag : quint8 { AnsweredPerson = 1, Success = 2, BadNumber = 4, LineFault = 8 };
Q_DECLARE_FLAGS(ResultFlags, ResultFlag)

/// A result code as a platform's catalogue has it.
struct ResultCode
{
    QLatin1StringView code; ///< `task_result` as text
    int outcomeBit; ///< stored in `contact.outcomes`: its own over all catalogues, never given to another code
    OutcomeClass outcomeClass; ///< as shipped; a user may choose another
    ResultFlags flags;
    const char16_t *zh; ///< the specification's `task_result_desc`
    const char *en;
};

/// The result codes of one platform. A further platform is a further row of resultCatalogues().
struct ResultCatalogue
{
    PushKind kind; ///< of the records that have these codes
    std::span<const ResultCode> codes; ///< in the order of its specification
};

std::span<const ResultCatalogue> resultCatalogues();
/// All codes of all catalogues, in their order.
QStringList catalogueCodes();

/// The entry of a code, or nullptr for an unknown one.
const ResultCode *findResultCode(QStringView code);

/// Bit number in `contact.outcomes` of a result that is in no catalogue.
inline constexpr int OtherOutcomeBit = 62;
/// What a call with that result adds to `contact.outcomes`; nothing where no result was said.
qint64 outcomeMask(QStringView code);

/// The code's word in the language ("zh…" is Chinese, everything else English); `pushedDesc`, when given, settles what
/// an unknown code means, and which of its two published meanings code 22 has. Never empty: without code and
/// description it says that there is no result.
QString resultWord(QStringView code, const QString &pushedDesc, bool chinese);

/// The results of calls that were not answered although the network did its part: it rang, was busy or refused.
const QStringList &networkResults();

/// Where a call belongs. Unknown codes and calls without one go by whether they were answered.
OutcomeClass outcomeClassOf(QStringView code, bool answered);

/// The class's English source word; translate through the context "OutcomeClass".
const char *outcomeClassSource(OutcomeClass outcomeClass);
/// The class's word in the language of the program.
QString outcomeClassWord(OutcomeClass outcomeClass);

} // namespace callboard

Q_DECLARE_OPERATORS_FOR_FLAGS(callboard::ResultFlags)
