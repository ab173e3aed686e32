// SPDX-License-Identifier: GPL-3.0-or-later
#include "as_of_messages.h"
#include "store/apply/batch_applier.h"
#include "store/as_of/as_of_changes.h"
#include "store/as_of/as_of_store.h"
#include "store/read/queries.h"
#include "store/settings/meaning_table.h"
#include "store/settings/task_table.h"
#include "store/upkeep/maintenance.h"

#include <QDir>
#include <QTest>

#include <filesystem>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Hour = 3'600'000;

/// A store with messages, and a folder in which the stores of then are made.
struct Fixture
{
    explicit Fixture(const QList<Arrival> &messages)
    {
        storeMessages(store.url(), messages);
        QDir().mkpath(folder);
    }
    AsOfOptions options() const { return {.folder = folder, .leaveFreeBytes = 0}; }
    QStringList leftFiles() const { return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }
    void execute(const QString &sql) const { Connection(store.url(), Access::Write).execute(sql); }

    StoreFixture store;
    QString folder = store.path(u"temporary"_s);
};

QStringList dumpOf(const QList<Arrival> &messages)
{
    const StoreFixture fixture;
    storeMessages(fixture.url(), messages, 5);
    Connection connection(fixture.url(), Access::Read);
    return dumpStore(connection);
}

QStringList dumpThen(const Fixture &fixture, qint64 at)
{
    Connection now(fixture.store.url(), Access::Read);
    AsOfStore known(now, at, {}, {}, fixture.options());
    return dumpStore(known.connection());
}

QMap<QString, CallRecord> imagesOf(Connection &connection, const CallFilter &filter)
{
    QMap<QString, CallRecord> images;
    for (const CallRecord &call : loadCallPage(connection, filter, {}, 1'000'000))
        images.insert(call.fields.callUuid, call);
    return images;
}

bool isRepeat(const CallRecord &a, const CallRecord &b)
{
    return a.fields == b.fields && a.parts == b.parts && a.placedAt() == b.placedAt() && a.conflicts == b.conflicts
        && a.extraBasic == b.extraBasic && a.extraOutbound == b.extraOutbound;
}

} // namespace

class TestStoreAsOf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void sameAsAStoreThatHeardNothingLater_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("inOrder");
        for (quint32 seed = 1; seed <= 6; ++seed) {
            QTest::addRow("in order %u", seed) << seed << true;
            QTest::addRow("clock set %u", seed) << seed + 100 << false;
        }
    }

    void sameAsAStoreThatHeardNothingLater()
    {
        QFETCH(const quint32, seed);
        QFETCH(const bool, inOrder);
        const QList<Arrival> messages = someMessages(150, seed, inOrder);
        const Fixture fixture(messages);
        QRandomGenerator random(seed);
        for (int i = 0; i < 6; ++i) {
            const qint64 at = messages.at(random.bounded(messages.size())).arrivedAt - random.bounded(2);
            QCOMPARE(dumpThen(fixture, at), dumpOf(arrivedBy(messages, at)));
        }
        QCOMPARE(fixture.leftFiles(), QStringList());
    }

    void atTheEndsOfTime()
    {
        const QList<Arrival> messages = someMessages(100, 11, true);
        const Fixture fixture(messages);
        QCOMPARE(dumpThen(fixture, 1), dumpOf({}));
        QCOMPARE(dumpThen(fixture, Noon + 100 * Hour), dumpOf(messages));
    }

    void storeOfThenIsSound()
    {
        const QList<Arrival> messages = someMessages(300, 12, true);
        const Fixture fixture(messages);
        Connection now(fixture.store.url(), Access::Read);
        for (const qint64 at : {Noon + Hour, Noon + 4 * Hour}) {
            AsOfStore known(now, at, {}, {}, fixture.options());
            const VerifyReport report = verifyStore(known.connection().url());
            QCOMPARE(report.differences, QStringList());
            QCOMPARE(report.calls, known.facts().calls);
            QVERIFY(known.facts().rebuilt > 0);
            QCOMPARE(known.facts().shownAsNow, 0);
            QVERIFY(known.facts().hasMessageCounts);
        }
    }

    void listHasTheOrderOfThen()
    {
        const QList<Arrival> messages = someMessages(200, 13, true);
        const Fixture fixture(messages);
        const qint64 at = Noon + 3 * Hour;
        StoreFixture other;
        storeMessages(other.url(), arrivedBy(messages, at));
        Connection expected(other.url(), Access::Read), now(fixture.store.url(), Access::Read);
        AsOfStore known(now, at, {}, {}, fixture.options());
        QStringList then, reference;
        for (const CallRecord &call : loadCallPage(known.connection(), {}, {}, 1'000))
            then.append(u"%1 %2 %3"_s.arg(call.fields.callUuid).arg(call.basicPush).arg(call.outboundPush));
        for (const CallRecord &call : loadCallPage(expected, {}, {}, 1'000))
            reference.append(u"%1 %2 %3"_s.arg(call.fields.callUuid).arg(call.basicPush).arg(call.outboundPush));
        QCOMPARE(then, reference);
        QCOMPARE(loadOverview(known.connection()).lastPushAt, loadOverview(expected).lastPushAt);
    }

    void replayedLaterIsStillRefused()
    {
        const Fixture fixture({arrivalOf("{}", Noon), arrivalOf(TestCall(1).basic(), Noon + 1)});
        fixture.execute(u"UPDATE rejected SET replayed_at = %1"_s.arg(Noon + Hour));
        Connection now(fixture.store.url(), Access::Read);
        {
            AsOfStore known(now, Noon + 2, {}, {}, fixture.options());
            QCOMPARE(loadRejected(known.connection(), 1).replayedAt, 0);
            QCOMPARE(loadOverview(known.connection()).rejected, 1);
        }
        AsOfStore known(now, Noon + Hour, {}, {}, fixture.options());
        QCOMPARE(loadRejected(known.connection(), 1).replayedAt, Noon + Hour);
        QCOMPARE(loadOverview(known.connection()).rejected, 0);
    }

    void decisionsOfThen()
    {
        const Fixture fixture({arrivalOf(TestCall(1, u"a"_s).outbound(), Noon),
                               arrivalOf(TestCall(2, u"b"_s).outbound(), Noon + 2 * Hour)});
        {
            Connection writer(fixture.store.url(), Access::Write);
            writeTask(writer, u"planned"_s, u"Planned"_s, 70);
            writeMeaning(writer, {.code = u"5"_s, .since = Noon});
            writeMeaning(writer, {.code = u"8"_s, .since = Noon + 2 * Hour});
        }
        Connection now(fixture.store.url(), Access::Read);
        AsOfStore known(now, Noon + Hour, {}, {}, fixture.options());
        QStringList tasks;
        for (const TaskInfo &task : loadTasks(known.connection()))
            tasks.append(task.taskId);
        QCOMPARE(tasks, QStringList({u"a"_s, u"planned"_s}));
        QCOMPARE(loadMeanings(known.connection()).all().size(), 1);
    }

    void callsWhoseMessagesAreGoneAreShownAsNowAndTold()
    {
        const QList<Arrival> messages = someMessages(300, 14, true);
        const Fixture fixture(messages);
        const qint64 at = Noon + 4 * Hour;
        {
            Connection writer(fixture.store.url(), Access::Write);
            QVERIFY(Journal::dropOlderThan(writer, Noon + 3 * Hour) > 0);
        }
        Connection now(fixture.store.url(), Access::Read);
        AsOfStore known(now, at, {}, {}, fixture.options());
        QVERIFY(known.facts().shownAsNow > 0);
        QVERIFY(known.facts().rebuilt > 0);
        QCOMPARE(verifyStore(known.connection().url()).differences, QStringList());

        StoreFixture other;
        storeMessages(other.url(), arrivedBy(messages, at));
        Connection expected(other.url(), Access::Read);
        const auto then = imagesOf(known.connection(), {}), reference = imagesOf(expected, {}),
                   nows = imagesOf(now, {});
        QCOMPARE(then.keys(), reference.keys());
        qint64 asNow = 0;
        for (const CallRecord &call : then) {
            const QString &uuid = call.fields.callUuid;
            asNow += call.lastArrival > at ? 1 : 0;
            QVERIFY(isRepeat(call, call.lastArrival > at ? nows.value(uuid) : reference.value(uuid)));
        }
        QCOMPARE(known.facts().shownAsNow, asNow);
        QCOMPARE(loadTotals(known.connection(), {}, {}).accepted, loadTotals(expected, {}, {}).accepted);
        QVERIFY(known.facts().hasMessageCounts);
    }

    void withoutJournalMessagesAreNotCounted()
    {
        const Fixture fixture(someMessages(100, 15, true));
        fixture.execute(u"DELETE FROM push"_s);
        Connection now(fixture.store.url(), Access::Read);
        AsOfStore known(now, Noon + 4 * Hour, {}, {}, fixture.options());
        QVERIFY(!known.facts().hasMessageCounts);
        QCOMPARE(known.facts().rebuilt, 0);
        QVERIFY(known.facts().shownAsNow > 0);
        QCOMPARE(verifyStore(known.connection().url()).differences, QStringList());
    }

    void aHoleInTheJournalIsNoticed()
    {
        const QList<Arrival> messages = someMessages(200, 16, true);
        const Fixture fixture(messages);
        fixture.execute(
            u"DELETE FROM push WHERE first_arrival > %1 AND last_arrival < %2"_s.arg(Noon + Hour).arg(Noon + 2 * Hour));
        Connection now(fixture.store.url(), Access::Read);
        AsOfStore known(now, Noon + 3 * Hour, {}, {}, fixture.options());
        QVERIFY(known.facts().shownAsNow > 0);
        QVERIFY(known.facts().rebuilt > 0);
        QCOMPARE(verifyStore(known.connection().url()).differences, QStringList());
    }

    void tellsWhatChangedSince_data()
    {
        QTest::addColumn<CallFilter>("filter");
        CallFilter filter;
        QTest::newRow("all") << filter;
        filter.taskIds = {u"1"_s};
        QTest::newRow("one task") << filter;
        filter.taskIds = {};
        filter.onlyAwaiting = true;
        QTest::newRow("awaiting") << filter;
        filter.onlyAwaiting = false;
        filter.range = {Noon, Noon + 2 * Hour};
        QTest::newRow("a stretch of time") << filter;
    }

    void tellsWhatChangedSince()
    {
        QFETCH(const CallFilter, filter);
        const Fixture fixture(someMessages(300, 17, true));
        Connection now(fixture.store.url(), Access::Read);
        AsOfStore known(now, Noon + 4 * Hour, {}, {}, fixture.options());
        QMap<QString, int> expected;
        const auto then = imagesOf(known.connection(), {}), nows = imagesOf(now, {});
        const auto thenChosen = imagesOf(known.connection(), filter), nowChosen = imagesOf(now, filter);
        for (const CallRecord &call : nows) {
            const QString &uuid = call.fields.callUuid;
            if (!thenChosen.contains(uuid) && !nowChosen.contains(uuid))
                continue;
            if (!then.contains(uuid))
                expected.insert(uuid, int(CallChange::ArrivedLater));
            else if (then.value(uuid).parts.isBasicOnly() && !call.parts.isBasicOnly())
                expected.insert(uuid, int(CallChange::OutcomeCame));
            else if (!isRepeat(then.value(uuid), call))
                expected.insert(uuid, int(CallChange::Changed));
        }
        QMap<QString, int> found;
        AsOfChanges::Counts counted, summed;
        AsOfChanges changes(known, filter);
        changes.forEach([&](const ChangedCall &call) {
            const QString &uuid = call.now.fields.callUuid;
            QVERIFY(!found.contains(uuid));
            found.insert(uuid, int(call.change));
            QCOMPARE(call.isSelectedNow, nowChosen.contains(uuid));
            (call.change == CallChange::ArrivedLater      ? counted.arrivedLater
                 : call.change == CallChange::OutcomeCame ? counted.outcomeCame
                                                          : counted.changed) += 1;
        });
        QVERIFY(!expected.isEmpty());
        QCOMPARE(found, expected);
        for (const AsOfChanges::Counts &counts : changes.count()) {
            summed.arrivedLater += counts.arrivedLater;
            summed.outcomeCame += counts.outcomeCame;
            summed.changed += counts.changed;
        }
        QCOMPARE(summed, counted);
    }

    void writingGoesOnMeanwhile()
    {
        const Fixture fixture(someMessages(50, 18, true));
        Connection now(fixture.store.url(), Access::Read);
        Connection writer(fixture.store.url(), Access::Write);
        BatchApplier applier(writer);
        applier.load();
        int committed = 0;
        const auto commitOne = [&](qint64, qint64) {
            applier.apply({arrivalOf(TestCall(90'000 + committed++).basic(), Noon + 2)});
        };
        AsOfStore known(now, Noon + 9 * Hour, commitOne, {}, fixture.options());
        QVERIFY(committed > 0);
        QCOMPARE(known.facts().calls, 50);
        applier.apply({arrivalOf(TestCall(99'999).basic(), Noon + 1)});
        QCOMPARE(countCalls(known.connection(), {}), 50);
        QCOMPARE(countCalls(known.now(), {}), 50);
    }

    void cancelledAtAnyPointItLeavesNoFiles()
    {
        const Fixture fixture(someMessages(200, 19, true));
        Connection now(fixture.store.url(), Access::Read);
        int looks = 0;
        {
            AsOfStore known(
                now, Noon + 4 * Hour, {}, [&] { return ++looks < 0; }, fixture.options());
            QCOMPARE(fixture.leftFiles().size(), 1);
        }
        QVERIFY(looks > 5);
        QRandomGenerator random(19);
        for (int i = 0; i < 20; ++i) {
            int left = random.bounded(looks);
            const auto cancelled = [&] { return left-- <= 0; };
            QVERIFY_THROWS_EXCEPTION(QueryCancelled, AsOfStore(now, Noon + 4 * Hour, {}, cancelled, fixture.options()));
            QCOMPARE(fixture.leftFiles(), QStringList());
        }
        QCOMPARE(countCalls(now, {}), 200); // its read transaction is over
    }

    void interruptedWithTheConnection()
    {
        const Fixture fixture(someMessages(100, 20, true));
        Connection now(fixture.store.url(), Access::Read);
        const auto stop = [&](qint64, qint64) { now.interrupt(); };
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, AsOfStore(now, Noon + 4 * Hour, stop, {}, fixture.options()));
        QCOMPARE(fixture.leftFiles(), QStringList());
        now.resume();
        AsOfStore known(now, Noon + 4 * Hour, {}, {}, fixture.options());
        now.interrupt();
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, countCalls(known.connection(), {}));
    }

    void saysWhereThereIsNoRoom()
    {
        const Fixture fixture(someMessages(20, 21, true));
        Connection now(fixture.store.url(), Access::Read);
        AsOfOptions options = fixture.options();
        options.leaveFreeBytes = qint64(1) << 60;
        try {
            AsOfStore known(now, Noon, {}, {}, options);
            QFAIL("It was made without room.");
        } catch (const StoreError &error) {
            QVERIFY(error.text().contains(fixture.folder));
            QVERIFY(error.text().contains(u"TMPDIR"_s));
        }
        QCOMPARE(fixture.leftFiles(), QStringList());
    }

    void nobodyElseCanReadTheFiles()
    {
        const Fixture fixture(someMessages(20, 22, true));
        Connection now(fixture.store.url(), Access::Read);
        AsOfStore known(now, Noon + Hour, {}, {}, fixture.options());
        const QFileInfo folder(fixture.folder + u'/' + fixture.leftFiles().value(0));
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(folder.permissions() & others, QFile::Permissions());
    }

    void abandonedFoldersGo()
    {
        const Fixture fixture(someMessages(20, 23, true));
        const QDir parent(fixture.folder);
        for (const QString &name :
             {u"callboard-known-dead"_s, u"callboard-known-half"_s, u"callboard-known-used"_s, u"other"_s})
            parent.mkdir(name);
        // Killed between making its lock and writing into it.
        QVERIFY(QFile(parent.filePath(u"callboard-known-half/in-use.lock"_s)).open(QIODevice::WriteOnly));
        QLockFile used(parent.filePath(u"callboard-known-used/in-use.lock"_s));
        QVERIFY(used.tryLock(0));
        for (const QString &name : fixture.leftFiles()) {
            const std::filesystem::path path(parent.filePath(name).toStdString());
            std::filesystem::last_write_time(path,
                                             std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
        }
        Connection now(fixture.store.url(), Access::Read);
        {
            AsOfStore known(now, Noon + Hour, {}, {}, fixture.options());
        }
        QCOMPARE(fixture.leftFiles(), QStringList({u"callboard-known-used"_s, u"other"_s}));
    }
};

QTEST_GUILESS_MAIN(TestStoreAsOf)
#include "test_store_as_of.moc"
