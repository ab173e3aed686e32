// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqlite_dialect.h"

namespace callboard {

using namespace Qt::StringLiterals;

QString SqliteDialect::schemaText(const QString &step) const
{
    QString text = step;
    return text.replace("@ROWID@"_L1, "INTEGER PRIMARY KEY"_L1)
        .replace("@BLOB@"_L1, "BLOB"_L1)
        .replace("@CLUSTERED@"_L1, "WITHOUT ROWID"_L1);
}

QString SqliteDialect::bitUnion(const QString &expression) const
{
    return u"SUM(DISTINCT %1)"_s.arg(expression);
}

QString SqliteDialect::listItem(const QString &list, const QString &position) const
{
    return u"json_extract(NULLIF(%1, ''), '$[' || %2 || ']')"_s.arg(list, position);
}

QString SqliteDialect::listItems(const QString &list) const
{
    return u"json_each(%1)"_s.arg(list);
}

} // namespace callboard
