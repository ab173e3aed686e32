// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/audit_table.h"

#include "store/database/connection.h"

#include <QSysInfo>
#include <QVariant>

#include <pwd.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace AuditTable {

void append(Connection &connection, qint64 at, const QString &action, const QString &detail)
{
    QSqlQuery &query = connection.prepared(u"INSERT INTO audit (at, action, detail) VALUES (?, ?, ?)"_s);
    query.bindValue(0, at);
    query.bindValue(1, action);
    query.bindValue(2, detail.isNull() ? u""_s : detail);
    connection.run(query);
}

QString currentUser()
{
    const passwd *entry = ::getpwuid(::geteuid());
    const QString user = entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
    return user + u'@' + QSysInfo::machineHostName();
}

} // namespace AuditTable
} // namespace callboard
