// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase/erasure_words.h"

#include "text/count_text.h"

#include <algorithm>
#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct TableWords
{
    QLatin1StringView table, one, several;
};

constexpr std::array Tables{
    TableWords{"call"_L1, "call"_L1, "calls"_L1},
    TableWords{"push"_L1, "message as it was received"_L1, "messages as they were received"_L1},
    TableWords{"contact"_L1, "key of a contact"_L1, "keys of contacts"_L1},
    TableWords{"row_head"_L1, "list of customer columns"_L1, "lists of customer columns"_L1},
    TableWords{"rejected"_L1, "refused message"_L1, "refused messages"_L1},
    TableWords{"audit"_L1, "line of the audit log"_L1, "lines of the audit log"_L1},
    TableWords{"alert"_L1, "alert"_L1, "alerts"_L1},
    TableWords{"alert_rule"_L1, "rule of alerts"_L1, "rules of alerts"_L1},
    TableWords{"report_schedule"_L1, "scheduled report"_L1, "scheduled reports"_L1},
    TableWords{"report_run"_L1, "line in the history of scheduled reports"_L1,
               "lines in the history of scheduled reports"_L1},
    TableWords{"task"_L1, "name of a campaign"_L1, "names of campaigns"_L1},
    TableWords{"result_meaning"_L1, "meaning of a result code"_L1, "meanings of result codes"_L1},
};

const TableWords *wordsOf(const QString &table)
{
    const auto found =
        std::find_if(Tables.begin(), Tables.end(), [&](const auto &each) { return each.table == table; });
    return found == Tables.end() ? nullptr : found;
}

} // namespace

QString rowsText(const QString &table, qint64 rows)
{
    const TableWords *words = wordsOf(table);
    return words ? countText(rows, words->one, words->several) : countText(rows, u"other row"_s, u"other rows"_s);
}

QStringList rowsTexts(const QMap<QString, qint64> &rows)
{
    QStringList texts;
    for (const TableWords &words : Tables) {
        if (const qint64 count = rows.value(words.table); count > 0)
            texts.append(rowsText(words.table, count));
    }
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        if (!wordsOf(it.key()))
            texts.append(rowsText(it.key(), it.value()));
    }
    return texts;
}

} // namespace callboard
