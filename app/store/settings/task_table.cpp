// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings/task_table.h"

#include "store/read/queries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

/// '' where the task has no rule of its own.
QString ruleText(const QStringList &codes)
{
    if (codes.isEmpty())
        return u""_s;
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(codes)).toJson(QJsonDocument::Compact));
}

} // namespace

void writeTask(Connection &connection, const QString &taskId, const QString &alias, qint64 listSize)
{
    QSqlQuery &query = connection.prepared(
        u"INSERT INTO task (task_id, alias, list_size) VALUES (?, ?, ?) ON CONFLICT (task_id) DO UPDATE SET "
        "alias = excluded.alias, list_size = excluded.list_size"_s);
    query.bindValue(0, taskId);
    query.bindValue(1, notNull(alias));
    query.bindValue(2, listSize);
    connection.run(query);
}

void writeTask(Connection &connection, const TaskInfo &task)
{
    writeTask(connection, task.taskId, task.alias, task.listSize);
    QSqlQuery &query = connection.prepared(u"UPDATE task SET calling_hours = ?, success_rule = ? WHERE task_id = ?"_s);
    query.bindValue(0, notNull(task.callingHours));
    query.bindValue(1, ruleText(task.successCodes));
    query.bindValue(2, task.taskId);
    connection.run(query);
}

} // namespace callboard
