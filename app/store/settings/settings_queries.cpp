// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings/settings_queries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QVariant>

#include <algorithm>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

QList<AuditEntry> loadAuditPage(Connection &connection, qint64 beforeId, int limit)
{
    QSqlQuery &query =
        connection.prepared(u"SELECT id, at, action, detail FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?"_s);
    query.bindValue(0, beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max());
    query.bindValue(1, limit);
    connection.run(query);
    QList<AuditEntry> entries;
    while (connection.next(query))
        entries.append({query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toString(),
                        query.value(3).toString()});
    query.finish();
    return entries;
}

QStringList loadSeenCodes(Connection &connection)
{
    QSqlQuery &query =
        connection.prepared(u"SELECT DISTINCT task_result FROM rollup WHERE task_result <> '' ORDER BY task_result"_s);
    connection.run(query);
    QStringList codes;
    while (connection.next(query))
        codes.append(query.value(0).toString());
    query.finish();
    return codes;
}

QStringList loadCustomerColumns(Connection &connection)
{
    QSqlQuery &query = connection.prepared(u"SELECT head FROM row_head"_s);
    connection.run(query);
    QSet<QString> names;
    while (connection.next(query)) {
        const QJsonArray head = QJsonDocument::fromJson(query.value(0).toString().toUtf8()).array();
        for (const QJsonValue &name : head)
            names.insert(name.toString());
    }
    query.finish();
    names.remove(QString());
    QStringList sorted(names.begin(), names.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

} // namespace callboard
