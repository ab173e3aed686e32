// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/read/delivery_queries.h"
#include "store/read/queries.h"
#include "store/settings/settings_queries.h"

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
        migrateSchema(*m_connection);
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
        QCOMPARE(left.size(), 90);
        QCOMPARE(loadRejected(*m_connection, left.first().id).body, QByteArray("nonsense 100"));
        QCOMPARE(left.at(79).id, 22); // but for ten samples
        QCOMPARE(left.at(80).id, 10);
        const QList<AuditEntry> audit = loadAuditPage(*m_connection, 0, 10);
        QCOMPARE(audit.size(), 1);
        QCOMPARE(audit.constFirst().action, u"refused removed"_s);
        QCOMPARE(audit.constFirst().detail, u"11 (11 from 127.0.0.1)"_s);
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
        QCOMPARE(kept(), 18);
        QVERIFY(!ids().contains(11));
        QVERIFY(ids().contains(12));
    }

    /// The bounds hold for what an earlier program left, and after a restart.
    void countsAreOfTheStore()
    {
        refuse(50);
        open();
        m_applier->setRejectedBounds({30, 1'000'000});
        m_applier->apply({arrivalOf("one more")});
        QCOMPARE(kept(), 27);
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
            removed += entry.detail.section(u' ', 0, 0).toLongLong();
        QCOMPARE(removed + kept(), 60 * 37);
    }

    /// Whoever sends nonsense pushes out nothing but nonsense.
    void aFloodLeavesOthersAlone()
    {
        m_applier->setRejectedBounds({500, 1'000'000});
        refuse(100, u"10.0.0.1"_s);
        for (int batch = 0; batch < 40; ++batch)
            refuse(50, u"203.0.113.9"_s);
        QCOMPARE(keptOf(u"10.0.0.1"_s), 100);
        QVERIFY(kept() <= 500);
        QVERIFY(loadAuditPage(*m_connection, 0, 1).constFirst().detail.contains(u"from 203.0.113.9"_s));
    }

    /// Very many addresses have no more room than one who came late.
    void aFloodFromManyAddressesLeavesOthersAlone_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("one /64") << u"2001:db8:1:2::%1"_s;
        QTest::newRow("a /48") << u"2001:db8:1:%1::1"_s;
        QTest::newRow("a /32") << u"2001:db8:%1::1"_s;
    }

    void aFloodFromManyAddressesLeavesOthersAlone()
    {
        QFETCH(const QString, pattern);
        m_applier->setRejectedBounds({2'000, 10'000'000});
        refuse(30, u"10.0.0.1"_s);
        for (int i = 0; i < 5'000; i += 50) {
            QList<Arrival> batch;
            for (int k = i; k < i + 50; ++k)
                batch.append(from(pattern.arg(k, 0, 16)));
            m_applier->apply(batch);
            if (i == 2'500)
                refuse(20, u"10.0.0.2"_s); // an honest one that comes late
        }
        QCOMPARE(keptOf(u"10.0.0.1"_s), 30);
        QVERIFY(kept() <= 2'000);
        if (pattern.contains(u"::%1"_s))
            QCOMPARE(keptOf(u"10.0.0.2"_s), 20);
    }

    /// What is rare is not pushed out by what is frequent, also of one sender.
    void rareKindsKeepSamples()
    {
        m_applier->setRejectedBounds({100, 1'000'000});
        m_applier->apply({arrivalOf("{}"), arrivalOf("[]"), arrivalOf("{\"call_uuid\":\"1\",\"time_dial\":\"soon\"}")});
        for (int batch = 0; batch < 20; ++batch)
            refuse(50);
        QVERIFY(ids().contains(1) && ids().contains(2) && ids().contains(3));
    }

    void senders_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("sender");
        QTest::newRow("IPv4") << u"10.1.2.3"_s << u"10.1.2.3"_s;
        QTest::newRow("mapped") << u"::ffff:10.1.2.3"_s << u"10.1.2.3"_s;
        QTest::newRow("IPv6") << u"2001:db8:1:2:3:4:5:6"_s << u"2001:db8:1:2::/64"_s;
        QTest::newRow("with a zone") << u"fe80::1%eth0"_s << u"fe80::/64"_s;
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("nonsense") << u"somebody"_s << QString();
    }

    void senders()
    {
        QFETCH(const QString, address);
        QTEST(senderGroup(address), "sender");
    }

    /// What goes for its age is counted out of the bounds, too.
    void theOldestGoByTheirNumber()
    {
        m_applier->setRejectedBounds({10, 1'000'000});
        refuse(10);
        qint64 gone = 0;
        m_applier->tidyUp([&] { gone = m_applier->dropRefusedThrough(4); });
        QCOMPARE(gone, 4);
        refuse(4);
        QCOMPARE(kept(), 10);
        QVERIFY(loadAuditPage(*m_connection, 0, 10).isEmpty());
    }

private:
    void open()
    {
        m_applier = std::make_unique<BatchApplier>(*m_connection);
        m_applier->load();
    }
    static Arrival from(const QString &address, int number = 0)
    {
        Arrival arrival = arrivalOf("nonsense " + QByteArray::number(number));
        arrival.remote = address;
        return arrival;
    }
    void refuse(int count, const QString &address = u"127.0.0.1"_s)
    {
        QList<Arrival> batch;
        for (int i = 0; i < count; ++i)
            batch.append(from(address, i));
        m_applier->apply(batch);
    }
    qint64 keptOf(const QString &address)
    {
        return number(u"SELECT COUNT(*) FROM rejected WHERE remote = '%1'"_s.arg(address));
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
