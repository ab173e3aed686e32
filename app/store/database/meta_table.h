// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <QVariant>

namespace callboard {

/// Single numbers of the table `meta`; 0 where none was kept yet. Throws StoreError.
inline qint64 metaNumber(Connection &connection, const QString &key)
{
    QSqlQuery &query = connection.prepared(QStringLiteral("SELECT value FROM meta WHERE key = ?"));
    query.bindValue(0, key);
    connection.run(query);
    const qint64 number = connection.next(query) ? query.value(0).toLongLong() : 0;
    query.finish();
    return number;
}

/// Inside a transaction of the caller's.
inline void setMetaNumber(Connection &connection, const QString &key, qint64 value)
{
    QSqlQuery &query = connection.prepared(
        QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET "
                       "value = excluded.value"));
    query.bindValue(0, key);
    query.bindValue(1, value);
    connection.run(query);
}

} // namespace callboard
