// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/journal/journal.h"
#include "store/journal/journal_check.h"
#include "store/read/queries.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QMap>
#include <QTest>
#include <QVariant>

#include <memory>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = Noon + 5 * 3'600'000;
constexpr qint64 LongAgo = Now - 120 * DayMs;

using Images = QMap<QString, CallRecord>;

Images imagesOf(const StoreUrl &url)
{
    Connection connection(url, Access::Read);
    Images images;
    for (CallRecord call : loadCallPage(connection, {}, {}, 100'000)) {
        call.id = 0;
        call.contactId = 0;
        images.insert(call.fields.callUuid, call);
    }
    return images;
}

/// One commit of messages that arrived then, each a millisecond after the other.
void commit(const StoreUrl &url, const QList<QByteArray> &bodies, qint64 arrivedAt)
{
    Connection connection(url, Access::Write);
    migrateSchema(connection);
    BatchApplier applier(connection);
    applier.load();
    QList<Arrival> batch;
    for (const QByteArray &body : bodies)
        batch.append(arrivalOf(body, arrivedAt + batch.size()));
    applier.apply(batch);
}

QList<QByteArray> bothParts(const QList<TestCall> &calls)
{
    QList<QByteArray> bodies;
    for (const TestCall &call : calls)
        bodies << call.basic() << call.outbound();
    return bodies;
}

void execute(const StoreUrl &url, const QString &sql)
{
    Connection(url, Access::Write).execute(sql);
}

qint64 dropOld(const StoreUrl &url)
{
    Connection connection(url, Access::Write);
    connection.begin();
    const qint64 dropped = Journal::dropOlderThan(connection, Now - 90 * DayMs);
    connection.commit();
    return dropped;
}

/// Changes one bit of a number or of the segment in a row of the journal.
void flip(Connection &connection, const QString &column, int bit)
{
    const QString where = u" WHERE rowid = 2"_s;
    const QVariant value = connection.value(u"SELECT %1 FROM push"_s.arg(column) + where);
    QSqlQuery &query = connection.prepared(u"UPDATE push SET %1 = ?"_s.arg(column) + where);
    if (column == "segment"_L1) {
        QByteArray bytes = value.toByteArray();
        bytes[bit / 8] = char(bytes.at(bit / 8) ^ (1 << (bit % 8)));
        query.bindValue(0, bytes);
    } else {
        query.bindValue(0, static_cast<qint64>(value.toULongLong() ^ (1ULL << bit)));
    }
    connection.run(query);
}

} // namespace

/// What a rebuild must not lose, and what must not go unseen.
class TestStoreRebuild : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fixture = std::make_unique<StoreFixture>(); }
    void cleanup() { m_fixture.reset(); }

    /// The clock was 120 days slow for the middle third: retention then made a hole there.
    void aHoleInTheMiddleLosesNoCall()
    {
        fillThirds(Now, LongAgo, Now + DayMs);
        checkHole(600, 300, 601, 1'200);
    }

    void aHoleAtTheStartLosesNoCall()
    {
        fillThirds(LongAgo, Now, Now + DayMs);
        checkHole(600, 300, 1, 600);
    }

    void aHoleAtTheEndLosesNoCall()
    {
        fillThirds(Now, Now + DayMs, LongAgo);
        checkHole(600, 300, 1'201, 1'800);
    }

    /// Only one message of each call is left, or only an older copy: what the others said must stay.
    void callsThatAreHalfInAHoleKeepTheirFields()
    {
        TestCall outboundGone(1), basicGone(2), repeatGone(3), firstGone(4), unknownGone(5);
        commit(url(), {outboundGone.basic(), repeatGone.outbound(), TestCall(9).outbound()}, Now);
        repeatGone.set(u"task_result_desc"_s, u"later"_s);
        TestCall more = firstGone;
        more.set(u"robot_id"_s, u"said only here"_s);
        TestCall extra = unknownGone;
        extra.set(u"x_note"_s, u"said only here"_s);
        commit(url(),
               {outboundGone.outbound(), basicGone.basic(), repeatGone.outbound(), more.outbound(), extra.outbound()},
               LongAgo);
        QByteArray less = firstGone.outbound();
        less.replace("\"robot_id\":\"2745001\",", "");
        QVERIFY(less != firstGone.outbound());
        commit(url(), {basicGone.outbound(), less, unknownGone.outbound(), TestCall(10).basic()}, Now + 10);
        const Images before = imagesOf(url());
        QCOMPARE(dropOld(url()), 5);
        const RebuildReport report = rebuildStore(url());
        QCOMPARE(report.callsMade, 2);
        QCOMPARE(report.callsLeft, 5);
        QCOMPARE(imagesOf(url()), before);
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    /// A call that the store lost comes back, also beside a hole.
    void lostCallsComeBackBesideAHole()
    {
        fillThirds(Now, LongAgo, Now + DayMs);
        dropOld(url());
        const Images before = imagesOf(url());
        execute(url(), u"DELETE FROM call WHERE call_uuid = 'uuid-7'"_s);
        execute(url(), u"UPDATE call SET task_result = 'wrong' WHERE call_uuid = 'uuid-8'"_s);
        rebuildStore(url());
        QCOMPARE(imagesOf(url()), before);
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    void messagesThatVanishedAreADifferenceUntilRebuildSaidSo()
    {
        fillThirds(Now, Now, Now);
        const Images before = imagesOf(url());
        execute(url(), u"DELETE FROM push WHERE first_push = 601"_s);
        const VerifyReport report = verifyStore(url());
        QCOMPARE(report.differences.size(), 1);
        QVERIFY2(report.differences.constFirst().contains(u"601 to 700"_s),
                 qPrintable(report.differences.constFirst()));
        const RebuildReport rebuilt = rebuildStore(url());
        QVERIFY(!rebuilt.isWhole());
        QCOMPARE(rebuilt.callsLeft, 50);
        QCOMPARE(imagesOf(url()), before);
        const VerifyReport again = verifyStore(url());
        QCOMPARE(again.differences, QStringList());
        QCOMPARE(again.gaps.size(), 1);
        QCOMPARE(again.gaps.constFirst().reason, GapReason::Missing);
        QVERIFY(!rebuildStore(url()).isWhole());
    }

    /// Not even where the counters were lost besides.
    void anEmptyJournalTakesNoCall()
    {
        fillThirds(Now, Now, Now);
        const Images before = imagesOf(url());
        execute(url(), u"DELETE FROM push"_s);
        execute(url(), u"UPDATE meta SET value = 0 WHERE key = 'pushes'"_s);
        QCOMPARE(rebuildStore(url()).callsLeft, 900);
        QCOMPARE(imagesOf(url()), before);
    }

    void aRebuildThatEndsHalfWayLeavesTheOldState()
    {
        fillThirds(Now, LongAgo, Now);
        execute(url(), u"UPDATE call SET task_result = 'wrong' WHERE call_uuid = 'uuid-8'"_s);
        const Images before = imagesOf(url());
        int pieces = 0;
        QVERIFY_THROWS_EXCEPTION(StoreError, rebuildStore(url(), [&pieces](qint64, qint64) {
                                     if (++pieces == 4)
                                         throw StoreError(StoreErrorCode::NotPrepared);
                                 }));
        QCOMPARE(imagesOf(url()), before);
        Connection connection(url(), Access::Read);
        QVERIFY(!connection.tables().contains(u"rebuild_call"_s));
    }

    void everyFlippedBitIsFound()
    {
        fillSmall();
        const Images before = imagesOf(url());
        Connection connection(url(), Access::Write);
        const int size = connection.value(u"SELECT LENGTH(segment) FROM push WHERE rowid = 2"_s).toInt() * 8;
        int flips = 0;
        int unseen = 0;
        const auto tryBit = [&](const QString &column, int bit) {
            flip(connection, column, bit);
            unseen += isNoticed(connection) ? 0 : 1;
            flips += 1;
            flip(connection, column, bit);
        };
        for (int bit = 0; bit < size; bit += 5)
            tryBit(u"segment"_s, bit);
        for (const QString &column :
             {u"first_push"_s, u"count"_s, u"first_arrival"_s, u"last_arrival"_s, u"checksum"_s}) {
            for (int bit = 0; bit < 63; ++bit)
                tryBit(column, bit);
        }
        QVERIFY(flips > 500);
        QCOMPARE(unseen, 0);
        QVERIFY(!isNoticed(connection)); // the control: undamaged again
    }

    void aSwappedSegmentIsFound()
    {
        fillSmall();
        execute(url(),
                u"UPDATE push SET segment = (SELECT segment FROM push AS p WHERE p.rowid = 1) WHERE rowid = 2"_s);
        QVERIFY(!verifyStore(url()).isClean());
    }

    void aCallThatNamesAnothersMessageIsFound()
    {
        fillSmall();
        execute(url(), u"UPDATE call SET basic_push = basic_push + 2 WHERE call_uuid = 'uuid-4'"_s);
        QVERIFY(!verifyStore(url()).isClean());
        QVERIFY(rebuildStore(url()).isWhole());
        QVERIFY(verifyStore(url()).isClean());
    }

    /// Wherever the bit is, calls stay as they are, and the others can be made again.
    void damageMakesNoWrongCall()
    {
        fillSmall();
        const Images before = imagesOf(url());
        for (int bit = 3; bit < 2'000; bit += 173) {
            {
                Connection connection(url(), Access::Write);
                flip(connection, u"segment"_s, bit);
            }
            const RebuildReport report = rebuildStore(url());
            QVERIFY(!report.isWhole());
            QCOMPARE(report.damage.size(), 1);
            QVERIFY2(report.damage.constFirst().contains(u"Messages 41 to 80"_s),
                     qPrintable(report.damage.constFirst()));
            QCOMPARE(report.callsLeft, 20);
            QCOMPARE(report.callsMade, 40);
            QCOMPARE(imagesOf(url()), before);
            Connection connection(url(), Access::Write);
            flip(connection, u"segment"_s, bit);
        }
        QVERIFY(rebuildStore(url()).isWhole());
        QVERIFY(verifyStore(url()).isClean());
    }

    /// A store of before: what its journal lacks is noted as of unknown origin, and its segments get checksums.
    void olderStoresAreTakenAsTheyAre()
    {
        fillThirds(Now, Now, Now);
        execute(url(), u"DELETE FROM push WHERE first_push < 301 OR first_push = 601"_s);
        const StoreFixture older;
        Connection connection(older.url(), Access::Write);
        makeStoreOfStepOne(connection, url());
        migrateSchema(connection);
        const VerifyReport report = verifyStore(older.url());
        QCOMPARE(report.differences, QStringList());
        QCOMPARE(report.gaps.size(), 2);
        QCOMPARE(report.gaps.constFirst().reason, GapReason::Before);
        QCOMPARE(report.gaps.constFirst().lastPush, 300);
        QVERIFY(rebuildStore(older.url()).isWhole());
        int slices = 0;
        while (Journal::addChecksums(connection))
            ++slices;
        QVERIFY(slices > 0);
        QCOMPARE(connection.value(u"SELECT COUNT(*) FROM push WHERE checksum = 0"_s).toInt(), 0);
        QVERIFY(verifyStore(older.url()).isClean());
    }

private:
    StoreUrl url() const { return m_fixture->url(); }

    /// Three times 300 calls, each third with the clock that it had.
    void fillThirds(qint64 first, qint64 second, qint64 third)
    {
        const QList<TestCall> calls = someCalls(900, 7);
        int index = 0;
        for (const qint64 start : {first, second, third}) {
            for (int batch = 0; batch < 6; ++batch, index += 50)
                commit(url(), bothParts(calls.mid(index, 50)), start + batch * 1'000);
        }
    }

    void checkHole(qint64 made, qint64 left, qint64 firstGone, qint64 lastGone)
    {
        const Images before = imagesOf(url());
        QCOMPARE(dropOld(url()), lastGone - firstGone + 1);
        for (int round = 0; round < 2; ++round) {
            const RebuildReport report = rebuildStore(url());
            QCOMPARE(report.callsMade, made);
            QCOMPARE(report.callsLeft, left);
            QVERIFY(report.isWhole());
            QCOMPARE(imagesOf(url()), before);
            const VerifyReport verified = verifyStore(url());
            QCOMPARE(verified.differences, QStringList());
            QCOMPARE(verified.gaps.size(), 1);
            QCOMPARE(verified.gaps.constFirst().firstPush, firstGone);
            QCOMPARE(verified.gaps.constFirst().lastPush, lastGone);
            QCOMPARE(verified.gaps.constFirst().reason, GapReason::Retention);
        }
    }

    /// Three segments of 40 messages.
    void fillSmall()
    {
        const QList<TestCall> calls = someCalls(60, 4);
        for (int segment = 0; segment < 3; ++segment)
            commit(url(), bothParts(calls.mid(segment * 20, 20)), Now + segment * 1'000);
    }

    bool isNoticed(Connection &connection)
    {
        int differences = 0;
        checkJournal(connection, [&differences](const QString &) { ++differences; });
        return differences > 0;
    }

    std::unique_ptr<StoreFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestStoreRebuild)
#include "test_store_rebuild.moc"
