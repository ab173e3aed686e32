// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are read as they stand, and what happens when somebody writes them meanwhile.
#include "store/database/connection.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

void fill(const StoreFixture &fixture, int from, int to)
{
    BulkLoader loader(fixture.url());
    for (int i = from; i < to; ++i)
        loader.add(Noon, TestCall(i).outbound());
    loader.finish();
}

int countOf(Connection &connection)
{
    QSqlQuery &query = connection.prepared(u"SELECT call_uuid FROM call"_s);
    connection.run(query);
    int count = 0;
    while (connection.next(query))
        ++count;
    return count;
}

int countInStill(const StoreUrl &url)
{
    Connection still(url, Access::Still);
    return countOf(still);
}

} // namespace

class TestStoreStill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStillFileIsReadAndNothingIsMade()
    {
        const StoreFixture fixture;
        fill(fixture, 0, 20);
        Connection still(fixture.url(), Access::Still);
        QCOMPARE(countOf(still), 20);
        QCOMPARE(QDir(fixture.path(u"."_s)).entryList(QDir::Files), QStringList{u"calls.db"_s});
        QVERIFY_THROWS_EXCEPTION(StoreError, still.execute(u"DELETE FROM call"_s));
    }

    void namesWithSignsOfAnAddressAreReadToo()
    {
        const StoreFixture fixture;
        fill(fixture, 0, 3);
        const StoreUrl odd = StoreUrl::ofFile(fixture.path(u"100% #1?mode=memory 话单.db"_s));
        QVERIFY(QFile::copy(fixture.url().localFile(), odd.localFile()));
        QCOMPARE(countInStill(odd), 3);
    }

    void whatIsWrittenMeanwhileIsNoticed()
    {
        const StoreFixture fixture;
        fill(fixture, 0, 20);
        Connection still(fixture.url(), Access::Still);
        QCOMPARE(countOf(still), 20);
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        writer.audit(u"test"_s, u"a line"_s);
        writer.stop(); // with everything in the file
        QVERIFY_THROWS_EXCEPTION(StoreError, countOf(still));
    }

    void aLogThatAppearsIsNoticed()
    {
        const StoreFixture fixture;
        fill(fixture, 0, 20);
        Connection still(fixture.url(), Access::Still);
        QCOMPARE(countOf(still), 20);
        Connection writer(fixture.url(), Access::Write);
        QCOMPARE(countOf(still), 20); // nothing is written yet
        writer.execute(u"DELETE FROM call"_s);
        QVERIFY_THROWS_EXCEPTION(StoreError, countOf(still));
    }

    void theLastReaderTakesAnEmptyLogAlongAndNoOther()
    {
        const StoreFixture fixture;
        fill(fixture, 0, 2);
        {
            Connection reader(fixture.url(), Access::Read);
            QCOMPARE(countOf(reader), 2);
        }
        QVERIFY(!QFile::exists(fixture.path(u"calls.db-wal"_s)));
        {
            Connection reader(fixture.url(), Access::Read);
            QCOMPARE(countOf(reader), 2);
            Connection(fixture.url(), Access::Write).execute(u"DELETE FROM call WHERE id = 1"_s);
        }
        QVERIFY(QFile(fixture.path(u"calls.db-wal"_s)).size() > 0); // the writer's, which was not the last one
        {
            Connection note(fixture.url(), Access::Note);
            QCOMPARE(countOf(note), 1);
        }
        QVERIFY(!QFile::exists(fixture.path(u"calls.db-wal"_s)));
        QCOMPARE(countInStill(fixture.url()), 1);
    }
};

QTEST_GUILESS_MAIN(TestStoreStill)
#include "test_store_still.moc"
