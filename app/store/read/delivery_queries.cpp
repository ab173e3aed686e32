// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/delivery_queries.h"

#include "record/call/call_record.h"
#include "store/read/filter_sql.h"

#include <QLoggingCategory>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcJournal, "callboard.journal", QtInfoMsg)

namespace {

/// The smallest duration within which that many per cent lie.
qint64 within(const QList<qint64> &sorted, qint64 percent)
{
    const qsizetype wanted = (sorted.size() * percent + 99) / 100;
    return sorted.at(std::max<qsizetype>(1, wanted) - 1);
}

void appendNewest(QList<NumberedMessage> &messages, qint64 first, const QList<JournalEntry> &entries, int limit)
{
    for (qsizetype i = entries.size() - 1; i >= 0 && messages.size() < limit; --i)
        messages.append({first + i, entries[i]});
}

} // namespace

Spread spreadOf(QList<qint64> durations)
{
    if (durations.isEmpty())
        return {};
    std::sort(durations.begin(), durations.end());
    return {durations.size(), within(durations, 50), within(durations, 95), within(durations, 99)};
}

DeliveryLags loadDeliveryLags(Connection &connection, const CallFilter &filter, int newest)
{
    const FilterSql conditions(connection.dialect(), filter);
    // Found in the list's index alone; only these rows are then read from the table.
    const QString page =
        u"SELECT id AS page_id FROM call%1 ORDER BY placed_at DESC, id DESC LIMIT ?"_s.arg(conditions.where());
    QSqlQuery &query = connection.prepared(
        u"SELECT time_hangup, first_arrival, paired_at FROM call WHERE id IN (SELECT page_id FROM (%1) AS p)"_s.arg(
            page));
    query.bindValue(conditions.bind(query), newest);
    connection.run(query);
    QList<qint64> delivery, pairing;
    while (connection.next(query)) {
        const qint64 hangup = query.value(0).toLongLong(), arrival = query.value(1).toLongLong();
        const qint64 paired = query.value(2).toLongLong();
        if (isPossibleHangup(hangup, arrival))
            delivery.append(arrival - hangup);
        if (paired > 0)
            pairing.append(paired - arrival);
    }
    query.finish();
    return {spreadOf(delivery), spreadOf(pairing)};
}

QList<NumberedMessage> loadLatestMessages(Connection &connection, int limit)
{
    static const QString text = u"SELECT %1 FROM push ORDER BY first_push DESC"_s.arg(Journal::segmentColumns());
    QSqlQuery &query = connection.prepared(text);
    connection.run(query);
    QList<NumberedMessage> messages;
    while (messages.size() < limit && connection.next(query)) {
        const JournalSegment segment = Journal::readSegment(query);
        try {
            appendNewest(messages, segment.firstPush, Journal::open(segment), limit);
        } catch (const DamagedSegment &damaged) {
            qCWarning(lcJournal).noquote() << damaged.text(); // the older ones are shown
        }
    }
    query.finish();
    return messages;
}

} // namespace callboard
