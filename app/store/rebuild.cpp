// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batch_applier.h"
#include "store/maintenance.h"
#include "store/recount_sql.h"
#include "store/rollup_table.h"
#include "store/schema.h"
#include "store/store_lock.h"

#include <QFileInfo>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ReplayBatch = 2'000;

/// Takes away every call whose messages are all in the journal; what stays is counted again.
void clearReplayable(Connection &connection)
{
    const QString oldest = u"(SELECT COALESCE(MIN(first_push), 0) FROM push)"_s;
    connection.execute(
        u"DELETE FROM call WHERE EXISTS (SELECT 1 FROM push) AND (basic_push = 0 OR basic_push >= %1) AND "
        "(outbound_push = 0 OR outbound_push >= %1)"_s.arg(oldest));
    recountRollups(connection);
    connection.execute(u"DELETE FROM contact WHERE id NOT IN (SELECT contact_id FROM call)"_s);
    QString recount = RecountSql::recountContact();
    connection.execute(recount.replace(u"WHERE id = ?"_s, u"WHERE TRUE"_s));
    connection.execute(u"UPDATE meta SET value = 0 WHERE key = 'repeated'"_s);
    connection.execute(u"UPDATE meta SET value = (%1) WHERE key = 'calls'"_s.arg(RecountSql::countOfCalls()));
    connection.execute(u"UPDATE meta SET value = (%1) WHERE key = 'awaiting'"_s.arg(RecountSql::countOfAwaiting()));
}

qint64 replayJournal(Connection &connection, BatchApplier &applier, const std::function<void(qint64, qint64)> &progress)
{
    const qint64 all = connection.value(u"SELECT COALESCE(SUM(count), 0) FROM push"_s).toLongLong();
    qint64 done = 0;
    qint64 next = 0;
    for (;;) {
        QSqlQuery &query = connection.prepared(
            u"SELECT first_push, segment FROM push WHERE first_push >= ? ORDER BY first_push LIMIT 1"_s);
        query.bindValue(0, next);
        connection.run(query);
        if (!connection.next(query))
            break;
        qint64 number = query.value(0).toLongLong();
        const QList<JournalEntry> entries = Journal::unpack(query.value(1).toByteArray());
        query.finish();
        for (const JournalEntry &entry : entries) {
            applier.replay(number++, entry);
            if (++done % ReplayBatch == 0)
                applier.flushReplayed();
        }
        next = number;
        if (progress)
            progress(done, all);
    }
    applier.flushReplayed();
    return done;
}

} // namespace

qint64 rebuildStore(const StoreUrl &url, const std::function<void(qint64, qint64)> &progress)
{
    if (!QFileInfo::exists(url.filePath))
        throw StoreError(u"There is no store at %1."_s.arg(url.filePath));
    const StoreLock lock(url);
    Connection connection(url, Access::Write);
    migrateSchema(connection, url);
    connection.begin();
    try {
        clearReplayable(connection);
        BatchApplier applier(connection);
        applier.load();
        const qint64 done = replayJournal(connection, applier, progress);
        applier.saveCounters();
        connection.commit();
        return done;
    } catch (...) {
        connection.rollback();
        throw;
    }
}

} // namespace callboard
