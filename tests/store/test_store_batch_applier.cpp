// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/read/queries.h"
#include "store/table/recount_sql.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QSqlQuery>
#include <QTest>
#include <QVariant>

#include <algorithm>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// A store open for one applier.
struct OpenStore
{
    OpenStore()
    {
        migrateSchema(connection);
        applier.load();
    }
    CommitNotice apply(const QList<QByteArray> &bodies)
    {
        QList<Arrival> batch;
        for (const QByteArray &body : bodies)
            batch.append(arrivalOf(body, Noon + 3 * DayMs / 24));
        return applier.apply(batch);
    }
    qint64 number(const QString &sql) { return connection.value(sql).toLongLong(); }

    StoreFixture fixture;
    Connection connection{fixture.url(), Access::Write};
    BatchApplier applier{connection};
};

QString differences(const StoreFixture &fixture)
{
    return verifyStore(fixture.url()).differences.join(u'\n');
}

/// Everything that must not depend on order, copies and batches, as text.
QStringList imageOf(OpenStore &store)
{
    QStringList lines;
    for (const CallRecord &call : loadCallPage(store.connection, {}, {}, 100'000)) {
        lines.append(u"%1 %2 %3 %4 %5 %6"_s.arg(call.fields.callUuid, call.fields.taskId, call.fields.taskResult)
                         .arg(call.parts.stored())
                         .arg(call.talkMs())
                         .arg(call.placedAt()));
    }
    lines.sort();
    const Totals totals = loadTotals(store.connection, {}, {});
    for (const TaskTotals &task : totals.tasks)
        lines.append(u"task %1: %2 calls, %3 contacts, %4 ms"_s.arg(task.taskId)
                         .arg(task.calls)
                         .arg(task.contacts)
                         .arg(task.talkMs));
    return lines;
}

QList<QByteArray> messagesOf(const QList<TestCall> &calls, QRandomGenerator &random)
{
    QList<QByteArray> messages;
    for (const TestCall &call : calls) {
        for (quint32 copies = 1 + random.bounded(2U); copies > 0; --copies) {
            messages.append(call.basic());
            messages.append(call.outbound());
        }
    }
    return messages;
}

} // namespace

class TestStoreBatchApplier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void twoPartsMakeOneCall()
    {
        OpenStore store;
        const TestCall call(1);
        store.apply({call.basic()});
        QCOMPARE(loadOverview(store.connection).awaiting, 1);
        store.apply({call.outbound()});
        const CallRecord stored = loadCall(store.connection, call.uuid());
        QVERIFY(stored.parts.isBoth());
        QCOMPARE(stored.talkMs(), 21'400);
        QCOMPARE(stored.fields.taskRowHead, (QStringList{u"客户手机号码"_s, u"城市"_s}));
        QCOMPARE(stored.fields.taskRowValue, (QStringList{u"0271111111"_s, u"武汉市"_s}));
        QCOMPARE(loadOverview(store.connection).awaiting, 0);
        QCOMPARE(store.number(u"SELECT COUNT(*) FROM rollup WHERE calls <> 0"_s), 1);
        QCOMPARE(differences(store.fixture), QString());
    }

    void storedCallIsTheMergedCall()
    {
        OpenStore store;
        TestCall call(1);
        call.set(u"colour"_s, u"blue"_s);
        CallRecord expected;
        int number = 0;
        for (const QByteArray &body : {call.basic(), call.outbound(), call.basic()}) {
            store.apply({body});
            mergeInto(expected, std::get<PartMessage>(parsePush(body)), Noon + 3 * DayMs / 24, ++number);
        }
        expected.id = 1;
        expected.contactId = 1;
        QCOMPARE(loadCall(store.connection, call.uuid()) == expected, true);
    }

    void noticeSaysWhatChanged()
    {
        OpenStore store;
        const TestCall call(1);
        const CommitNotice first = store.apply({call.basic()});
        QCOMPARE(first.commits.size(), 1);
        QCOMPARE(first.commits.first().cells.size(), 1);
        QVERIFY(first.commits.first().cells.cbegin().key().isAwaiting());
        const CommitNotice second = store.apply({call.outbound(), call.outbound()});
        QCOMPARE(second.accepted, 2);
        QCOMPARE(second.repeated, 1);
        QCOMPARE(second.watermark(), first.watermark() + 1);
        CellSums sum;
        for (const CellSums &cell : second.commits.first().cells)
            sum += cell;
        QCOMPARE(sum.calls, 0); // one cell loses what the other wins
        QCOMPARE(second.commits.first().cells.size(), 2);
    }

    void orderCopiesAndBatchesDoNotMatter_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void orderCopiesAndBatchesDoNotMatter()
    {
        QFETCH(const quint32, seed);
        const QList<TestCall> calls = someCalls(60, seed);
        OpenStore plain;
        for (const TestCall &call : calls)
            plain.apply({call.basic(), call.outbound()});
        OpenStore shuffled;
        QRandomGenerator random(seed);
        QList<QByteArray> messages = messagesOf(calls, random);
        std::shuffle(messages.begin(), messages.end(), random);
        while (!messages.isEmpty()) {
            const qsizetype size = std::min<qsizetype>(messages.size(), 1 + random.bounded(40));
            shuffled.apply(messages.first(size));
            messages.remove(0, size);
        }
        QCOMPARE(imageOf(shuffled), imageOf(plain));
        QCOMPARE(differences(plain.fixture), QString());
        QCOMPARE(differences(shuffled.fixture), QString());
    }

    void changedCallsAreCountedAgain()
    {
        OpenStore store;
        TestCall call(1);
        TestCall retry(2);
        retry.set(u"task_data_id"_s, u"1"_s);
        retry.set(u"task_result"_s, u"20"_s);
        store.apply({call.outbound(), retry.outbound()});
        call.set(u"task_result"_s, u"5"_s);
        call.set(u"time_answer"_s, 0);
        call.set(u"time_hangup"_s, Noon + 3'600'000);
        call.set(u"task_data_id"_s, u"99"_s);
        store.apply({call.outbound()});
        QCOMPARE(differences(store.fixture), QString());
        QCOMPARE(store.number(u"SELECT COUNT(*) FROM contact"_s), 2);
        QCOMPARE(store.number(u"SELECT attempts FROM contact WHERE contact_key = 'd:1'"_s), 1);
        QVERIFY(loadCall(store.connection, call.uuid()).anomalies().testFlag(Anomaly::Contradiction));
    }

    void refusedMessagesAreKept()
    {
        OpenStore store;
        store.apply({"not json", TestCall(1).basic(), R"({"call_uuid":"u","time_answer":"soon"})"});
        const QList<RejectedMessage> kept = loadRejectedPage(store.connection, 0, 10);
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first().field, u"time_answer"_s);
        QCOMPARE(loadRejected(store.connection, kept.last().id).body, QByteArray("not json"));
        const Totals totals = loadTotals(store.connection, {}, {});
        QCOMPARE(totals.rejected, 2);
        QCOMPARE(totals.accepted, 1);
    }

    void recountingAContactReadsItsCallsOnly()
    {
        OpenStore store;
        QSqlQuery query(store.connection.database().sql());
        QVERIFY(query.prepare(u"EXPLAIN QUERY PLAN "_s + RecountSql::recountContact(store.connection.dialect())));
        query.addBindValue(1);
        QVERIFY(query.exec());
        int looks = 0;
        while (query.next()) {
            const QString step = query.value(3).toString();
            QVERIFY2(!step.startsWith(u"SCAN"_s), qPrintable(step));
            looks += step.contains(u"call_contact (contact_id=?)"_s) ? 1 : 0;
        }
        QCOMPARE(looks, 5);
    }

    void failedCommitLeavesNothing()
    {
        OpenStore store;
        store.apply({TestCall(1).basic()});
        store.connection.execute(u"PRAGMA max_page_count = 60"_s);
        QList<QByteArray> many;
        for (int i = 2; i < 2'000; ++i)
            many.append(TestCall(i).outbound());
        QVERIFY_THROWS_EXCEPTION(StoreError, store.apply(many));
        QCOMPARE(store.number(u"SELECT COUNT(*) FROM call"_s), 1);
        store.connection.execute(u"PRAGMA max_page_count = 100000"_s);
        store.apply(many);
        QCOMPARE(store.number(u"SELECT COUNT(*) FROM call"_s), 1'999);
        QCOMPARE(differences(store.fixture), QString());
    }

    void rawMessagesAreFound()
    {
        OpenStore store;
        const TestCall call(1);
        store.apply({TestCall(2).basic(), call.basic()});
        store.apply({call.outbound(), TestCall(3).basic()});
        const RawMessages raw = loadRawMessages(store.connection, loadCall(store.connection, call.uuid()));
        QCOMPARE(raw.basic.body, call.basic());
        QCOMPARE(raw.outbound.body, call.outbound());
        QCOMPARE(raw.outbound.arrivedAt, Noon + 3 * DayMs / 24);
    }
};

QTEST_GUILESS_MAIN(TestStoreBatchApplier)
#include "test_store_batch_applier.moc"
