// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/snapshot.h"
#include "store/read/filter_sql.h"
#include "store/read/queries.h"

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
    const FilterSql conditions(connection.dialect(), filter);
    NativeStatement &rows = connection.native(
        u"SELECT placed_at, id FROM call%1 ORDER BY placed_at DESC, id DESC"_s.arg(conditions.where()));
    conditions.bind(rows);
    while (rows.next()) {
        if (++index.count % stride == 0)
            index.anchors.append({rows.number(0), rows.number(1)});
    }
    return index;
}

qint64 countCalls(Connection &connection, const CallFilter &filter)
{
    const FilterSql conditions(connection.dialect(), filter);
    QSqlQuery &query = connection.prepared(u"SELECT COUNT(*) FROM call"_s + conditions.where());
    conditions.bind(query);
    connection.run(query);
    const qint64 count = connection.next(query) ? query.value(0).toLongLong() : 0;
    query.finish();
    return count;
}

} // namespace callboard
