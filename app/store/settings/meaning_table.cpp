// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings/meaning_table.h"

#include "store/read/queries.h"

#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

/// The store may have been written by a program that knows more classes.
OutcomeClass readClass(int number)
{
    return static_cast<OutcomeClass>(std::clamp(number, 0, OutcomeClassCount - 1));
}

} // namespace

MeaningHistory loadMeanings(Connection &connection)
{
    QSqlQuery &query = connection.prepared(u"SELECT code, since, outcome_class, flags, zh, en FROM result_meaning"_s);
    connection.run(query);
    QList<ResultMeaning> meanings;
    while (connection.next(query)) {
        ResultMeaning meaning;
        meaning.code = query.value(0).toString();
        meaning.since = query.value(1).toLongLong();
        meaning.outcomeClass = readClass(query.value(2).toInt());
        meaning.flags = ResultFlags::fromInt(query.value(3).toInt());
        meaning.zh = query.value(4).toString();
        meaning.en = query.value(5).toString();
        meanings.append(meaning);
    }
    query.finish();
    return MeaningHistory(meanings);
}

FigureRules loadRules(Connection &connection, qint64 atMs)
{
    QHash<QString, SuccessRule> rules;
    const QList<TaskInfo> tasks = loadTasks(connection);
    for (const TaskInfo &task : tasks) {
        if (!task.successCodes.isEmpty())
            rules.insert(task.taskId, SuccessRule{task.successCodes});
    }
    return {loadMeanings(connection).at(atMs), rules};
}

void writeMeaning(Connection &connection, const ResultMeaning &meaning)
{
    QSqlQuery &query = connection.prepared(
        u"INSERT INTO result_meaning (code, since, outcome_class, flags, zh, en) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (code, since) DO UPDATE SET outcome_class = excluded.outcome_class, flags = excluded.flags, "
        "zh = excluded.zh, en = excluded.en"_s);
    int at = 0;
    query.bindValue(at++, text(meaning.code));
    query.bindValue(at++, meaning.since);
    query.bindValue(at++, static_cast<int>(meaning.outcomeClass));
    query.bindValue(at++, meaning.flags.toInt());
    query.bindValue(at++, text(meaning.zh));
    query.bindValue(at++, text(meaning.en));
    connection.run(query);
}

void dropMeanings(Connection &connection, const QString &code)
{
    QSqlQuery &query = connection.prepared(u"DELETE FROM result_meaning WHERE code = ?"_s);
    query.bindValue(0, text(code));
    connection.run(query);
}

} // namespace callboard
