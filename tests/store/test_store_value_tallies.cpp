// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/value_tallies.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

struct Call
{
    QString value;
    QByteArray task, result;
    bool basicOnly = false, answered = false, seized = false;
    qint64 talkMs = 0;
};

/// Calls of which a few values have many, and some thousand others one or two each.
QList<Call> someCalls(int manyValues)
{
    QRandomGenerator random(5);
    QList<Call> calls;
    for (int i = 0; i < 3 * manyValues; ++i) {
        Call call;
        call.value =
            random.bounded(4) == 0 ? u"常 %1"_s.arg(random.bounded(50)) : u"v%1"_s.arg(random.bounded(manyValues));
        call.task = QByteArray::number(random.bounded(3));
        call.result = random.bounded(2) == 0 ? "0" : "20";
        call.basicOnly = random.bounded(10) == 0;
        call.answered = random.bounded(3) == 0;
        call.seized = random.bounded(2) == 0;
        call.talkMs = call.answered ? random.bounded(60'000) : 0;
        calls.append(call);
    }
    return calls;
}

Pivot tallied(const QList<Call> &calls, const FigureRules &rules, int most, int *passes)
{
    ValueTallies tallies(rules, most);
    do {
        ++*passes;
        for (const Call &call : calls)
            tallies.take(call.value.toUtf8(),
                         {call.task, call.result, call.basicOnly, call.answered, call.seized, call.talkMs});
    } while (tallies.wantsAnotherPass());
    return tallies.result();
}

/// All values, as a person would count them.
QList<ValueTally> plain(const QList<Call> &calls, const FigureRules &rules)
{
    QMap<QString, Tally> byValue;
    for (const Call &call : calls) {
        CellKey key{.taskId = QString::fromUtf8(call.task), .result = QString::fromUtf8(call.result)};
        key.outbound = true;
        key.basicOnly = call.basicOnly;
        key.answered = call.answered;
        CellSums sums;
        sums.calls = 1;
        sums.seized = call.seized ? 1 : 0;
        sums.talkMs = call.talkMs;
        byValue[call.value] += tallyOf(key, sums, rules);
    }
    QList<ValueTally> all;
    for (auto it = byValue.cbegin(); it != byValue.cend(); ++it)
        all.append({it.key(), it.value()});
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.tally.attempts > b.tally.attempts; });
    return all;
}

} // namespace

class TestStoreValueTallies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstOnesAreExact_data();
    void theFirstOnesAreExact();
};

void TestStoreValueTallies::theFirstOnesAreExact_data()
{
    QTest::addColumn<int>("values");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("passes");
    QTest::newRow("few values, all shown") << 20 << 1'000 << 1;
    QTest::newRow("few values, some shown") << 20 << 7 << 1;
    QTest::newRow("many values") << 20'000 << 50 << 2;
    QTest::newRow("many values, the last ones among equals") << 20'000 << 100 << 2;
    QTest::newRow("many values, one shown") << 20'000 << 1 << 2;
    QTest::newRow("many values, all shown") << 20'000 << 1'000'000 << 1;
}

void TestStoreValueTallies::theFirstOnesAreExact()
{
    QFETCH(const int, values);
    QFETCH(const int, most);
    QFETCH(const int, passes);
    const FigureRules rules;
    const QList<Call> calls = someCalls(values);
    int done = 0;
    const Pivot pivot = tallied(calls, rules, most, &done);
    QCOMPARE(done, passes);
    const QList<ValueTally> expected = plain(calls, rules);
    QCOMPARE(pivot.top.size() + pivot.otherValues, expected.size());
    QCOMPARE(pivot.top.size(), std::min<qsizetype>(most, expected.size()));
    for (qsizetype i = 0; i < pivot.top.size(); ++i) {
        QCOMPARE(pivot.top.at(i).value, expected.at(i).value);
        QCOMPARE(pivot.top.at(i).tally, expected.at(i).tally);
    }
    Tally others;
    for (qsizetype i = pivot.top.size(); i < expected.size(); ++i)
        others += expected.at(i).tally;
    QCOMPARE(pivot.others, others);
}

QTEST_GUILESS_MAIN(TestStoreValueTallies)
#include "test_store_value_tallies.moc"
