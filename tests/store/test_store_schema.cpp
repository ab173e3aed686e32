// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/schema.h"
#include "store/database/store_backend.h"
#include "store/database/store_url.h"
#include "store/read/queries.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QFile>
#include <QTest>
#include <QVariant>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestStoreSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void freshStoreStandsAtTheNewestStep()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        QCOMPARE(schemaStepOf(connection), 0);
        migrateSchema(connection);
        QVERIFY(newestSchemaStep() >= 1);
        QCOMPARE(schemaStepOf(connection), newestSchemaStep());
        migrateSchema(connection); // again: nothing to do
        for (const QString &table : {u"call"_s, u"push"_s, u"rejected"_s, u"contact"_s, u"rollup"_s, u"task"_s,
                                     u"audit"_s, u"meta"_s, u"row_head"_s})
            QVERIFY2(connection.tables().contains(table), qPrintable(table));
        QVERIFY(!QFile::exists(fixture.path(u"calls.db.before-step-1"_s)));
    }

    void olderStoreIsCopiedAndCountedAgain()
    {
        const StoreFixture newer;
        BulkLoader loader(newer.url());
        for (const TestCall &call : someCalls(400, 3)) {
            loader.add(Noon, call.outbound());
            loader.add(Noon, call.basic());
        }
        loader.finish();
        const StoreFixture older;
        {
            Connection connection(older.url(), Access::Write);
            makeStoreOfStepOne(connection, newer.url());
            migrateSchema(connection);
            QCOMPARE(schemaStepOf(connection), newestSchemaStep());
            QCOMPARE(loadTasks(connection).value(0).successCodes, QStringList{});
            QCOMPARE(loadTasks(connection).value(1).successCodes, QStringList{u"18"_s});
        }
        QCOMPARE(verifyStore(older.url()).differences, QStringList());
        QVERIFY(QFile::exists(older.path(u"calls.db.before-step-2"_s)));
    }

    void newerStoreIsNotTouched()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        connection.execute(u"UPDATE meta SET value = 999 WHERE key = 'schema_step'"_s);
        QVERIFY_THROWS_EXCEPTION(StoreError, migrateSchema(connection));
        QVERIFY_THROWS_EXCEPTION(StoreError, requireCurrentSchema(connection));
        QCOMPARE(schemaStepOf(connection), 999);
    }

    void databaseOfAnotherProgramIsNotTouched()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        connection.execute(u"CREATE TABLE song (title TEXT)"_s);
        QVERIFY_THROWS_EXCEPTION(StoreError, migrateSchema(connection));
        QCOMPARE(connection.tables(), QStringList{u"song"_s});
    }

    void urls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("absolute") << u"sqlite:/var/lib/x.db"_s << u"/var/lib/x.db"_s;
        QTest::newRow("with slashes") << u"sqlite:///var/lib/x.db"_s << u"/var/lib/x.db"_s;
        QTest::newRow("bare") << u"/var/lib/x.db"_s << u"/var/lib/x.db"_s;
        QTest::newRow("dots") << u"sqlite:/var/./lib/../x.db"_s << u"/var/x.db"_s;
        QTest::newRow("chinese") << u"sqlite:/数据/话单.db"_s << u"/数据/话单.db"_s;
        QTest::newRow("folder") << u"sqlite:/var/lib/"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("postgres") << u"postgresql://me@host/db"_s << QString();
        QTest::newRow("other") << u"mysql://host/db"_s << QString();
    }

    void urls()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, path);
        StoreProblem problem;
        const std::optional<StoreUrl> url = StoreUrl::parse(text, &problem);
        QCOMPARE(url.has_value(), !path.isEmpty());
        QCOMPARE(url ? url->localFile() : QString(), path);
        QCOMPARE(problem.isNone(), url.has_value());
    }

    void linksLeadToOneStore()
    {
        const StoreFixture fixture;
        const QString link = fixture.path(u"link.db"_s);
        QVERIFY(QFile::link(u"calls.db"_s, link));
        QVERIFY(QFile::link(fixture.path(u"."_s), fixture.path(u"folder"_s)));
        const auto opened = [](const QString &path) { return StoreUrl::parse(path, nullptr)->localFile(); };
        QCOMPARE(opened(link), fixture.url().localFile()); // not made yet
        Connection(fixture.url(), Access::Write);
        QCOMPARE(opened(link), fixture.url().localFile());
        QCOMPARE(opened(fixture.path(u"folder/folder/link.db"_s)), fixture.url().localFile());
        const auto lock = StoreBackend::of(fixture.url())->lock();
        QVERIFY_THROWS_EXCEPTION(StoreError, StoreBackend::of(*StoreUrl::parse(link, nullptr))->lock());
    }

    void writingSessionIsDurable()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        QCOMPARE(connection.value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(connection.value(u"PRAGMA synchronous"_s).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(TestStoreSchema)
#include "test_store_schema.moc"
