// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/rollup_table.h"

#include "store/table/recount_sql.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype UnansweredSums = 2; ///< calls and seized, the first of sumColumns()

QStringList sumColumns()
{
    QStringList names{u"calls"_s, u"seized"_s, u"talk_ms"_s, u"answer_delay_ms"_s, u"delay_calls"_s};
    for (int i = 0; i < TalkClassCount; ++i)
        names.append(u"talk_%1"_s.arg(i));
    return names;
}

/// Unanswered calls have no talk: the statement for them leaves those columns alone.
QString upsertText(bool answered)
{
    const QStringList sums = sumColumns();
    QStringList assignments;
    QStringList values;
    for (qsizetype i = 0; i < sums.size(); ++i) {
        const bool bound = answered || i < UnansweredSums;
        values.append(bound ? u"?"_s : u"0"_s);
        if (bound)
            assignments.append(u"%1 = rollup.%1 + excluded.%1"_s.arg(sums.at(i)));
    }
    return u"INSERT INTO rollup (%1) VALUES (?, ?, ?, ?, ?, ?, %2) ON CONFLICT (quarter, task_id, task_result, "
           "basic_only, outbound, answered) DO UPDATE SET %3"_s.arg(rollupColumns(), values.join(u", "_s),
                                                                    assignments.join(u", "_s));
}

CellMap byQuarter(const CellMap &minuteCells)
{
    CellMap cells;
    for (auto it = minuteCells.cbegin(); it != minuteCells.cend(); ++it) {
        CellKey key = it.key();
        key.bucket = bucketStart(key.bucket, QuarterMs);
        cells[key] += it.value();
    }
    return cells;
}

void add(Connection &connection, const CellKey &key, const CellSums &sums)
{
    static const QString answeredText = upsertText(true);
    static const QString unansweredText = upsertText(false);
    NativeStatement &statement = connection.native(key.answered ? answeredText : unansweredText);
    statement.bind(key.bucket).bind(key.taskId).bind(key.result);
    for (const bool said : {key.basicOnly, key.outbound, key.answered})
        statement.bind(qint64(said));
    statement.bind(sums.calls).bind(sums.seized);
    if (key.answered) {
        statement.bind(sums.talkMs).bind(sums.answerDelayMs).bind(sums.delayCalls);
        for (const qint64 number : sums.talkClasses)
            statement.bind(number);
    }
    statement.run();
}

} // namespace

void dropEmptyRollups(Connection &connection)
{
    connection.execute(u"DELETE FROM rollup WHERE calls = 0 AND seized = 0 AND talk_ms = 0"_s);
}

QString rollupColumns()
{
    static const QString text =
        u"quarter, task_id, task_result, basic_only, outbound, answered, "_s + sumColumns().join(u", "_s);
    return text;
}

void recountRollups(Connection &connection)
{
    connection.execute(u"DELETE FROM rollup WHERE quarter >= "_s + RecountSql::keptSince());
    connection.execute(u"INSERT INTO rollup (%1) SELECT %1 FROM (%2) AS r WHERE quarter >= %3"_s.arg(
        rollupColumns(), RecountSql::rollups(), RecountSql::keptSince()));
}

void addCallChange(CellMap &minuteCells, const CallRecord *before, const CallRecord &after)
{
    const CellKey key = cellKeyOf(after, MinuteMs);
    const CellSums sums = cellSumsOf(after);
    if (before) {
        const CellKey oldKey = cellKeyOf(*before, MinuteMs);
        const CellSums oldSums = cellSumsOf(*before);
        if (oldKey == key && oldSums == sums)
            return;
        minuteCells[oldKey] -= oldSums;
    }
    minuteCells[key] += sums;
}

void addToRollups(Connection &connection, const CellMap &minuteCells)
{
    const CellMap cells = byQuarter(minuteCells);
    for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
        if (!it.value().isZero())
            add(connection, it.key(), it.value());
    }
}

QString rollupColumns(bool answered)
{
    const QStringList sums = sumColumns();
    return u"quarter, task_id, task_result, basic_only, outbound, "_s
        + sums.first(answered ? sums.size() : UnansweredSums).join(u", "_s);
}

std::pair<CellKey, CellSums> readRollup(const NativeStatement &row, bool answered, RepeatedTexts &texts)
{
    int at = 0;
    CellKey key{.bucket = row.number(at++), .answered = answered};
    key.taskId = texts.text(row.utf8(at++));
    key.result = texts.text(row.utf8(at++));
    key.basicOnly = row.number(at++) != 0;
    key.outbound = row.number(at++) != 0;
    CellSums sums;
    sums.calls = row.number(at++);
    sums.seized = row.number(at++);
    if (!answered)
        return {key, sums};
    sums.talkMs = row.number(at++);
    sums.answerDelayMs = row.number(at++);
    sums.delayCalls = row.number(at++);
    for (qint64 &talkClass : sums.talkClasses)
        talkClass = row.number(at++);
    return {key, sums};
}

} // namespace callboard
