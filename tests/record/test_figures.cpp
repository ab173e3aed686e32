// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "record/figures/figures.h"

#include <QHash>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace callboard;
using namespace callboard::samples;
using namespace Qt::StringLiterals;

namespace {

using Cells = QHash<CellKey, CellSums>;

CallRecord randomCall(QRandomGenerator &random)
{
    constexpr qint64 Base = 1'600'000'000'000;
    CallRecord call;
    call.parts = CallParts::fromStored(1 + random.bounded(3));
    call.firstArrival = Base + random.bounded(3'600'000);
    call.fields.direction = random.bounded(3);
    call.fields.taskId = QString::number(random.bounded(3));
    call.fields.taskResult = QString::number(random.bounded(-1, 4));
    call.fields.timeHangup = random.bounded(5) == 0 ? 0 : Base + random.bounded(3'600'000);
    call.fields.timeRing = random.bounded(2) == 0 ? 0 : Base;
    call.fields.timeDial = random.bounded(2) == 0 ? 0 : Base - 5'000;
    call.fields.timeAnswer = random.bounded(2) == 0 ? 0 : Base + random.bounded(3'600'000);
    return call;
}

void add(Cells &cells, const CallRecord &call, qint64 bucketMs)
{
    cells[cellKeyOf(call, bucketMs)] += cellSumsOf(call);
}

void subtract(Cells &cells, const CallRecord &call, qint64 bucketMs)
{
    CellSums &cell = cells[cellKeyOf(call, bucketMs)];
    cell -= cellSumsOf(call);
    if (cell.isZero())
        cells.remove(cellKeyOf(call, bucketMs));
}

} // namespace

/// Cells and their sums.
class FiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cellOfTheExample();
    void cellOfAnInboundCall();
    void talkClasses_data();
    void talkClasses();
    void buckets_data();
    void buckets();
    void sumsAddAndSubtract();
    void keysDifferInEveryPart();
    void runningSumsEqualARecount();
};

void FiguresTest::cellOfTheExample()
{
    CallRecord call;
    mergeInto(call, accepted(exampleBody()), 1'527'737'785'000, 1);
    const CellKey expected{
        .bucket = 1'527'737'400'000, .taskId = u"0"_s, .result = u"0"_s, .outbound = true, .answered = true};
    QCOMPARE(cellKeyOf(call, QuarterMs), expected);
    QVERIFY(!expected.isAwaiting());
    const CellSums sums = cellSumsOf(call);
    QCOMPARE(sums.calls, 1);
    QCOMPARE(sums.seized, 1);
    QCOMPARE(sums.talkMs, 21'400);
    QCOMPARE(sums.answerDelayMs, 6'700);
    QCOMPARE(sums.delayCalls, 1);
    QCOMPARE(sums.talkClasses, (std::array<qint64, TalkClassCount>{0, 0, 0, 1}));
}

void FiguresTest::cellOfAnInboundCall()
{
    CallRecord call;
    mergeInto(call, accepted(bodyWith(R"("direction":1)")), 1'527'737'785'000, 1);
    const CellKey key = cellKeyOf(call, MinuteMs);
    QCOMPARE(key, (CellKey{.bucket = 1'527'737'760'000, .taskId = {}, .result = {}, .basicOnly = true}));
    QVERIFY(!key.isAwaiting());
    QCOMPARE(cellSumsOf(call), CellSums{.calls = 1});
}

void FiguresTest::talkClasses_data()
{
    QTest::addColumn<qint64>("talkMs");
    QTest::addColumn<int>("index");
    const qint64 bounds[] = {5'000, 10'000, 20'000, 30'000, 60'000, 120'000, 180'000, 300'000, 600'000};
    QTest::newRow("none") << qint64(0) << 0;
    for (int i = 0; i < 9; ++i) {
        QTest::addRow("just below %lld", bounds[i]) << bounds[i] - 1 << i;
        QTest::addRow("exactly %lld", bounds[i]) << bounds[i] << i + 1;
    }
    QTest::newRow("hours") << 5 * HourMs << 9;
}

void FiguresTest::talkClasses()
{
    QFETCH(qint64, talkMs);
    QFETCH(int, index);
    CallRecord call;
    call.firstArrival = 1'600'000'000'000;
    call.fields.timeHangup = call.firstArrival;
    call.fields.timeAnswer = call.firstArrival - talkMs;
    std::array<qint64, TalkClassCount> expected{};
    expected.at(static_cast<std::size_t>(index)) = 1;
    QCOMPARE(cellSumsOf(call).talkClasses, expected);
    QCOMPARE(cellSumsOf(call).talkMs, talkMs);
}

void FiguresTest::buckets_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("start");
    QTest::newRow("zero") << qint64(0) << QuarterMs << qint64(0);
    QTest::newRow("last ms") << QuarterMs - 1 << QuarterMs << qint64(0);
    QTest::newRow("exact") << QuarterMs << QuarterMs << QuarterMs;
    QTest::newRow("before the epoch") << qint64(-1) << QuarterMs << -QuarterMs;
    QTest::newRow("exact before the epoch") << -QuarterMs << QuarterMs << -QuarterMs;
    QTest::newRow("minute") << qint64(1'527'737'784'829) << MinuteMs << qint64(1'527'737'760'000);
    QTest::newRow("day") << qint64(1'527'737'784'829) << DayMs << qint64(1'527'724'800'000);
}

void FiguresTest::buckets()
{
    QFETCH(qint64, time);
    QFETCH(qint64, size);
    QTEST(bucketStart(time, size), "start");
}

void FiguresTest::sumsAddAndSubtract()
{
    const CellSums a{
        .calls = 2, .seized = 1, .talkMs = 300, .answerDelayMs = 40, .delayCalls = 2, .talkClasses = {1, 0, 1}};
    const CellSums b{
        .calls = 1, .seized = 1, .talkMs = 5, .answerDelayMs = 6, .delayCalls = 1, .talkClasses = {0, 0, 1}};
    CellSums sum = a;
    sum += b;
    const CellSums expected{
        .calls = 3, .seized = 2, .talkMs = 305, .answerDelayMs = 46, .delayCalls = 3, .talkClasses = {1, 0, 2}};
    QCOMPARE(sum, expected);
    sum -= b;
    QCOMPARE(sum, a);
    QVERIFY(!sum.isZero());
    sum -= a;
    QVERIFY(sum.isZero());
}

void FiguresTest::keysDifferInEveryPart()
{
    const CellKey base;
    const QList<CellKey> others{{.bucket = 1},       {.taskId = u"1"_s}, {.result = u"1"_s},
                                {.basicOnly = true}, {.outbound = true}, {.answered = true}};
    QSet<CellKey> keys{base};
    for (const CellKey &other : others) {
        QVERIFY(other != base);
        keys.insert(other);
    }
    QCOMPARE(keys.size(), 7);
    QVERIFY((CellKey{.basicOnly = true, .outbound = true}.isAwaiting()));
    QVERIFY((!CellKey{.basicOnly = false, .outbound = true}.isAwaiting()));
}

/// A changed call is minus its old image, plus its new one: after any history the sums are those of the calls there
/// are.
void FiguresTest::runningSumsEqualARecount()
{
    for (const qint64 bucketMs : {MinuteMs, QuarterMs, DayMs}) {
        QRandomGenerator random(7);
        QList<CallRecord> calls(50);
        Cells running;
        for (CallRecord &call : calls) {
            call = randomCall(random);
            add(running, call, bucketMs);
        }
        for (int change = 0; change < 2'000; ++change) {
            CallRecord &call = calls[random.bounded(static_cast<int>(calls.size()))];
            subtract(running, call, bucketMs);
            call = randomCall(random);
            add(running, call, bucketMs);
        }
        Cells recount;
        for (const CallRecord &call : std::as_const(calls))
            add(recount, call, bucketMs);
        QCOMPARE(running, recount);
    }
}

QTEST_APPLESS_MAIN(FiguresTest)
#include "test_figures.moc"
