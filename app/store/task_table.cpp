// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task_table.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

void writeTask(Connection &connection, const QString &taskId, const QString &alias, qint64 listSize)
{
    QSqlQuery &query = connection.prepared(
        u"INSERT INTO task (task_id, alias, list_size) VALUES (?, ?, ?) ON CONFLICT (task_id) DO UPDATE SET "
        "alias = excluded.alias, list_size = excluded.list_size"_s);
    query.bindValue(0, taskId);
    query.bindValue(1, alias.isNull() ? u""_s : alias);
    query.bindValue(2, listSize);
    connection.run(query);
}

} // namespace callboard
