// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/call_lookup.h"

#include "store/table/call_row.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

QList<CallRecord> loadCalls(Connection &connection, const QList<qint64> &ids)
{
    QList<CallRecord> calls;
    if (ids.isEmpty())
        return calls;
    const QString marks = u"?"_s + u", ?"_s.repeated(ids.size() - 1);
    QSqlQuery &query = connection.prepared(CallRow::selectText() + u" WHERE call.id IN (%1)"_s.arg(marks));
    for (qsizetype i = 0; i < ids.size(); ++i)
        query.bindValue(static_cast<int>(i), ids[i]);
    connection.run(query);
    while (connection.next(query))
        calls.append(CallRow::readCall(query));
    query.finish();
    return calls;
}

} // namespace callboard
