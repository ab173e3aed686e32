// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/other_pushes.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace OtherPushes {

void add(Connection &connection, const OtherPushCounts &counts)
{
    static const QString text = u"INSERT INTO other_push (quarter, kind, messages) VALUES (?, ?, ?) ON CONFLICT "
                                "(quarter, kind) DO UPDATE SET messages = other_push.messages + excluded.messages"_s;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        connection.native(text).bind(it.key().first).bind(qint64(it.key().second)).bind(it.value()).run();
}

OtherPushCounts count(Connection &connection, const TimeRange &arrivedAt)
{
    static const QString text = u"SELECT quarter, kind, messages FROM other_push WHERE quarter >= ? AND quarter < ?"_s;
    NativeStatement &rows = connection.native(text);
    rows.bind(arrivedAt.from).bind(arrivedAt.to);
    OtherPushCounts counts;
    while (rows.next())
        counts[{rows.number(0), static_cast<PushKind>(rows.number(1))}] = rows.number(2);
    return counts;
}

QMap<PushKind, qint64> total(Connection &connection)
{
    static const QString text = u"SELECT kind, SUM(messages) FROM other_push GROUP BY kind"_s;
    NativeStatement &rows = connection.native(text);
    QMap<PushKind, qint64> total;
    while (rows.next())
        total[static_cast<PushKind>(rows.number(0))] = rows.number(1);
    return total;
}

} // namespace OtherPushes
} // namespace callboard
