// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/figure_table.h"

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
    void rowsAreWhole();
    void oldWordsAreRead();
    void placesAreInOrder();
    void contactsThatAreNotKnown();
    void thresholds();
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
    row("network effectiveness", Metric("ner"_L1), 76, 100, 0.76);
    row("success", Metric::Success, 20, 1, 20);
    row("success rate", Metric::SuccessRate, 20, 90, 0.2222222222222222);
    row("awaiting", Metric::Awaiting, 10, 1, 10);
    row("talk time", Metric::TalkTime, 2'100'000, 1, 2'100'000);
    row("average talk", Metric::Acd, 2'100'000, 37, 56'756.756756756756);
    row("time to answer", Metric::TimeToAnswer, 225'000, 33, 6'818.181818181818);
    row("short calls", Metric::ShortCallRate, 14, 37, 0.3783783783783784);
    row("conversations", Metric::ConversationRate, 15, 37, 0.4054054054054054);
    row("line failures", Metric::LineFailureRate, 6, 100, 0.06);
    row("transfers", Metric("transfer_rate"_L1), 4, 37, 0.1081081081081081);
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
    for (const Metric metric : allMetrics()) {
        if (metric.info().denominator)
            QTest::newRow(metric.info().name) << metric;
    }
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

void MetricsTest::rowsAreWhole()
{
    QSet<QString> words, names;
    for (const Metric metric : allMetrics()) {
        const MetricInfo &info = metric.info();
        QCOMPARE(Metric::fromWord(QString(info.word)), metric);
        QVERIFY(QRegularExpression(u"^[a-z]+(_[a-z]+)*$"_s).match(info.word).hasMatch());
        QCOMPARE(metricName(metric), QString::fromLatin1(info.name));
        QVERIFY(metricDefinition(metric).endsWith(u'.'));
        QVERIFY(info.numerator);
        QVERIFY(info.denominator || info.unit == MetricUnit::Count || info.unit == MetricUnit::Milliseconds);
        QVERIFY2(!info.outOf || info.denominator || info.whole, info.name);
        QVERIFY2(info.places.alert == 0 || (info.counted && !info.isKnown), info.name); // judged from a tally
        words.insert(info.word);
        names.insert(metricName(metric));
    }
    QCOMPARE(words.size(), allMetrics().size());
    QCOMPARE(names.size(), allMetrics().size());
}

/// Alert rules of earlier versions have words with hyphens, and two that were others.
void MetricsTest::oldWordsAreRead()
{
    QCOMPARE(Metric::fromWord(u"line-failure-rate"), Metric::LineFailureRate);
    QCOMPARE(Metric::fromWord(u"connect-rate-no-line"), Metric::ConnectRateNoLine);
    QCOMPARE(Metric::fromWord(u"acd"), Metric::Acd);
    QCOMPARE(Metric::fromWord(u"no-such-figure"), std::nullopt);
    QCOMPARE(Metric::fromWord(u""), std::nullopt);
}

void MetricsTest::placesAreInOrder()
{
    const QList<Metric> tiles = metricsAt(&MetricPlaces::tile);
    QCOMPARE(tiles.first(4), (QList<Metric>{Metric::Attempts, Metric::ConnectRate, Metric::SuccessRate, Metric::Acd}));
    QCOMPARE(tiles.at(7), Metric::ContactsReached);
    const QList<Metric> summary = metricsAt(&MetricPlaces::summary);
    QCOMPARE(summary.last().word(), "answered_talk_time"_L1);
    QVERIFY(!summary.contains(Metric::CallsPerMinute));
}

void MetricsTest::contactsThatAreNotKnown()
{
    GroupFigures group{.contacts = {{.attempted = 40, .connected = 10}}};
    QCOMPARE(metricRatio(Metric::ContactsReached, group).value(), std::optional(0.25));
    group.contacts.isWhole = false;
    QVERIFY(!isMetricKnown(Metric::ContactsReached, group));
    QCOMPARE(metricRatio(Metric::ContactsReached, group).denominator, 0);
    QVERIFY(isMetricKnown(Metric::Attempts, group));
}

void MetricsTest::thresholds()
{
    using State = MetricState;
    QCOMPARE(metricState(Metric::ConnectRate, Ratio{1, 49}), State::Fine); // too few to judge
    QCOMPARE(metricState(Metric::ConnectRate, Ratio{9, 100}), State::Bad);
    QCOMPARE(metricState(Metric::ConnectRate, Ratio{19, 100}), State::Warning);
    QCOMPARE(metricState(Metric::LineFailureRate, Ratio{16, 100}), State::Bad);
    QCOMPARE(metricState(Metric::LineFailureRate, Ratio{1, 100}), State::Fine);
    QCOMPARE(metricState(Metric::SuccessRate, Ratio{0, 100}), State::Bad);
    QCOMPARE(metricState(Metric::SuccessRate, Ratio{2, 100}), State::Warning);
    QCOMPARE(metricState(Metric::TimeToAnswer, Ratio{25'000 * 60, 60}), State::Warning);
    QCOMPARE(metricState(Metric::TimeToAnswer, Ratio{11'000 * 60, 60}), State::Fine);
    QCOMPARE(metricState(Metric::ShortCallRate, Ratio{60, 100}), State::Bad);
    GroupFigures group{.tally = {.calls = 100, .attempts = 100}};
    for (const auto &[awaiting, state] : {std::pair{9, State::Fine}, {11, State::Warning}, {31, State::Bad}}) {
        group.tally.awaiting = awaiting; // as a share of the attempts, not as a number
        QCOMPARE(metricState(Metric::Awaiting, group), state);
    }
}

QTEST_APPLESS_MAIN(MetricsTest)
#include "test_metrics.moc"
