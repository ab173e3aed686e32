// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/call_record.h"
#include "record/figures/figures.h"
#include "store/read/filter_sql.h"
#include "store/table/call_sql.h"
#include "store_fixture.h"

#include <QTest>
#include <QVariant>

#include <memory>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// What is asked of a call's parts is answered the same by the call, by SQL over `call`, and by SQL over `rollup`.
class TestStoreCallSql : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_connection = std::make_unique<Connection>(m_fixture.url(), Access::Write);
        m_connection->execute(u"CREATE TABLE call (parts BIGINT, direction BIGINT)"_s);
        m_connection->execute(u"CREATE TABLE rollup (basic_only BIGINT, outbound BIGINT)"_s);
    }

    void everyTestIsTheCallsOwn_data()
    {
        QTest::addColumn<CallRecord>("call");
        for (const CallParts parts : {CallParts(Part::Basic), CallParts(Part::Outbound), CallParts::both()}) {
            for (const int direction : {0, 1, 2}) {
                CallRecord call;
                call.parts = parts;
                call.fields.direction = direction;
                QTest::addRow("parts %d, direction %d", parts.stored(), direction) << call;
            }
        }
    }

    void everyTestIsTheCallsOwn()
    {
        QFETCH(const CallRecord, call);
        m_connection->execute(u"DELETE FROM call"_s);
        m_connection->execute(
            u"INSERT INTO call VALUES (%1, %2)"_s.arg(call.parts.stored()).arg(call.fields.direction));
        QCOMPARE(holds(u"call"_s, CallSql::hasOutbound()), call.parts.hasOutbound());
        QCOMPARE(holds(u"call"_s, CallSql::isOutbound()), call.isOutbound());
        QCOMPARE(holds(u"call"_s, CallSql::isInbound()), !call.isOutbound());
        QCOMPARE(holds(u"call"_s, CallSql::isAwaiting()), call.isAwaiting());
        QCOMPARE(holds(u"call"_s, CallSql::isSettled()), !call.isAwaiting());
        for (const CallParts parts : {CallParts(Part::Basic), CallParts(Part::Outbound), CallParts::both()})
            QCOMPARE(holds(u"call"_s, CallSql::hasExactly(parts)), call.parts == parts);
        const CellKey key = cellKeyOf(call, QuarterMs);
        m_connection->execute(u"DELETE FROM rollup"_s);
        m_connection->execute(u"INSERT INTO rollup VALUES (%1, %2)"_s.arg(int(key.basicOnly)).arg(int(key.outbound)));
        QCOMPARE(holds(u"rollup"_s, CallSql::isAwaitingRollup()), call.isAwaiting());
    }

    /// Stored numbers: they never change.
    void numbersStay()
    {
        QCOMPARE(CallParts(Part::Basic).stored(), 1);
        QCOMPARE(CallParts(Part::Outbound).stored(), 2);
        QCOMPARE(CallParts::both().stored(), 3);
        QVERIFY(CallParts().isEmpty());
        for (int stored = 0; stored <= 3; ++stored)
            QCOMPARE(CallParts::fromStored(stored).stored(), stored);
    }

private:
    bool holds(const QString &table, const QString &condition)
    {
        return m_connection->value(u"SELECT COUNT(*) FROM %1 WHERE %2"_s.arg(table, condition)).toInt() == 1;
    }

    StoreFixture m_fixture;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestStoreCallSql)
#include "test_store_call_sql.moc"
