// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/reader_pool.h"
#include "store/database/schema.h"
#include "store/database/snapshot.h"
#include "store/read/call_stream.h"
#include "store/read/queries.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QFileInfo>
#include <QTest>
#include <QVariant>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Limit = 2'000'000;

} // namespace

/// A reader that stays must not keep the store's log growing.
class TestStoreLogWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        {
            BulkLoader loader(m_fixture->url());
            for (const TestCall &call : someCalls(3'000, 5))
                loader.add(Noon + 5 * HourMs, call.outbound());
            loader.finish();
        }
        m_writer = std::make_unique<Connection>(m_fixture->url(), Access::Write);
        m_writer->execute(u"CREATE TABLE filler (bytes BLOB)"_s);
    }
    void cleanup() { m_writer.reset(); }

    void aReaderThatStaysIsEnded()
    {
        Connection reader(m_fixture->url(), Access::Read);
        reader.setLogLimit(Limit);
        {
            const Snapshot snapshot(reader);
            QCOMPARE(countCalls(reader, {}), 3'000);
            QVERIFY(!reader.hasOutstayed());
            grow();
            QTRY_VERIFY(reader.hasOutstayed());
            QVERIFY_THROWS_EXCEPTION(ReadTooLong, countCalls(reader, {}));
        }
        QVERIFY(canBeginAnew());
        QCOMPARE(countCalls(reader, {}), 3'000); // and reads again
    }

    void aReaderBelowTheLimitStays()
    {
        Connection reader(m_fixture->url(), Access::Read);
        const Snapshot snapshot(reader);
        QCOMPARE(countCalls(reader, {}), 3'000);
        grow();
        QCOMPARE(countCalls(reader, {}), 3'000);
        QVERIFY(!reader.hasOutstayed());
    }

    /// One that came when the log was large already is not the one that kept it.
    void aLateReaderStays()
    {
        Connection first(m_fixture->url(), Access::Read);
        const Snapshot snapshot(first);
        QCOMPARE(countCalls(first, {}), 3'000);
        grow();
        Connection late(m_fixture->url(), Access::Read);
        late.setLogLimit(Limit);
        const Snapshot other(late);
        for (int i = 0; i < 200; ++i)
            QCOMPARE(countCalls(late, {}), 3'000);
        QVERIFY(!late.hasOutstayed());
    }

    /// Whoever takes the calls waits for its output, and asks for none: the read ends all the same.
    void aPausedExportIsEnded()
    {
        Connection reader(m_fixture->url(), Access::Read);
        reader.setLogLimit(Limit);
        const Snapshot snapshot(reader);
        CallStream stream(reader, {});
        QVERIFY(stream.next());
        grow();
        QTRY_VERIFY_WITH_TIMEOUT(canBeginAnew(), 60'000);
        const auto takeAll = [&stream] {
            while (stream.next()) { }
        };
        QVERIFY_THROWS_EXCEPTION(ReadTooLong, takeAll());
    }

    void aVerificationReadsAPieceAgain_data()
    {
        QTest::addColumn<bool (*)(int)>("isEnded");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("every second one") << +[](int piece) { return piece % 2 != 0; } << true;
        QTest::newRow("the file is read by tables") << +[](int piece) { return piece == 0; } << true;
        QTest::newRow("all") << +[](int) { return true; } << false;
    }

    /// Pieces are ended because the log grew, and found to be sound all the same.
    void aVerificationReadsAPieceAgain()
    {
        using Choice = bool (*)(int);
        QFETCH(Choice, isEnded);
        QFETCH(bool, isWhole);
        int pieces = 0;
        const VerifyPieces ended{1'000'000, 1'000'000, [&](Connection &reader) {
                                     if (!isEnded(pieces++))
                                         return;
                                     reader.setLogLimit(Limit);
                                     QCOMPARE(countCalls(reader, {}), 3'000); // the first read takes the state
                                     grow();
                                     QTRY_VERIFY(reader.hasOutstayed());
                                 }};
        if (!isWhole) {
            QVERIFY_THROWS_EXCEPTION(ReadTooLong, verifyStore(m_fixture->url(), ended));
            return;
        }
        const VerifyReport report = verifyStore(m_fixture->url(), ended);
        QCOMPARE(report.differences, QStringList());
        QCOMPARE(report.calls, 3'000);
        QVERIFY(pieces > 5);
    }

    void aQuestionOfTheWindowIsAskedAgain()
    {
        ReaderPool pool(m_fixture->url(), 1);
        int tries = 0;
        std::optional<qint64> answer;
        const auto ticket = pool.ask<qint64>(
            this,
            [this, &tries](Connection &reader) {
                reader.setLogLimit(Limit);
                const Snapshot snapshot(reader);
                qint64 calls = countCalls(reader, {});
                if (++tries == 1) {
                    Connection writer(m_fixture->url(), Access::Write);
                    fill(writer);
                    while (!reader.hasOutstayed())
                        QThread::yieldCurrentThread();
                    calls = countCalls(reader, {});
                }
                return calls;
            },
            [&answer](qint64 calls) { answer = calls; });
        QTRY_COMPARE_WITH_TIMEOUT(answer, std::optional<qint64>(3'000), 60'000);
        QCOMPARE(tries, 2);
    }

private:
    void grow() { fill(*m_writer); }
    static void fill(Connection &writer)
    {
        for (int i = 0; i < 6; ++i)
            writer.execute(u"INSERT INTO filler VALUES (randomblob(1000000))"_s);
    }
    /// Nobody reads an older state: the log can be emptied.
    bool canBeginAnew() { return m_writer->value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toInt() == 0; }

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Connection> m_writer;
};

QTEST_GUILESS_MAIN(TestStoreLogWatch)
#include "test_store_log_watch.moc"
