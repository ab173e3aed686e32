// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_store.h"

#include "store_check.h"
#include "store_fixture.h"

#include "record/figures/figures.h"
#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/journal/journal.h"
#include "store/read/contact_queries.h"
#include "store/read/queries.h"
#include "store/retention/retention.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLoggingCategory>
#include <QVariant>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr int Days = 60, KeptDays = 30, CallsOfDay = 10, LateDay = 12;
constexpr int MostSlices = 10'000; ///< far more than such a store has
const QString LateRow = u"came late"_s; ///< in the row of the calls whose messages did

test::TestCall callOf(int number, qint64 dialled)
{
    test::TestCall call(number, QString::number(number % 3));
    const bool answered = number % 3 != 0;
    call.set(u"time_dial"_s, dialled);
    call.set(u"time_ring"_s, dialled + 500);
    call.set(u"time_answer"_s, answered ? dialled + 3'000 : 0);
    call.set(u"time_hangup"_s, dialled + 40'000);
    call.set(u"task_result"_s, answered ? u"0"_s : u"3"_s);
    return call;
}

/// Both messages, or at times only one.
QList<Arrival> messagesOf(const test::TestCall &call, int number, qint64 at)
{
    QList<Arrival> messages;
    if (number % 7 != 0)
        messages.append(test::arrivalOf(call.basic(), at));
    if (number % 5 != 0 || messages.isEmpty())
        messages.append(test::arrivalOf(call.outbound(), at + 100));
    return messages;
}

/// All that has to stay of calls that go: rows of the rollup, those without their basic message, contacts.
QStringList countsBefore(Connection &connection, qint64 until)
{
    QStringList counts;
    QSqlQuery &query = connection.prepared(
        u"SELECT quarter || ' ' || task_id || ' ' || task_result || ' ' || basic_only || ' ' || answered, calls || ' ' "
        "|| talk_ms FROM rollup WHERE quarter < ? AND calls <> 0 ORDER BY 1"_s);
    query.bindValue(0, until);
    connection.run(query);
    while (connection.next(query))
        counts.append(query.value(0).toString() + u": "_s + query.value(1).toString());
    query.finish();
    counts.append(u"without basic message: %1"_s.arg(loadTotals(connection, {0, until}, {}).outboundOnly));
    return counts;
}

void runRetention(const StoreUrl &url)
{
    Connection connection(url, Access::Write);
    BatchApplier applier(connection);
    applier.load();
    Retention retention(connection, applier, systemClocks());
    retention.setKeepTimes({.calls = KeptDays * DayMs});
    int slices = 0;
    do
        retention.work(true);
    while (retention.isRunning() && ++slices < MostSlices);
}

int lateRowsIn(const QString &storeFile)
{
    Connection connection(StoreUrl::ofFile(storeFile), Access::Read);
    int found = 0;
    for (qint64 from = 0;;) {
        const auto segment = Journal::segmentFrom(connection, from);
        if (!segment)
            return found;
        const QList<JournalEntry> entries = Journal::open(*segment);
        for (const JournalEntry &entry : entries)
            found += entry.body.contains(LateRow.toUtf8()) ? 1 : 0;
        from = segment->firstPush + 1;
    }
}

} // namespace

void KeptStore::make(const QString &storeFile)
{
    QLoggingCategory::setFilterRules(u"callboard.store.info=false"_s); // each check lets retention run
    const StoreUrl url = StoreUrl::ofFile(storeFile);
    Connection connection(url, Access::Write);
    migrateSchema(connection);
    BatchApplier applier(connection);
    applier.load();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_until = bucketStart(now - (KeptDays + 1) * DayMs, QuarterMs);
    int number = 1;
    for (int day = Days; day >= 0; --day) {
        if (day == KeptDays || day == KeptDays + 1)
            continue; // the boundary moves while a test runs
        QList<Arrival> batch;
        for (int i = 0; i < CallsOfDay; ++i, ++number) {
            const qint64 at = now - day * DayMs - (CallsOfDay - i) * 60'000LL;
            const test::TestCall call = callOf(number, at - 50'000);
            const QList<Arrival> messages = messagesOf(call, number, at);
            batch += messages;
            for (const Arrival &message : messages) {
                if (day < KeptDays)
                    m_kept[call.uuid().toUtf8()] |= static_cast<int>(std::get<PartMessage>(message.content).part);
            }
        }
        if (day == LateDay) {
            for (int i = 0; i < CallsOfDay; ++i, ++number) {
                test::TestCall call = callOf(number, now - (KeptDays + 10) * DayMs + i * 60'000LL);
                call.set(u"task_row_value"_s, QJsonArray{LateRow});
                batch += messagesOf(call, number, now - day * DayMs);
            }
        }
        applier.apply(batch);
    }
    m_counts = countsBefore(connection, m_until);
}

bool KeptStore::isDone(const QString &storeFile)
{
    try {
        Connection connection(StoreUrl::ofFile(storeFile), Access::Read);
        const qint64 since = callsKeptSince(connection);
        return since > 0
            && connection.value(u"SELECT COUNT(*) FROM call WHERE placed_at < %1"_s.arg(since)).toLongLong() == 0;
    } catch (const StoreError &) {
        return false; // it is being opened
    }
}

QStringList KeptStore::faultsNow(const QString &storeFile) const
{
    QStringList faults = brokenPromises(storeFile, m_kept);
    try {
        Connection connection(StoreUrl::ofFile(storeFile), Access::Read);
        const QStringList counts = countsBefore(connection, m_until);
        if (counts != m_counts)
            faults.append(
                u"Counts of before differ: %1 lines instead of %2."_s.arg(counts.size()).arg(m_counts.size()));
    } catch (const StoreError &error) {
        faults.append(error.text());
    }
    return faults;
}

QStringList KeptStore::faults(const QString &storeFile) const
{
    QStringList faults = faultsNow(storeFile);
    if (!faults.isEmpty())
        return faults;
    try {
        runRetention(StoreUrl::ofFile(storeFile));
        if (!isDone(storeFile))
            faults.append(u"Calls that are to go are still there."_s);
        if (const int late = lateRowsIn(storeFile); late > 0)
            faults.append(u"%1 raw messages of calls that went are still there."_s.arg(late));
    } catch (const StoreError &error) {
        faults.append(error.text());
    }
    return faults + faultsNow(storeFile);
}
