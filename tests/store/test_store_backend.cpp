// SPDX-License-Identifier: GPL-3.0-or-later
// What every database system has to do for stores.
#include "store/database/connection.h"
#include "store/database/schema.h"
#include "store/database/snapshot.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QTest>
#include <QVariant>

#include <functional>
#include <limits>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds NoWait{0};

StoreProblem problemOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const StoreError &error) {
        return error.problem();
    }
    return {};
}

void fill(const StoreUrl &url, int calls)
{
    BulkLoader loader(url);
    for (const TestCall &call : someCalls(calls, 3))
        loader.add(Noon, call.outbound());
    loader.finish();
}

} // namespace

class TestStoreBackend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatLiesThere()
    {
        const StoreFixture fixture;
        const auto backend = StoreBackend::of(fixture.url());
        QCOMPARE(backend->inspect().kind, StoreKind::Missing);
        QVERIFY(backend->isEmpty());
        QCOMPARE(backend->bytesOnDisk(), 0);
        QCOMPARE(problemOf([&] { backend->requireExisting(); }).code, StoreErrorCode::NoStore);
        QCOMPARE(problemOf([&] { Connection(fixture.url(), Access::Read); }).code, StoreErrorCode::NoStore);
        fill(fixture.url(), 10);
        QCOMPARE(backend->inspect().kind, StoreKind::Store);
        QVERIFY(!backend->isEmpty());
        QVERIFY(backend->bytesOnDisk() > 0);
        QCOMPARE(problemOf([&] { backend->requireExisting(); }).code, StoreErrorCode::None);
        QVERIFY(backend->freeBytes() != 0);
        Connection(fixture.url(), Access::Write).execute(u"UPDATE meta SET value = 999 WHERE key = 'schema_step'"_s);
        QCOMPARE(backend->inspect().kind, StoreKind::NewerStore);
        QCOMPARE(problemOf([&] { requireStore(fixture.url()); }).code, StoreErrorCode::NewerStore);
    }

    void urlsLeadToTheirBackend()
    {
        const StoreFixture fixture;
        const auto again = StoreUrl::parse(fixture.url().toString(), nullptr);
        QVERIFY(again && *again == fixture.url());
        QCOMPARE(again->identity(), fixture.url().identity());
        QVERIFY(again->identity() != StoreFixture().url().identity());
        StoreProblem problem;
        QVERIFY(!StoreUrl::parse(u"sqlite:file:calls.db?nolock=1"_s, &problem));
        QCOMPARE(problem.code, StoreErrorCode::UrlOfNoStore);
        QVERIFY(StoreUrl::parse(u"sqlite:./file:x"_s, &problem));
    }

    void oneWriterAtATime()
    {
        const StoreFixture fixture;
        const auto backend = StoreBackend::of(fixture.url());
        QVERIFY(!backend->isLocked());
        {
            const auto lock = backend->lock();
            QVERIFY(backend->isLocked() && lock->isInPlace());
            QCOMPARE(problemOf([&] { backend->lock(); }).code, StoreErrorCode::HeldByProgram);
        }
        QVERIFY(!backend->isLocked());
        QVERIFY(backend->lock());
    }

    void aSnapshotStays()
    {
        const StoreFixture fixture;
        Connection writer(fixture.url(), Access::Write);
        writer.execute(u"CREATE TABLE number (value BIGINT)"_s);
        Connection reader(fixture.url(), Access::Read);
        const auto count = [&reader] { return reader.value(u"SELECT COUNT(*) FROM number"_s).toInt(); };
        {
            const Snapshot snapshot(reader);
            QCOMPARE(count(), 0);
            writer.begin();
            writer.native(u"INSERT INTO number (value) VALUES (?)"_s).bind(5).run();
            writer.commit();
            QCOMPARE(count(), 0);
        }
        QCOMPARE(count(), 1);
        writer.begin();
        writer.native(u"INSERT INTO number (value) VALUES (?)"_s).bind(6).run();
        writer.rollback();
        QCOMPARE(count(), 1);
    }

    void statementsKeepWhatIsBound()
    {
        const StoreFixture fixture;
        Connection writer(fixture.url(), Access::Write);
        writer.execute(u"CREATE TABLE word (number BIGINT, text TEXT)"_s);
        const QList<std::pair<qint64, QString>> rows{{1, u"成功"_s},
                                                     {std::numeric_limits<qint64>::max(), QString()},
                                                     {-1, QString(QChar::ByteOrderMark) + u'x'}};
        NativeStatement &insert = writer.native(u"INSERT INTO word (number, text) VALUES (?, ?) RETURNING number"_s);
        for (const auto &[number, text] : rows)
            QCOMPARE(insert.bind(number).bind(text).run(), number);
        NativeStatement &read = writer.native(u"SELECT number, text FROM word"_s);
        for (const auto &[number, text] : rows) {
            QVERIFY(read.next());
            QCOMPARE(read.number(0), number);
            QCOMPARE(read.text(1), text.isNull() ? u""_s : text);
            QCOMPARE(read.utf8(1), text.toUtf8());
        }
        QVERIFY(!read.next());
        QVERIFY(read.next()); // again from the first
        read.finish();
    }

    void errorsAreCodes()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 1);
        Connection one(fixture.url(), Access::Write);
        one.execute(u"CREATE TABLE number (value BIGINT PRIMARY KEY)"_s);
        QCOMPARE(problemOf([&] { one.execute(u"SELEKT"_s); }).code, StoreErrorCode::Statement);
        QCOMPARE(problemOf([&] { one.prepared(u"SELECT nothing FROM number"_s); }).code, StoreErrorCode::Statement);
        QCOMPARE(problemOf([&] { one.native(u"SELECT nothing FROM number"_s); }).code, StoreErrorCode::Statement);
        Connection other(fixture.url(), Access::Write);
        other.database().setLockTimeout(NoWait);
        one.begin();
        QCOMPARE(problemOf([&] { other.begin(); }).kind(), StoreErrorKind::Busy);
        one.rollback();
        QCOMPARE(problemOf([&] { other.begin(); }).code, StoreErrorCode::None);
        other.rollback();
        Connection reader(fixture.url(), Access::Read);
        QVERIFY(!problemOf([&] { reader.execute(u"DELETE FROM number"_s); }).isNone());
    }

    void whatRunsIsStopped()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 500);
        Connection reader(fixture.url(), Access::Read);
        const QString large = u"SELECT COUNT(*) FROM call AS a, call AS b, call AS c, call AS d"_s;
        reader.interrupt();
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, reader.value(large));
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, reader.run(reader.prepared(large)));
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, reader.native(large).next());
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, reader.checkIntegrity(IntegrityDepth::Contents));
        reader.resume();
        QCOMPARE(reader.value(u"SELECT COUNT(*) FROM call"_s).toInt(), 500);
        int asked = 0;
        reader.database().watchClosely([&asked] { return ++asked > 3; });
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, reader.value(large));
        QCOMPARE(asked, 4);
    }

    void aFollowerIsStoppedWithItsLeader()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 10);
        Connection leader(fixture.url(), Access::Read), follower(fixture.url(), Access::Read);
        follower.stopWith(leader);
        leader.interrupt();
        QVERIFY(follower.isStopped());
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, follower.run(follower.prepared(u"SELECT 1"_s)));
    }

    void theLogIsEmptiedUnlessSomebodyReads()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 10);
        Connection writer(fixture.url(), Access::Write), reader(fixture.url(), Access::Read);
        {
            const Snapshot snapshot(reader);
            reader.value(u"SELECT COUNT(*) FROM call"_s);
            writer.execute(u"UPDATE call SET last_arrival = last_arrival + 1"_s);
            QVERIFY(!writer.database().emptyLog(NoWait));
        }
        QVERIFY(writer.database().emptyLog(NoWait));
        QCOMPARE(writer.backend().logBytes(), 0);
    }

    void freePagesAreReleased()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 3'000);
        Connection writer(fixture.url(), Access::Write);
        writer.execute(u"DELETE FROM call"_s);
        const FreePages before = writer.database().freePages();
        QVERIFY(before.free > 20 && before.all > before.free);
        writer.begin();
        writer.database().releasePages(20);
        writer.commit();
        QVERIFY(writer.database().freePages().free <= before.free - 20);
        writer.database().compact();
        QCOMPARE(writer.database().freePages().free, 0);
        writer.database().releasePageCache();
        QCOMPARE(writer.checkIntegrity(IntegrityDepth::Pages), QString());
        for (const QString &table : writer.tables())
            QCOMPARE(writer.checkIntegrity(IntegrityDepth::Contents, table), QString());
    }

    void aTemporaryStoreReadsAnother()
    {
        const StoreFixture fixture, scratch;
        fill(fixture.url(), 10);
        Connection source(fixture.url(), Access::Read);
        Connection target(scratch.url(), Access::Write);
        migrateSchema(target);
        target.makePrivate(source);
        target.begin();
        target.execute(u"INSERT INTO call SELECT * FROM source.call"_s);
        Connection(fixture.url(), Access::Write).execute(u"DELETE FROM call WHERE id = 1"_s); // it is not locked
        target.commit();
        QCOMPARE(target.value(u"SELECT COUNT(*) FROM call"_s).toInt(), 10);
    }

    void wordsOfTheDialect()
    {
        const StoreFixture fixture;
        Connection writer(fixture.url(), Access::Write);
        const Dialect &dialect = writer.dialect();
        writer.execute(
            dialect.schemaText(u"CREATE TABLE entry (id @ROWID@, bytes @BLOB@ NOT NULL DEFAULT '', list TEXT)"_s));
        writer.execute(u"INSERT INTO entry (list) VALUES ('[\"a\",\"b\"]'), ('')"_s);
        const auto one = [&writer](const QString &what) {
            return writer.value(u"SELECT "_s + what + u" FROM entry WHERE id = 1"_s).toString();
        };
        QCOMPARE(one(dialect.listItem(u"list"_s, u"1"_s)), u"b"_s);
        QCOMPARE(one(dialect.listItem(u"list"_s, u"2"_s)), QString());
        QCOMPARE(writer
                     .value(u"SELECT SUM(k.key) FROM entry, %1 AS k WHERE entry.id = 1 AND k.value = 'b'"_s.arg(
                         dialect.listItems(u"list"_s)))
                     .toInt(),
                 1);
        writer.execute(u"CREATE TABLE bit (value BIGINT)"_s);
        writer.execute(u"INSERT INTO bit VALUES (1), (4), (4), (0)"_s);
        QCOMPARE(writer.value(u"SELECT %1 FROM bit"_s.arg(dialect.bitUnion(u"value"_s))).toInt(), 5);
    }
};

QTEST_GUILESS_MAIN(TestStoreBackend)
#include "test_store_backend.moc"
