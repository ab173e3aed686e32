// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filter_sql.h"
#include "store/queries.h"
#include "store/snapshot.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

CallIndex buildCallIndex(Connection &connection, const CallFilter &filter, int stride)
{
    const Snapshot snapshot(connection);
    CallIndex index;
    index.stride = stride;
    index.watermark = connection.value(u"SELECT value FROM meta WHERE key = 'commit'"_s).toLongLong();
    index.newestId = connection.value(u"SELECT COALESCE(MAX(id), 0) FROM call"_s).toLongLong();
    index.anchors.append(CallKey{});
    const FilterSql conditions(filter);
    // Every stride-th key and the count, in one pass that the database makes without handing out the rows between.
    const QString numbered =
        u"SELECT placed_at, id, ROW_NUMBER() OVER (ORDER BY placed_at DESC, id DESC) AS n FROM call"_s
        + conditions.where();
    QSqlQuery &query = connection.prepared(u"SELECT placed_at, id FROM (%1) AS c WHERE n % ? = 0"_s.arg(numbered));
    query.bindValue(conditions.bind(query), stride);
    connection.run(query);
    while (connection.next(query))
        index.anchors.append({query.value(0).toLongLong(), query.value(1).toLongLong()});
    query.finish();
    index.count = countCalls(connection, filter);
    return index;
}

qint64 countCalls(Connection &connection, const CallFilter &filter)
{
    const FilterSql conditions(filter);
    QSqlQuery &query = connection.prepared(u"SELECT COUNT(*) FROM call"_s + conditions.where());
    conditions.bind(query);
    connection.run(query);
    const qint64 count = connection.next(query) ? query.value(0).toLongLong() : 0;
    query.finish();
    return count;
}

} // namespace callboard
