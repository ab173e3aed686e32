// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/task_table.h"

namespace callboard {

namespace {

constexpr qsizetype MostLinesAbove = 50;
constexpr qsizetype SearchedCharacters = 64 * 1024;

int score(const std::optional<TaskColumns> &columns)
{
    return columns ? columns->known() : 0;
}

/// Keeps these heads where they name more columns than those before.
void consider(TaskTable &table, const QStringList &heads, qsizetype row, qsizetype rows)
{
    auto columns = columnsOf(heads);
    if (score(columns) <= score(table.columns))
        return;
    table.columns = std::move(columns);
    table.headRow = row;
    table.headRows = rows;
}

void findHead(TaskTable &table)
{
    QList<DelimitedRow> rows =
        delimitedRows(table.decoded.text.left(SearchedCharacters), table.separator, 2 * MostLinesAbove);
    rows.removeIf([](const DelimitedRow &row) { return row.isBlank(); });
    for (qsizetype i = 0; i < std::min(rows.size(), MostLinesAbove); ++i)
        consider(table, rows[i].cells, i, 1);
    for (qsizetype i = 0; i + 1 < std::min(rows.size(), MostLinesAbove); ++i)
        consider(table, joinedHeads(rows[i].cells, rows[i + 1].cells), i, 2);
}

} // namespace

std::optional<TaskTable> findTaskTable(const QByteArray &bytes, const QString &encoding)
{
    QList<DecodedText> texts;
    if (encoding.isEmpty())
        texts = plausibleTexts(bytes);
    else if (auto chosen = decodeTextAs(bytes, encoding))
        texts.append(*std::move(chosen));
    std::optional<TaskTable> best;
    for (const DecodedText &text : std::as_const(texts)) {
        for (const QChar separator : separatorsOf(text.text)) {
            TaskTable table{text, separator, {}, 0, 1};
            findHead(table);
            if (!best || score(table.columns) > score(best->columns))
                best = std::move(table);
        }
    }
    return best;
}

} // namespace callboard
