// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/reader_pool.h"
#include "store/read/queries.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QTest>
#include <QThread>
#include <QVariant>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// A query that does not end by itself within any test's patience.
qint64 endless(Connection &connection)
{
    return connection.value(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) FROM n"_s)
        .toLongLong();
}

} // namespace

class TestStoreReaderPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        BulkLoader loader(m_fixture.url());
        for (const TestCall &call : someCalls(20, 1))
            loader.add(Noon + 5 * HourMs, call.outbound());
        loader.finish();
    }

    void answersInTheAskersThread()
    {
        ReaderPool pool(m_fixture.url(), 2);
        std::optional<qint64> count;
        QThread *answeredIn = nullptr;
        QThread *askedIn = nullptr;
        pool.ask<qint64>(
            this,
            [&](Connection &connection) {
                askedIn = QThread::currentThread();
                return countCalls(connection, {});
            },
            [&](const qint64 &n) {
                answeredIn = QThread::currentThread();
                count = n;
            });
        QTRY_COMPARE(count, std::optional<qint64>(20));
        QCOMPARE(answeredIn, QThread::currentThread());
        QVERIFY(askedIn != QThread::currentThread());
    }

    void cancelStopsARunningQuery()
    {
        ReaderPool pool(m_fixture.url(), 1);
        bool answered = false;
        ReadTicket ticket = pool.ask<qint64>(this, endless, [&](const qint64 &) { answered = true; });
        QVERIFY(ticket.isActive());
        ticket.cancel();
        QVERIFY(!ticket.isActive());
        bool next = false; // the one thread is free again
        pool.ask<qint64>(
            this, [](Connection &c) { return countCalls(c, {}); }, [&](const qint64 &) { next = true; });
        QTRY_VERIFY(next);
        QVERIFY(!answered);
    }

    void lateAnswerOfACancelledQuestionIsDropped()
    {
        ReaderPool pool(m_fixture.url(), 1);
        bool answered = false;
        std::atomic<bool> worked = false;
        ReadTicket ticket = pool.ask<int>(
            this,
            [&](Connection &) {
                worked = true;
                return 1;
            },
            [&](const int &) { answered = true; });
        while (!worked)
            QThread::yieldCurrentThread();
        ticket.cancel();
        bool next = false;
        pool.ask<int>(
            this, [](Connection &) { return 2; }, [&](const int &) { next = true; });
        QTRY_VERIFY(next);
        QVERIFY(!answered);
    }

    void errorsAreToldToTheAsker()
    {
        ReaderPool pool(StoreUrl::ofFile(m_fixture.path(u"nothing.db"_s)), 1);
        QString error;
        pool.ask<qint64>(
            this, [](Connection &c) { return countCalls(c, {}); }, [](const qint64 &) {},
            [&](const QString &e) { error = e; });
        QTRY_VERIFY(error.contains(u"no store"_s));
    }

    void anAskerThatIsGoneIsNotAnswered()
    {
        ReaderPool pool(m_fixture.url(), 1);
        bool answered = false;
        {
            QObject asker;
            pool.ask<int>(
                &asker, [](Connection &) { return 1; }, [&](const int &) { answered = true; });
        }
        bool next = false;
        pool.ask<int>(
            this, [](Connection &) { return 2; }, [&](const int &) { next = true; });
        QTRY_VERIFY(next);
        QVERIFY(!answered);
    }

    void endingThePoolStopsWhatRuns()
    {
        auto pool = std::make_unique<ReaderPool>(m_fixture.url(), 2);
        std::atomic<int> running = 0;
        for (int i = 0; i < 3; ++i)
            pool->ask<qint64>(
                this,
                [&](Connection &c) {
                    ++running;
                    return endless(c);
                },
                [](const qint64 &) {});
        while (running < 2)
            QThread::yieldCurrentThread();
        pool.reset(); // returns: that is the test
    }

    /// A question that ends at its first row leaves nothing open: the writer can empty the log.
    void anEndedQuestionHoldsNothing()
    {
        Connection writer(m_fixture.url(), Access::Write);
        ReaderPool pool(m_fixture.url(), 1);
        for (int round = 0; round < 2; ++round) {
            writer.execute(u"UPDATE task SET list_size = list_size + 1"_s);
            bool isAnswered = false;
            pool.ask<bool>(
                this,
                [](Connection &connection) {
                    QSqlQuery &query = connection.prepared(u"SELECT id FROM call ORDER BY id"_s);
                    connection.run(query);
                    return connection.next(query);
                },
                [&](const bool &isThere) { isAnswered = isThere; });
            QTRY_VERIFY_WITH_TIMEOUT(isAnswered, 60'000);
            QCOMPARE(writer.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toInt(), 0);
        }
        Connection reader(m_fixture.url(), Access::Read); // the control
        QSqlQuery &query = reader.prepared(u"SELECT id FROM call ORDER BY id"_s);
        reader.run(query);
        QVERIFY(reader.next(query));
        writer.execute(u"UPDATE task SET list_size = list_size + 1"_s);
        writer.execute(u"PRAGMA busy_timeout = 0"_s);
        QCOMPARE(writer.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toInt(), 1);
    }

    void readersCannotWrite()
    {
        Connection connection(m_fixture.url(), Access::Read);
        QVERIFY_THROWS_EXCEPTION(StoreError, connection.execute(u"DELETE FROM call"_s));
        QCOMPARE(countCalls(connection, {}), 20);
    }

private:
    StoreFixture m_fixture;
};

QTEST_GUILESS_MAIN(TestStoreReaderPool)
#include "test_store_reader_pool.moc"
