// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_calls.h"
#include "ui/calls/call_row_cache.h"

#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestCallRowCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void unknownRowsAreWantedOnce();
    void latestWantedFirstAndOldOnesForgotten();
    void leastRecentlyUsedGoes();
    void beyondTheEndIsNothing();
    void resetForgets();
    void replaceChangesOneCall();
};

void TestCallRowCache::unknownRowsAreWantedOnce()
{
    CallRowCache cache(10, 3);
    cache.reset(100);
    QVERIFY(!cache.find(25));
    QVERIFY(!cache.find(27));
    QCOMPARE(cache.takeMissing(5), QList<qint64>{2});
    QVERIFY(!cache.find(25));
    QVERIFY2(!cache.hasMissing(), "it is asked for already");
    cache.giveUp(2);
    QVERIFY(!cache.find(25));
    QCOMPARE(cache.takeMissing(5), QList<qint64>{2});
    cache.put(2, madeCalls(10, 50'000));
    QCOMPARE(cache.find(20)->id, 10);
    QCOMPARE(cache.find(29)->id, 1);
    QVERIFY(!cache.hasMissing());
}

void TestCallRowCache::latestWantedFirstAndOldOnesForgotten()
{
    CallRowCache cache(10, 3);
    cache.reset(1000);
    for (const qint64 row : {5, 15, 25, 35, 15})
        QVERIFY(!cache.find(row));
    QCOMPARE(cache.takeMissing(2), QList<qint64>({1, 3}));
    QVERIFY2(!cache.hasMissing(), "what was scrolled past is not asked for");
}

void TestCallRowCache::leastRecentlyUsedGoes()
{
    CallRowCache cache(10, 2);
    cache.reset(100);
    cache.put(0, madeCalls(10, 50'000));
    cache.put(1, madeCalls(10, 40'000));
    QVERIFY(cache.find(0));
    cache.put(2, madeCalls(10, 30'000));
    QCOMPARE(cache.heldPages(), 2);
    QVERIFY(cache.peek(0));
    QVERIFY(!cache.peek(10));
    QVERIFY(cache.peek(20));
}

void TestCallRowCache::beyondTheEndIsNothing()
{
    CallRowCache cache(10, 2);
    cache.reset(15);
    cache.put(1, madeCalls(10, 50'000));
    QVERIFY(cache.peek(14));
    QVERIFY(!cache.peek(15));
    QVERIFY(!cache.peek(-1));
    cache.put(2, madeCalls(10, 50'000));
    QCOMPARE(cache.heldPages(), 1);
    QVERIFY(!cache.find(20));
    QVERIFY(!cache.hasMissing());
}

void TestCallRowCache::resetForgets()
{
    CallRowCache cache(10, 2);
    cache.reset(15);
    cache.put(0, madeCalls(10, 50'000));
    cache.reset(15);
    QCOMPARE(cache.heldPages(), 0);
    QVERIFY(!cache.peek(0));
}

void TestCallRowCache::replaceChangesOneCall()
{
    CallRowCache cache(10, 2);
    cache.reset(15);
    cache.put(0, madeCalls(10, 50'000));
    CallRecord call = *cache.peek(3);
    call.fields.taskResult = u"0"_s;
    cache.replace(3, call);
    cache.replace(12, call);
    QCOMPARE(cache.peek(3)->fields.taskResult, u"0"_s);
    QCOMPARE(cache.peek(4)->fields.taskResult, u"20"_s);
    QVERIFY(!cache.peek(12));
}

QTEST_GUILESS_MAIN(TestCallRowCache)
#include "test_call_row_cache.moc"
