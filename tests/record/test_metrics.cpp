// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/metrics.h"

#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

CellKey key(const QString &result, bool answered, quint8 parts = 3, bool outbound = true)
{
    return CellKey{
        .taskId = u"t"_s, .result = result, .basicOnly = parts == 1, .outbound = outbound, .answered = answered};
}

/// A morning of one campaign, small enough to count by hand: 100 outbound calls and 10 inbound ones.
Tally morning()
{
    Tally sum;
    const auto add = [&](const CellKey &cell, const CellSums &sums) { sum += tallyOf(cell, sums); };
    add(key(u"0"_s, true),
        {.calls = 20,
         .seized = 20,
         .talkMs = 1'200'000,
         .answerDelayMs = 160'000,
         .delayCalls = 20,
         .talkClasses = {2, 0, 0, 0, 8, 10}});
    add(key(u"15"_s, true),
        {.calls = 8, .seized = 8, .talkMs = 24'000, .answerDelayMs = 40'000, .delayCalls = 8, .talkClasses = {8}});
    add(key(u"19"_s, true),
        {.calls = 4,
         .seized = 4,
         .talkMs = 800'000,
         .answerDelayMs = 20'000,
         .delayCalls = 4,
         .talkClasses = {0, 0, 0, 0, 0, 0, 0, 4}});
    add(key(u"20"_s, false), {.calls = 30, .seized = 28});
    add(key(u"5"_s, false), {.calls = 9});
    add(key(u"2"_s, true),
        {.calls = 1,
         .seized = 1,
         .talkMs = 60'000,
         .answerDelayMs = 5'000,
         .delayCalls = 1,
         .talkClasses = {0, 0, 0, 0, 0, 1}});
    add(key(u"6"_s, false), {.calls = 8});
    add(key(u"26"_s, false), {.calls = 3});
    add(key(u"27"_s, false), {.calls = 1});
    add(key(u"28"_s, false), {.calls = 2});
    add(key(u"-1"_s, false), {.calls = 4});
    add(key({}, false, 1), {.calls = 6, .seized = 5});
    add(key({}, true, 1), {.calls = 4, .seized = 4, .talkMs = 16'000, .talkClasses = {4}});
    add(key({}, true, 1, false), {.calls = 10, .seized = 10, .talkMs = 500'000, .talkClasses = {0, 0, 0, 0, 10}});
    return sum;
}

} // namespace

/// Every figure of METRICS that is made from calls, against numbers counted by hand.
class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tallyOfTheMorning();
    void figures_data();
    void figures();
    void nothingHasNoValue_data();
    void nothingHasNoValue();
    void ratioOfSumsNotMeanOfRatios();
    void successBounds();
    void outcomeInTheBasicPartIsStillAwaited();
    void successRules();
    void shortWindows();
    void tableFollowsTheEnumeration();
};

void MetricsTest::tallyOfTheMorning()
{
    Tally expected{.calls = 110,
                   .attempts = 100,
                   .seizures = 70,
                   .connected = 37,
                   .answered = 47,
                   .success = 20,
                   .awaiting = 10,
                   .lineFaults = 6,
                   .timeouts = 4,
                   .reachedNetwork = 39,
                   .transfers = 4,
                   .talkMs = 2'100'000,
                   .answerDelayMs = 225'000,
                   .delayCalls = 33};
    expected.talkClasses = {14, 0, 0, 0, 8, 11, 0, 4};
    QCOMPARE(morning(), expected);
}

void MetricsTest::figures_data()
{
    QTest::addColumn<Metric>("metric");
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<double>("value");
    const auto row = [](const char *name, Metric metric, qint64 numerator, qint64 denominator, double value) {
        QTest::newRow(name) << metric << numerator << denominator << value;
    };
    row("attempts", Metric::Attempts, 100, 1, 100);
    row("seizures", Metric::Seizures, 70, 1, 70);
    row("connected", Metric::Connected, 37, 1, 37);
    row("connect rate", Metric::ConnectRate, 37, 100, 0.37);
    row("connect rate without line blocks", Metric::ConnectRateNoLine, 37, 94, 0.3936170212765957);
    row("network effectiveness", Metric::Ner, 76, 100, 0.76);
    row("success", Metric::Success, 20, 1, 20);
    row("success rate", Metric::SuccessRate, 20, 90, 0.2222222222222222);
    row("awaiting", Metric::Awaiting, 10, 1, 10);
    row("talk time", Metric::TalkTime, 2'100'000, 1, 2'100'000);
    row("average talk", Metric::Acd, 2'100'000, 37, 56'756.756756756756);
    row("time to answer", Metric::TimeToAnswer, 225'000, 33, 6'818.181818181818);
    row("short calls", Metric::ShortCallRate, 14, 37, 0.3783783783783784);
    row("conversations", Metric::ConversationRate, 15, 37, 0.4054054054054054);
    row("line failures", Metric::LineFailureRate, 6, 100, 0.06);
    row("transfers", Metric::TransferRate, 4, 37, 0.1081081081081081);
    row("calls per minute", Metric::CallsPerMinute, 110, 55, 2);
}

void MetricsTest::figures()
{
    QFETCH(Metric, metric);
    QFETCH(double, value);
    const Ratio ratio = metricRatio(metric, morning(), 55);
    QTEST(ratio.numerator, "numerator");
    QTEST(ratio.denominator, "denominator");
    QCOMPARE(ratio.value().value(), value);
}

void MetricsTest::nothingHasNoValue_data()
{
    QTest::addColumn<Metric>("metric");
    for (const MetricInfo &info : metricTable()) {
        if (info.unit != MetricUnit::Count && info.metric != Metric::TalkTime)
            QTest::newRow(info.name) << info.metric;
    }
    QTest::newRow("not made from calls") << Metric::ContactsReached;
}

void MetricsTest::nothingHasNoValue()
{
    QFETCH(Metric, metric);
    QCOMPARE(metricRatio(metric, Tally{}).value(), std::nullopt);
    QCOMPARE(metricRatio(metric, Tally{}).denominator, 0);
}

/// 1 of 1 and 0 of 9 is one in ten, not one in two.
void MetricsTest::ratioOfSumsNotMeanOfRatios()
{
    Tally sum = tallyOf(key(u"0"_s, true), {.calls = 1});
    sum += tallyOf(key(u"20"_s, false), {.calls = 9});
    QCOMPARE(metricRatio(Metric::ConnectRate, sum).value(), std::optional(0.1));
}

void MetricsTest::successBounds()
{
    const BoundedRatio rate = successRate(morning());
    QCOMPARE(rate.awaiting, 10);
    QCOMPARE(rate.known.value(), std::optional(20.0 / 90));
    QCOMPARE(rate.low.value(), std::optional(0.2));
    QCOMPARE(rate.high.value(), std::optional(0.3));
    QCOMPARE(successRate(Tally{}).known.value(), std::nullopt);
    const BoundedRatio onlyAwaiting = successRate(tallyOf(key({}, false, 1), {.calls = 4}));
    QCOMPARE(onlyAwaiting.known.value(), std::nullopt);
    QCOMPARE(onlyAwaiting.low.value(), std::optional(0.0));
    QCOMPARE(onlyAwaiting.high.value(), std::optional(1.0));
}

/// A basic part may carry a result; its call is awaited all the same, and the bounds stay bounds.
void MetricsTest::outcomeInTheBasicPartIsStillAwaited()
{
    Tally sum = tallyOf(key(u"0"_s, true, 1), {.calls = 3});
    sum += tallyOf(key(u"0"_s, true), {.calls = 1});
    sum += tallyOf(key(u"20"_s, false), {.calls = 1});
    const BoundedRatio rate = successRate(sum);
    QCOMPARE(rate.known.value(), std::optional(0.5));
    QCOMPARE(rate.low.value(), std::optional(0.2));
    QCOMPARE(rate.high.value(), std::optional(0.8));
    QCOMPARE(metricRatio(Metric::Success, sum).numerator, 4);
}

void MetricsTest::successRules()
{
    const SuccessRule wide{{u"0"_s, u"18"_s}};
    QCOMPARE(tallyOf(key(u"18"_s, true), {.calls = 5}).success, 0);
    QCOMPARE(tallyOf(key(u"18"_s, true), {.calls = 5}, wide).success, 5);
    QCOMPARE(tallyOf(key(u"0"_s, false), {.calls = 5}).success, 5);
    QCOMPARE(tallyOf(key(u"0"_s, true, 1, false), {.calls = 5}).success, 0);
}

void MetricsTest::shortWindows()
{
    const Tally ten{.calls = 10};
    QCOMPARE(metricRatio(Metric::CallsPerMinute, ten, 2.5).value(), std::optional(4.0));
    QCOMPARE(metricRatio(Metric::CallsPerMinute, ten, 0.5).value(), std::optional(20.0));
    QCOMPARE(metricRatio(Metric::CallsPerMinute, ten, 0).value(), std::nullopt);
    QCOMPARE(metricRatio(Metric::CallsPerMinute, ten, -1).value(), std::nullopt);
}

void MetricsTest::tableFollowsTheEnumeration()
{
    int position = 0;
    QSet<QString> names;
    for (const MetricInfo &info : metricTable()) {
        QCOMPARE(static_cast<int>(info.metric), position++);
        QCOMPARE(metricInfo(info.metric).metric, info.metric);
        QCOMPARE(metricName(info.metric), QString::fromLatin1(info.name));
        QVERIFY(metricDefinition(info.metric).endsWith(u'.'));
        names.insert(metricName(info.metric));
    }
    QCOMPARE(position, static_cast<int>(Metric::ContactsReached) + 1);
    QCOMPARE(names.size(), position);
}

QTEST_APPLESS_MAIN(MetricsTest)
#include "test_metrics.moc"
