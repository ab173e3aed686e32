// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_meanings.h"
#include "text/format.h"
#include "ui/common/tables/list_model.h"

namespace callboard {

class Theme;

/// One result code with what it means now.
struct ResultRow
{
    QString code;
    bool isKnown = true; ///< of the catalogue, or given a meaning; otherwise calls go by whether they were answered
    ResultMeaning meaning;
    bool isChanged = false; ///< not as shipped now

    friend bool operator==(const ResultRow &, const ResultRow &) = default;
};

/// The rows of the catalogue, of codes that were given a meaning, and of codes that calls have brought.
QList<ResultRow> resultRows(const MeaningHistory &history, const QStringList &seen, qint64 nowMs);

using ResultList = ListModel<ResultRow>;
/// All result codes; changed ones in bold. Format and theme must outlive it.
ResultList *makeResultList(const Format &format, const Theme &theme, QObject *parent);

/// "Answered person, success".
QString flagWords(ResultFlags flags);
/// The word that a meaning gives its code, in the language of the program.
QString meaningWord(const ResultMeaning &meaning, bool chinese);

} // namespace callboard
