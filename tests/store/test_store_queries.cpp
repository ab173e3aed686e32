// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/number_search.h"
#include "store/read/call_lookup.h"
#include "store/read/call_order.h"
#include "store/read/contact_queries.h"
#include "store/read/delivery_queries.h"
#include "store/read/queries.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Arrived = Noon + 5 * HourMs;

/// The plain answer to a filter: what a person would do with the list in hand.
bool selects(const CallFilter &filter, const CallRecord &call)
{
    const CallFields &f = call.fields;
    const auto any = [](const QStringList &list, const QString &value) {
        return list.isEmpty() || list.contains(value);
    };
    const auto isOfKind = [&](const CallKind &kind) {
        return any(kind.taskIds, f.taskId) && !kind.excludedTaskIds.contains(f.taskId)
            && any(kind.results, f.taskResult) && !kind.excludedResults.contains(f.taskResult)
            && kind.answered.value_or(call.isAnswered()) == call.isAnswered();
    };
    const auto isChosen = [&](const CallChoice &choice) {
        return std::any_of(choice.anyOf.begin(), choice.anyOf.end(), isOfKind);
    };
    if (!std::all_of(filter.choices.begin(), filter.choices.end(), isChosen))
        return false;
    if (filter.excludedTaskIds.contains(f.taskId) || filter.excludedCallees.contains(f.callee))
        return false;
    if (filter.parts.value_or(call.parts) != call.parts)
        return false;
    if ((filter.onlySettled && call.isAwaiting()) || (filter.onlyContacts && call.contactId == 0))
        return false;
    return filter.range.contains(call.placedAt()) && any(filter.taskIds, f.taskId) && any(filter.results, f.taskResult)
        && !filter.excludedResults.contains(f.taskResult)
        && filter.answered.value_or(call.isAnswered()) == call.isAnswered()
        && filter.outbound.value_or(call.isOutbound()) == call.isOutbound()
        && (!filter.talkAtLeastMs || (call.isAnswered() && call.talkMs() >= *filter.talkAtLeastMs))
        && (!filter.talkBelowMs || (call.isAnswered() && call.talkMs() < *filter.talkBelowMs))
        && (filter.numberContains.isEmpty() || NumberSearch(filter.numberContains).findsNumber(f.callee)
            || NumberSearch(filter.numberContains).findsNumber(f.caller))
        && (filter.customerContains.isEmpty() || f.taskRowValue.join(u'\n').contains(filter.customerContains))
        && (!filter.onlyAwaiting || call.isAwaiting()) && (!filter.onlySeized || f.timeRing > 0)
        && (!filter.onlyAnomalies || call.anomalies());
}

CallKind kind(const QStringList &tasks, const QStringList &excludedTasks, const QStringList &results,
              std::optional<bool> answered = {})
{
    CallKind made;
    made.taskIds = tasks;
    made.excludedTaskIds = excludedTasks;
    made.results = results;
    made.answered = answered;
    return made;
}

QList<CallFilter> filters()
{
    QList<CallFilter> list(21);
    list[1].range = {Noon + HourMs, Noon + 2 * HourMs};
    list[2].taskIds = {u"1"_s, u"3"_s};
    list[3].results = {u"0"_s, u"20"_s};
    list[4].excludedResults = {u"0"_s};
    list[5].answered = true;
    list[6].outbound = false;
    list[7].talkAtLeastMs = 60'000;
    list[8].talkBelowMs = 30'000;
    list[9].numberContains = u"0017"_s;
    list[10].customerContains = u"武汉"_s;
    list[11].onlyAwaiting = true;
    list[12].onlySeized = true;
    list[12].taskIds = {QString()};
    list[13].onlyAnomalies = true;
    list[14].onlySettled = true;
    list[14].outbound = true;
    list[15].onlyContacts = true;
    list[15].answered = false;
    list[16].excludedTaskIds = {u"1"_s, QString()};
    list[17].choices = {
        {u"rule of each task"_s, {kind({u"1"_s}, {}, {u"20"_s, QString()}), kind({}, {u"1"_s}, {u"0"_s})}}};
    list[18].choices = {list[17].choices.constFirst(), {u"answered others"_s, {kind({}, {}, {}, true)}}};
    list[19].excludedCallees = {u"19900000017"_s};
    list[20].parts = Part::Basic;
    return list;
}

} // namespace

class TestStoreQueries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        BulkLoader loader(m_fixture.url());
        QList<TestCall> calls = someCalls(1'500, 7);
        for (int i = 0; i < calls.size(); ++i) {
            TestCall &call = calls[i];
            if (i % 11 == 0)
                call.set(u"direction"_s, 1);
            if (i % 97 == 0)
                call.set(u"task_row_value"_s, QJsonArray{u"100%_\"!"_s});
            loader.add(Arrived, call.basic());
            if (i % 11 != 0 && i % 13 != 5)
                loader.add(Arrived, call.outbound());
        }
        loader.add(Arrived, TestCall(77'777).outbound());
        loader.finish();
        m_connection = std::make_unique<Connection>(m_fixture.url(), Access::Read);
        m_all = loadCallPage(*m_connection, {}, {}, 100'000);
        QCOMPARE(m_all.size(), 1'501);
    }

    void cleanupTestCase() { m_connection.reset(); }

    void filtersSelectExactly_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < filters().size(); ++i)
            QTest::addRow("filter %d", i) << i;
    }

    void filtersSelectExactly()
    {
        QFETCH(const int, number);
        const CallFilter filter = filters().at(number);
        QList<qint64> expected;
        for (const CallRecord &call : std::as_const(m_all)) {
            if (selects(filter, call))
                expected.append(call.id);
        }
        QList<qint64> found;
        for (const CallRecord &call : loadCallPage(*m_connection, filter, {}, 100'000))
            found.append(call.id);
        QCOMPARE(found, expected);
        QCOMPARE(countCalls(*m_connection, filter), expected.size());
        QVERIFY(number == 12 || !expected.isEmpty());
    }

    void aChoiceOfNothingSelectsNothing()
    {
        CallFilter filter;
        filter.choices = {{u"no code has this meaning"_s, {}}};
        QCOMPARE(countCalls(*m_connection, filter), 0);
        filter.choices = {{u"every call is of this kind"_s, {CallKind{}}}};
        QCOMPARE(countCalls(*m_connection, filter), m_all.size());
    }

    void wildcardsInTextAreText()
    {
        CallFilter filter;
        filter.customerContains = u"%_\"!"_s;
        QCOMPARE(countCalls(*m_connection, filter), 13); // every 97th call that has an outbound part
    }

    void coveredDigitsFindNothing()
    {
        const auto count = [this](auto member, const QString &text) {
            CallFilter filter;
            filter.*member = text;
            return countCalls(*m_connection, filter);
        };
        const QString number = m_all.constFirst().fields.callee;
        const QString middle = number.mid(2, 5); // with one digit that can be seen
        for (const auto member : {&CallFilter::numberContains, &CallFilter::callee}) {
            QCOMPARE(count(member, middle), 0);
            QVERIFY(count(member, number.left(3) + u'-' + number.mid(3, 4) + u' ' + number.right(4)) > 0);
            QVERIFY(count(member, u"+86"_s + number) > 0);
        }
    }

    void otherOrders_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("isAscending");
        for (const CallSortKey key : {CallSortKey::Time, CallSortKey::Talk, CallSortKey::Wait}) {
            for (const bool isAscending : {true, false})
                QTest::addRow("%d %d", static_cast<int>(key), isAscending) << static_cast<int>(key) << isAscending;
        }
    }

    void otherOrders()
    {
        QFETCH(const int, key);
        QFETCH(const bool, isAscending);
        const auto valueOf = [key](const CallRecord &call) -> std::optional<qint64> {
            const CallFields &f = call.fields;
            if (key == static_cast<int>(CallSortKey::Time))
                return call.placedAt();
            if (!call.isAnswered())
                return std::nullopt;
            if (key == static_cast<int>(CallSortKey::Talk))
                return call.talkMs();
            return f.timeDial > 0 ? std::optional(f.timeAnswer - f.timeDial) : std::nullopt;
        };
        QList<CallRecord> expected = m_all; // newest first
        std::stable_sort(expected.begin(), expected.end(), [&](const CallRecord &a, const CallRecord &b) {
            const auto first = valueOf(a), second = valueOf(b);
            if (!first || !second)
                return first.has_value() && !second;
            return isAscending ? *first < *second : *first > *second;
        });
        QList<qint64> ids;
        for (const CallRecord &call : std::as_const(expected))
            ids.append(call.id);
        QCOMPARE(orderedCallIds(*m_connection, {}, {static_cast<CallSortKey>(key), isAscending}), ids);
        CallFilter some;
        some.results = {u"0"_s};
        QCOMPARE(orderedCallIds(*m_connection, some, {static_cast<CallSortKey>(key), isAscending}).size(),
                 countCalls(*m_connection, some));
    }

    void pagesByKeyGiveTheWholeList()
    {
        QList<qint64> ids;
        CallKey after;
        for (;;) {
            const QList<CallRecord> page = loadCallPage(*m_connection, {}, after, 64);
            if (page.isEmpty())
                break;
            for (const CallRecord &call : page)
                ids.append(call.id);
            after = keyOf(page.last());
        }
        QList<qint64> expected;
        for (const CallRecord &call : std::as_const(m_all))
            expected.append(call.id);
        QCOMPARE(ids, expected);
    }

    void indexReachesAnyRow()
    {
        CallFilter filter;
        filter.taskIds = {u"2"_s};
        const CallIndex index = buildCallIndex(*m_connection, filter, 50);
        const QList<CallRecord> list = loadCallPage(*m_connection, filter, {}, 100'000);
        QCOMPARE(index.count, list.size());
        for (qsizetype i = 0; i < index.anchors.size() && i * 50 < list.size(); ++i) {
            const QList<CallRecord> page = loadCallPage(*m_connection, filter, index.anchors.at(i), 1, index.newestId);
            QCOMPARE(page.value(0).id, list.at(i * 50).id);
        }
    }

    void cellsAgreeWithCalls_data()
    {
        QTest::addColumn<TimeRange>("range");
        QTest::addColumn<qint64>("bucketMs");
        QTest::newRow("all, quarters") << TimeRange{} << QuarterMs;
        QTest::newRow("all, days") << TimeRange{} << DayMs;
        QTest::newRow("minutes") << TimeRange{Noon, Noon + HourMs} << MinuteMs;
        QTest::newRow("unaligned") << TimeRange{Noon + 12'345, Noon + 2 * HourMs + 777} << QuarterMs;
        QTest::newRow("inside a quarter") << TimeRange{Noon + 12'345, Noon + 200'000} << QuarterMs;
        QTest::newRow("nothing") << TimeRange{5, 5} << QuarterMs;
    }

    void cellsAgreeWithCalls()
    {
        QFETCH(const TimeRange, range);
        QFETCH(const qint64, bucketMs);
        CellMap expected;
        for (const CallRecord &call : std::as_const(m_all)) {
            if (range.contains(call.placedAt()))
                expected[cellKeyOf(call, bucketMs)] += cellSumsOf(call);
        }
        const CellSnapshot snapshot = loadCells(*m_connection, range, bucketMs, {});
        QCOMPARE(snapshot.cells.size(), expected.size());
        QVERIFY(snapshot.cells == expected);
    }

    void completenessCountsEveryCallOnce()
    {
        Completeness expected;
        for (const CallRecord &call : std::as_const(m_all)) {
            (!call.isOutbound()                ? expected.inbound
                 : call.parts.isBasicOnly()    ? expected.basicOnly
                 : call.parts.isOutboundOnly() ? expected.outboundOnly
                                               : expected.both) += 1;
        }
        const Completeness found = loadCompleteness(*m_connection, TimeRange{}, {});
        QCOMPARE(found.both, expected.both);
        QCOMPARE(found.basicOnly, expected.basicOnly);
        QCOMPARE(found.outboundOnly, expected.outboundOnly);
        QCOMPARE(found.inbound, expected.inbound);
        QVERIFY(found.both > 0 && found.basicOnly > 0 && found.outboundOnly > 0 && found.inbound > 0);
        const Totals totals = loadTotals(*m_connection, {}, {});
        QCOMPARE(totals.both, expected.both);
        QCOMPARE(totals.outboundOnly, expected.outboundOnly);
        QCOMPARE(totals.basicOnly, expected.basicOnly + expected.inbound);
    }

    void contactsAreCountedOnce()
    {
        QSet<QPair<QString, QString>> attempted;
        QSet<QPair<QString, QString>> reached;
        for (const CallRecord &call : std::as_const(m_all)) {
            if (contactKey(call).isEmpty() || call.fields.taskId != "1"_L1)
                continue;
            attempted.insert({call.fields.taskId, contactKey(call)});
            if (call.isAnswered())
                reached.insert({call.fields.taskId, contactKey(call)});
        }
        const ContactCount count = countContacts(*m_connection, {}, {u"1"_s}).value(u"1"_s);
        QCOMPARE(count.attempted, attempted.size());
        QCOMPARE(count.connected, reached.size());
    }

    void triedContactsAreCountedOverAllTime()
    {
        QHash<QString, QSet<qint64>> expected;
        for (const CallRecord &call : std::as_const(m_all)) {
            if (call.contactId != 0)
                expected[call.fields.taskId].insert(call.contactId);
        }
        const QHash<QString, ContactCount> tried = countTriedContacts(*m_connection, {});
        QCOMPARE(tried.size(), expected.size());
        for (auto it = expected.cbegin(); it != expected.cend(); ++it)
            QCOMPARE(tried.value(it.key()), (ContactCount{it->size(), 0, true}));
        QCOMPARE(countTriedContacts(*m_connection, {u"1"_s}),
                 (QHash<QString, ContactCount>{{u"1"_s, tried.value(u"1"_s)}}));
    }

    void contactsReachedStandInTheirMinute()
    {
        const TimeRange range{Noon, Noon + 30 * MinuteMs};
        QList<QSet<qint64>> expected(30);
        for (const CallRecord &call : std::as_const(m_all)) {
            if (range.contains(call.placedAt()) && call.isAnswered() && call.contactId != 0)
                expected[(call.placedAt() - range.from) / MinuteMs].insert(call.contactId);
        }
        const QList<qint64> found = contactsReachedByMinute(*m_connection, range, {});
        QCOMPARE(found.size(), 30);
        for (qsizetype i = 0; i < found.size(); ++i)
            QCOMPARE(found.at(i), expected.at(i).size());
        QVERIFY(std::any_of(found.begin(), found.end(), [](qint64 n) { return n > 0; }));
    }

    void callsAreFoundByTheirRows()
    {
        const QList<qint64> ids{m_all.at(3).id, m_all.at(700).id, -5};
        QCOMPARE(loadCalls(*m_connection, ids).size(), 2);
        for (const CallRecord &call : loadCalls(*m_connection, ids))
            QVERIFY(call == m_all.at(3) || call == m_all.at(700));
        QVERIFY(loadCalls(*m_connection, {}).isEmpty());
    }

    void lagsAreOfTheNewestCalls()
    {
        CallFilter filter;
        filter.taskIds = {u"1"_s};
        QList<qint64> delivery, pairing;
        for (const CallRecord &call : loadCallPage(*m_connection, filter, {}, 50)) {
            delivery.append(call.firstArrival - call.fields.timeHangup);
            if (call.pairedAt > 0)
                pairing.append(call.pairedAt - call.firstArrival);
        }
        const DeliveryLags lags = loadDeliveryLags(*m_connection, filter, 50);
        QCOMPARE(lags.delivery.count, 50);
        QCOMPARE(lags.delivery.half, spreadOf(delivery).half);
        QCOMPARE(lags.pairing.count, pairing.size());
    }

    void spreadsNameTheirShares()
    {
        QList<qint64> hundred;
        for (qint64 i = 100; i > 0; --i)
            hundred.append(i);
        const Spread spread = spreadOf(hundred);
        QCOMPARE(spread.count, 100);
        QCOMPARE(spread.half, 50);
        QCOMPARE(spread.most95, 95);
        QCOMPARE(spread.most99, 99);
        QCOMPARE(spreadOf({7}).most99, 7);
        QCOMPARE(spreadOf({}).count, 0);
    }

    void latestMessagesComeNewestFirst()
    {
        const QList<NumberedMessage> latest = loadLatestMessages(*m_connection, 25);
        QCOMPARE(latest.size(), 25);
        for (qsizetype i = 1; i < latest.size(); ++i)
            QCOMPARE(latest.at(i).number, latest.at(i - 1).number - 1);
        QVERIFY(latest.constFirst().entry.body.contains("call_uuid"));
    }

    void triesOfAContactAreFound()
    {
        for (const CallRecord &call : std::as_const(m_all)) {
            if (call.contactId == 0)
                continue;
            QSet<qint64> expected;
            for (const CallRecord &other : std::as_const(m_all)) {
                if (other.fields.taskId == call.fields.taskId && contactKey(other) == contactKey(call))
                    expected.insert(other.id);
            }
            QSet<qint64> found;
            for (const CallRecord &other : loadTries(*m_connection, call))
                found.insert(other.id);
            QCOMPARE(found, expected);
            if (expected.size() > 2)
                return;
        }
        QFAIL("no contact with three tries in the data");
    }

    void listsUseTheIndexAlone()
    {
        // Counting a usual filter must not read the table: that is what keeps a million calls quick.
        QSqlQuery &query = m_connection->prepared(
            u"EXPLAIN QUERY PLAN SELECT COUNT(*) FROM call WHERE placed_at >= 1 AND task_id IN ('1') AND task_result = '0'"_s);
        m_connection->run(query);
        QVERIFY(m_connection->next(query));
        QVERIFY2(query.value(3).toString().contains(u"COVERING INDEX call_list"_s),
                 qPrintable(query.value(3).toString()));
    }

private:
    StoreFixture m_fixture;
    std::unique_ptr<Connection> m_connection;
    QList<CallRecord> m_all;
};

QTEST_GUILESS_MAIN(TestStoreQueries)
#include "test_store_queries.moc"
