// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/batch_applier.h"
#include "store/delivery_queries.h"
#include "store/queries.h"
#include "store/schema.h"
#include "store/settings_queries.h"

#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// Refused messages stay within bounds, whoever sends them, and nothing goes without a word.
class TestStoreRejected : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_fixture = std::make_unique<StoreFixture>();
        m_connection = std::make_unique<Connection>(m_fixture->url(), Access::Write);
        migrateSchema(*m_connection, m_fixture->url());
        open();
    }
    void cleanup()
    {
        m_applier.reset();
        m_connection.reset();
        m_fixture.reset();
    }

    void withinBoundsNothingGoes()
    {
        m_applier->setRejectedBounds({100, 1'000'000});
        refuse(100);
        QCOMPARE(kept(), 100);
        QVERIFY(loadAuditPage(*m_connection, 0, 10).isEmpty());
    }

    void oldestGoBeyondTheirNumber()
    {
        m_applier->setRejectedBounds({100, 1'000'000});
        refuse(101);
        const QList<RejectedMessage> left = loadRejectedPage(*m_connection, 0, 1'000);
        QCOMPARE(left.size(), 89);
        QCOMPARE(loadRejected(*m_connection, left.first().id).body, QByteArray("nonsense 100"));
        QCOMPARE(loadRejected(*m_connection, left.last().id).body, QByteArray("nonsense 12"));
        const QList<AuditEntry> audit = loadAuditPage(*m_connection, 0, 10);
        QCOMPARE(audit.size(), 1);
        QCOMPARE(audit.constFirst().action, u"refused removed"_s);
        QCOMPARE(audit.constFirst().detail, u"12"_s);
        QCOMPARE(loadTotals(*m_connection, {}, {}).rejected, 101); // what came is still counted
    }

    void oldestGoBeyondTheirBytes()
    {
        m_applier->setRejectedBounds({1'000'000, 50'000});
        for (int round = 0; round < 40; ++round)
            m_applier->apply({arrivalOf(QByteArray(5'000, char('a' + round % 26)))});
        QVERIFY(bytes() <= 50'000);
        QVERIFY(kept() >= 5);
    }

    /// Not even a single message that is larger than all that may be kept stops the store.
    void bytesSmallerThanOneMessage()
    {
        m_applier->setRejectedBounds({10, 9});
        refuse(3);
        QCOMPARE(kept(), 0);
        m_applier->apply({arrivalOf(TestCall(1).outbound())});
        QCOMPARE(loadTotals(*m_connection, {}, {}).calls, 1);
    }

    void acceptedOnesGoFirst()
    {
        refuse(20);
        markReplayed(*m_connection, 15);
        markReplayed(*m_connection, 16);
        m_applier->setRejectedBounds({20, 1'000'000});
        m_applier->apply({arrivalOf("one more")});
        QVERIFY(!ids().contains(15) && !ids().contains(16));
        QCOMPARE(kept(), 17);
        QVERIFY(!ids().contains(2));
        QVERIFY(ids().contains(3));
    }

    /// The bounds hold for what an earlier program left, and after a restart.
    void countsAreOfTheStore()
    {
        refuse(50);
        open();
        m_applier->setRejectedBounds({30, 1'000'000});
        m_applier->apply({arrivalOf("one more")});
        QCOMPARE(kept(), 26);
    }

    void floodStaysBounded()
    {
        m_applier->setRejectedBounds({200, 1'000'000});
        qint64 most = 0;
        for (int batch = 0; batch < 60; ++batch) {
            refuse(37);
            most = std::max(most, kept());
        }
        QVERIFY(most <= 200);
        qint64 removed = 0;
        for (const AuditEntry &entry : loadAuditPage(*m_connection, 0, 1'000))
            removed += entry.detail.toLongLong();
        QCOMPARE(removed + kept(), 60 * 37);
    }

    void oldOnesGoWithTheJournal()
    {
        m_applier->apply({arrivalOf("old", Noon), arrivalOf("new", Noon + 10), arrivalOf(TestCall(1).basic(), Noon)});
        m_applier->dropMessagesBefore(Noon + 5);
        QCOMPARE(kept(), 1);
        QCOMPARE(loadRejected(*m_connection, ids().constFirst()).body, QByteArray("new"));
        QCOMPARE(number(u"SELECT COUNT(*) FROM push"_s), 0);
    }

private:
    void open()
    {
        m_applier = std::make_unique<BatchApplier>(*m_connection);
        m_applier->load();
    }
    void refuse(int count)
    {
        QList<Arrival> batch;
        for (int i = 0; i < count; ++i)
            batch.append(arrivalOf("nonsense " + QByteArray::number(i)));
        m_applier->apply(batch);
    }
    qint64 number(const QString &statement) { return m_connection->value(statement).toLongLong(); }
    qint64 kept() { return number(u"SELECT COUNT(*) FROM rejected"_s); }
    qint64 bytes() { return number(u"SELECT COALESCE(SUM(LENGTH(body)), 0) FROM rejected"_s); }
    QList<qint64> ids()
    {
        QList<qint64> all;
        for (const RejectedMessage &message : loadRejectedPage(*m_connection, 0, 10'000))
            all.append(message.id);
        return all;
    }

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<BatchApplier> m_applier;
};

QTEST_GUILESS_MAIN(TestStoreRejected)
#include "test_store_rejected.moc"
