// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/connection.h"
#include "store/database/snapshot.h"
#include "store/read/call_stream.h"
#include "store/read/queries.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 3'000; ///< more than the stream reads ahead

QList<CallRecord> streamed(Connection &connection, const CallFilter &filter)
{
    CallStream stream(connection, filter);
    QList<CallRecord> calls;
    while (const CallRecord *call = stream.next())
        calls.append(*call);
    return calls;
}

} // namespace

class TestStoreCallStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }
    void theSameAsPages();
    void whatIsTakenMayBeChanged();
    void leftBeforeItsEnd();
    void stoppedFromOutside();
    void othersColumnsWithEveryCall();

private:
    StoreFixture m_fixture;
    std::unique_ptr<Connection> m_connection;
};

void TestStoreCallStream::initTestCase()
{
    BulkLoader loader(m_fixture.url());
    QList<TestCall> calls = someCalls(Calls, 11);
    for (int i = 0; i < calls.size(); ++i) {
        TestCall &call = calls[i];
        if (i % 7 == 0)
            call.set(u"unknown"_s, u"值"_s);
        if (i % 5 == 0)
            call.set(u"task_row_value"_s, QJsonArray{u"100%_\"!"_s, QString(QChar(QChar::ByteOrderMark)) + u'x'});
        if (i % 3 == 0)
            call.set(u"task_row_head"_s, QJsonArray{u"column %1"_s.arg(i), u"b"_s});
        loader.add(Noon + HourMs, call.basic());
        if (i % 13 != 5)
            loader.add(Noon + HourMs, call.outbound());
    }
    loader.finish();
    m_connection = std::make_unique<Connection>(m_fixture.url(), Access::Read);
}

void TestStoreCallStream::theSameAsPages()
{
    CallFilter some, none;
    some.results = {u"0"_s, u"20"_s};
    none.uuid = u"no such call"_s;
    for (const CallFilter &filter : {CallFilter(), some, none}) {
        const Snapshot snapshot(*m_connection);
        const QList<CallRecord> pages = loadCallPage(*m_connection, filter, {}, 10 * Calls);
        QCOMPARE(streamed(*m_connection, filter), pages);
        QCOMPARE(pages.size(), countCalls(*m_connection, filter));
    }
}

void TestStoreCallStream::whatIsTakenMayBeChanged()
{
    const Snapshot snapshot(*m_connection);
    const QList<CallRecord> pages = loadCallPage(*m_connection, {}, {}, 10 * Calls);
    CallStream stream(*m_connection, {});
    for (const CallRecord &expected : pages) {
        CallRecord *call = stream.next();
        QVERIFY(call);
        QCOMPARE(*call, expected);
        for (QString *text : {&call->fields.taskId, &call->fields.caller, &call->fields.taskResultDesc})
            text->fill(u'*');
        call->fields.taskRowHead.fill(u"*"_s);
    }
    QVERIFY(!stream.next());
}

void TestStoreCallStream::leftBeforeItsEnd()
{
    const Snapshot snapshot(*m_connection);
    const QList<CallRecord> pages = loadCallPage(*m_connection, {}, {}, 10 * Calls);
    for (const int taken : {0, 1, 300, Calls - 1}) {
        {
            CallStream stream(*m_connection, {});
            for (int i = 0; i < taken; ++i)
                QCOMPARE(*stream.next(), pages.at(i));
        }
        QCOMPARE(countCalls(*m_connection, {}), pages.size());
        QCOMPARE(streamed(*m_connection, {}), pages);
    }
}

void TestStoreCallStream::stoppedFromOutside()
{
    {
        const Snapshot snapshot(*m_connection);
        CallStream stream(*m_connection, {});
        QVERIFY(stream.next());
        m_connection->interrupt();
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, while (stream.next()){});
    }
    m_connection->resume();
    QCOMPARE(streamed(*m_connection, {}).size(), Calls);
}

void TestStoreCallStream::othersColumnsWithEveryCall()
{
    const Snapshot snapshot(*m_connection);
    QSet<QString> columns;
    for (const CallRecord &call : streamed(*m_connection, {}))
        columns.insert(call.fields.taskRowHead.value(0));
    QVERIFY(columns.size() > Calls / 4);
}

QTEST_GUILESS_MAIN(TestStoreCallStream)
#include "test_store_call_stream.moc"
