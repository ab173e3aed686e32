// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_clocks.h"
#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/read/queries.h"
#include "store/retention/clock_memory.h"
#include "store/retention/retention.h"
#include "store/settings/settings_queries.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QVariant>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Keep = 90 * DayMs;
const QRegularExpression Doubted(u"^The computer.s clock moved"_s);

} // namespace

/// What is old goes in slices with a word, and nothing goes by a clock that may be wrong.
class TestStoreRetention : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_time = std::make_unique<FakeClocks>(Noon);
        m_fixture = std::make_unique<StoreFixture>();
        m_connection = std::make_unique<Connection>(m_fixture->url(), Access::Write);
        migrateSchema(*m_connection);
        m_applier = std::make_unique<BatchApplier>(*m_connection);
        m_applier->load();
    }
    void cleanup()
    {
        m_retention.reset();
        m_applier.reset();
        m_connection.reset();
    }

    void oldOnesGoWithALine()
    {
        store(5, Noon - 100 * DayMs);
        store(7, Noon - 80 * DayMs);
        refuse(3, Noon - 95 * DayMs);
        refuse(2, Noon);
        store(1, Noon);
        open();
        settle();
        QCOMPARE(messages(), 8);
        QCOMPARE(refused(), 2);
        const QList<AuditEntry> audit = lines();
        QCOMPARE(audit.size(), 1);
        QCOMPARE(audit.constFirst().action, u"retention"_s);
        const QJsonObject detail = QJsonDocument::fromJson(audit.constFirst().detail.toUtf8()).object();
        QCOMPARE(detail.value(u"messages"_s).toInt(), 5);
        QCOMPARE(detail.value(u"refused"_s).toInt(), 3);
        QCOMPARE(QDateTime::fromString(detail.value(u"before"_s).toString(), Qt::ISODate).toMSecsSinceEpoch(),
                 (m_time->wall() - Keep) / 1000 * 1000);
        QCOMPARE(loadTotals(*m_connection, {}, {}).calls, 13); // calls are none of this
    }

    void nothingOldNeedsNoLine()
    {
        store(5, Noon - 10 * DayMs);
        store(1, Noon);
        refuse(1, Noon);
        open();
        settle();
        QCOMPARE(messages(), 6);
        QVERIFY(lines().isEmpty());
    }

    void zeroKeepsForEverAndAFewDaysAreTheLeast()
    {
        store(1, Noon - 3'000 * DayMs);
        store(1, Noon - 6 * DayMs);
        store(1, Noon);
        open(0);
        settle();
        QCOMPARE(messages(), 3);
        m_retention->setKeepTimes({1, 0});
        settle();
        QCOMPARE(messages(), 2);
    }

    /// Many in one go: each step is a transaction of a bounded size, and a receiver between two of them waits for none.
    void itGoesInSlices()
    {
        for (int i = 0; i < 300; ++i)
            store(1, Noon - 100 * DayMs);
        refuse(200, Noon - 100 * DayMs);
        store(1, Noon);
        open();
        qint64 largest = 0;
        int slices = 0;
        for (qint64 left = messages() + refused(); m_retention->isRunning() || slices == 0; ++slices) {
            m_retention->work(true);
            const qint64 now = messages() + refused();
            largest = std::max(largest, left - now);
            left = now;
        }
        QCOMPARE(messages(), 1);
        QCOMPARE(refused(), 0);
        QVERIFY2(largest <= 64, qPrintable(QString::number(largest)));
        QVERIFY(slices >= 8);
        QCOMPARE(lines().size(), 1);
    }

    void whileMessagesArriveItIsSlow()
    {
        for (int i = 0; i < 200; ++i)
            store(1, Noon - 100 * DayMs);
        store(1, Noon);
        open();
        for (int i = 0; i < 50; ++i)
            m_retention->work(false);
        QCOMPARE(messages(), 201 - 64);
        for (int i = 0; i < 5; ++i) {
            m_time->pass(1'000);
            m_retention->work(false);
        }
        QCOMPARE(messages(), 1);
    }

    void aWrongClockRemovesNothing_data()
    {
        QTest::addColumn<qint64>("moved");
        for (const qint64 days : {2, 91, 200, 7'300, -2, -91, -10'000})
            QTest::newRow(qPrintable(QString::number(days))) << days * DayMs;
    }

    void aWrongClockRemovesNothing()
    {
        QFETCH(const qint64, moved);
        QTest::ignoreMessage(QtWarningMsg, Doubted);
        store(10, Noon - HourMs);
        refuse(10, Noon - HourMs);
        m_time->move(moved);
        open();
        settle();
        QCOMPARE(messages(), 10);
        QCOMPARE(refused(), 10);
        QVERIFY(lines().isEmpty());
        QVERIFY(loadClockMemory(*m_connection).doubted);
        // Neither after a restart, nor once the clock is right again: nothing was old.
        QTest::ignoreMessage(QtWarningMsg, Doubted);
        open();
        settle();
        QTest::ignoreMessage(QtWarningMsg, Doubted);
        m_time->move(-moved);
        open();
        settle();
        m_time->pass(HourMs);
        settle();
        QCOMPARE(messages(), 10);
    }

    void aMoveWhileItRunsRemovesNothing()
    {
        store(10, Noon - HourMs);
        open();
        settle();
        m_time->pass(2 * HourMs);
        m_time->move(91 * DayMs);
        QTest::ignoreMessage(QtWarningMsg, Doubted);
        settle();
        QCOMPARE(messages(), 10);
        m_time->move(-91 * DayMs);
        settle();
        QVERIFY(!m_retention->clock().isTrusted());
        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"trusted again"_s));
        passDays(2);
        QCOMPARE(messages(), 10);
        QVERIFY(m_retention->clock().isTrusted());
    }

    void aMoveInTheMiddleEndsTheRun()
    {
        for (int i = 0; i < 200; ++i)
            store(1, Noon - 100 * DayMs);
        store(1, Noon);
        open();
        m_retention->work(true);
        QCOMPARE(messages(), 201 - 64);
        m_time->move(300 * DayMs);
        QTest::ignoreMessage(QtWarningMsg, Doubted);
        settle();
        QCOMPARE(messages(), 201 - 64);
        QVERIFY(!m_retention->isRunning());
    }

    void afterALongHolidayItWaitsForADayOrAPerson()
    {
        store(10, Noon - 100 * DayMs);
        QTest::ignoreMessage(QtWarningMsg, Doubted);
        open();
        settle();
        QCOMPARE(messages(), 10);
        m_retention->confirmClock();
        settle();
        QCOMPARE(messages(), 0);
        QVERIFY(!loadClockMemory(*m_connection).doubted);
        QCOMPARE(lines().size(), 1);
    }

    /// While the clock is back for a while new messages get old times. They arrived later than others that are young.
    void messagesOfAClockThatWasBackStay()
    {
        store(3, Noon - 100 * DayMs);
        store(9, Noon - HourMs);
        store(9, Noon - 120 * DayMs);
        store(9, Noon);
        open();
        settle();
        QCOMPARE(messages(), 27);
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList()); // no hole
        passDays(89);
        QCOMPARE(messages(), 27);
        passDays(3);
        QCOMPARE(messages(), 0);
    }

    /// Times of the future do not keep what is before them for ever.
    void messagesOfAClockThatWasAheadGoWithTheirNeighbours()
    {
        store(1, Noon - 100 * DayMs);
        store(1, Noon + 7'300 * DayMs);
        store(1, Noon - 99 * DayMs);
        store(1, Noon + 7'300 * DayMs);
        store(1, Noon);
        open();
        settle();
        QCOMPARE(messages(), 2);
    }

    void theAgeOfTheLastPushOutlivesAMoveOfTheClock()
    {
        m_applier.reset();
        m_connection.reset();
        WriterOptions options;
        options.clocks = m_time->clocks();
        StoreWriter writer(m_fixture->url(), options);
        QVERIFY(writer.startAndWait(nullptr));
        QCOMPARE(writer.ingestState().lastPushAt, 0);
        m_time->move(20 * HourMs);
        QVERIFY(writer.offer(arrivalOf(TestCall(1).outbound(), m_time->wall())));
        QTRY_COMPARE(writer.ingestState().lastPushAt, m_time->wall());
        m_time->move(-20 * HourMs);
        m_time->pass(10 * 60'000);
        QCOMPARE(m_time->wall() - writer.ingestState().lastPushAt, 10 * 60'000);
        writer.stop();
    }

    void theWriterSaysThatItDoubts()
    {
        store(10, Noon - 91 * DayMs);
        m_applier.reset();
        m_connection.reset();
        WriterOptions options;
        options.clocks = m_time->clocks();
        QTest::ignoreMessage(QtWarningMsg, Doubted);
        StoreWriter writer(m_fixture->url(), options);
        QVERIFY(writer.startAndWait(nullptr));
        Connection reader(m_fixture->url(), Access::Read);
        QTRY_VERIFY(loadClockMemory(reader).doubted);
        QVERIFY(writer.ingestState().writable);
        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"trusted again"_s));
        writer.confirmClock();
        QTRY_VERIFY(!loadClockMemory(reader).doubted);
        QTRY_COMPARE_WITH_TIMEOUT(reader.value(u"SELECT COUNT(*) FROM push"_s).toInt(), 0, 60'000);
    }

private:
    void open(qint64 keep = Keep)
    {
        m_retention = std::make_unique<Retention>(*m_connection, *m_applier, m_time->clocks());
        m_retention->setKeepTimes({keep, 0});
    }
    void settle()
    {
        m_time->pass(HourMs);
        do
            m_retention->work(true);
        while (m_retention->isRunning());
    }
    /// Time goes by, and the program runs.
    void passDays(int days)
    {
        for (int hour = 0; hour < days * 24; ++hour)
            settle();
    }
    /// In a segment of their own.
    void store(int count, qint64 arrivedAt)
    {
        QList<Arrival> batch;
        for (int i = 0; i < count; ++i)
            batch.append(arrivalOf(TestCall(m_next++).outbound(), arrivedAt));
        m_applier->apply(batch);
    }
    void refuse(int count, qint64 arrivedAt)
    {
        QList<Arrival> batch;
        for (int i = 0; i < count; ++i)
            batch.append(arrivalOf("nonsense", arrivedAt));
        m_applier->apply(batch);
    }
    qint64 messages() { return m_connection->value(u"SELECT COALESCE(SUM(count), 0) FROM push"_s).toLongLong(); }
    qint64 refused() { return m_connection->value(u"SELECT COUNT(*) FROM rejected"_s).toLongLong(); }
    QList<AuditEntry> lines() { return loadAuditPage(*m_connection, 0, 100); }

    std::unique_ptr<FakeClocks> m_time;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<BatchApplier> m_applier;
    std::unique_ptr<Retention> m_retention;
    int m_next = 1;
};

QTEST_GUILESS_MAIN(TestStoreRetention)
#include "test_store_retention.moc"
