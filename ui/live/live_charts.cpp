// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_charts.h"

#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_tiles.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int AwaitingSeries = OutcomeClassCount;
constexpr int InboundSeries = OutcomeClassCount + 1;
constexpr double Gap = std::numeric_limits<double>::quiet_NaN();

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LiveCharts)
};

QString noCalls()
{
    return Texts::tr("No calls in this period. Calls appear after hang-up, when the platform pushes them.");
}

int rankOf(const QTime &time)
{
    const int minute = time.hour() * 60 + time.minute();
    int rank = 0;
    for (int stride : {5, 15, 30, 60, 180, 360, 720, 1440}) {
        if (minute % stride == 0)
            ++rank;
    }
    return rank;
}

ChartCategory timeCategory(const TimeSlice &slice, bool manyDays, const Format &format)
{
    const qint64 from = slice.figures.from;
    const QTime time = QDateTime::fromMSecsSinceEpoch(from, format.zone()).time();
    const bool isDay = slice.to - from > HourMs;
    const bool showsDate = isDay || (manyDays && time.hour() == 0 && time.minute() == 0);
    const QString words =
        isDay ? format.dateTime(from).left(10) : format.dateTime(from).left(16) + u"–"_s + format.shortTime(slice.to);
    return {showsDate ? format.shortDate(from) : format.shortTime(from), words, isDay ? 0 : rankOf(time), {}};
}

QList<ChartCategory> timeCategories(const LiveSnapshot &snapshot, const Format &format)
{
    QList<ChartCategory> categories;
    if (snapshot.slices.isEmpty())
        return categories;
    const bool manyDays = snapshot.slices.constLast().to - snapshot.slices.constFirst().figures.from > DayMs;
    for (const TimeSlice &slice : snapshot.slices)
        categories.append(timeCategory(slice, manyDays, format));
    return categories;
}

QList<double> valuesOf(const LiveSnapshot &snapshot, const std::function<double(const BucketFigures &)> &value)
{
    QList<double> values;
    values.reserve(snapshot.slices.size());
    for (const TimeSlice &slice : snapshot.slices)
        values.append(value(slice.figures));
    return values;
}

ChartSeries classSeries(OutcomeClass outcomeClass, const Theme &theme, QList<double> values)
{
    return {outcomeClassWord(outcomeClass), theme.outcome(outcomeClass), std::move(values)};
}

QList<ResultFigures> mergedByCode(const QList<ResultFigures> &results)
{
    QList<ResultFigures> merged;
    for (const ResultFigures &result : results) {
        const auto same = std::find_if(merged.begin(), merged.end(),
                                       [&](const ResultFigures &m) { return m.result == result.result; });
        if (same == merged.end())
            merged.append(result);
        else
            same->tally += result.tally;
    }
    std::stable_sort(merged.begin(), merged.end(), [](const ResultFigures &a, const ResultFigures &b) {
        return a.tally.attempts > b.tally.attempts;
    });
    return merged;
}

QString resultLabel(const QString &code, const ResultMeanings &meanings, bool chinese)
{
    if (code.isEmpty())
        return Texts::tr("No result");
    const QString word = meanings.word(code, {}, chinese);
    return word == code ? code : code + u' ' + word;
}

QString talkLabel(std::size_t talkClass)
{
    const auto bound = [](qint64 ms) {
        return ms < MinuteMs ? QString::number(ms / 1000) : QString::number(ms / MinuteMs);
    };
    if (talkClass == 0)
        return Texts::tr("< %1 s").arg(bound(TalkBounds[0]));
    if (talkClass == TalkBounds.size())
        return Texts::tr("≥ %1 min").arg(bound(TalkBounds.back()));
    const qint64 from = TalkBounds[talkClass - 1], to = TalkBounds[talkClass];
    if (to <= MinuteMs)
        return Texts::tr("%1–%2 s").arg(from / 1000).arg(to / 1000);
    return Texts::tr("%1–%2 min").arg(bound(from), bound(to));
}

CallFilter inSlices(const LiveSnapshot &snapshot, int first, int last)
{
    CallFilter filter = snapshot.allCalls();
    if (first >= 0 && last < snapshot.slices.size()) {
        filter.range.from = std::max(filter.range.from, snapshot.slices[first].figures.from);
        filter.range.to = snapshot.slices[last].to;
    }
    return filter;
}

/// Only calls that have an outcome have a class.
void restrictToClass(CallFilter &filter, const LiveSnapshot &snapshot, int series)
{
    filter.onlySettled = true;
    filter.choices.append(choiceOfClass(static_cast<OutcomeClass>(series), snapshot.rules.meanings()));
}

double rate(const Ratio &ratio)
{
    return ratio.denominator < FewestForTrend ? Gap : ratio.value().value_or(Gap);
}

ChartData callsOverTime(const LiveSnapshot &snapshot, const Theme &theme, const Format &format)
{
    ChartData data;
    data.categoryTitle = Texts::tr("Time");
    data.emptyReason = noCalls();
    data.categories = timeCategories(snapshot, format);
    for (std::size_t i = 0; i < OutcomeClassCount; ++i) {
        data.series.append(
            classSeries(static_cast<OutcomeClass>(i), theme,
                        valuesOf(snapshot, [i](const BucketFigures &b) { return static_cast<double>(b.byClass[i]); })));
    }
    data.series.append({metricName(Metric::Awaiting), theme.ink(ColorRole::Awaiting),
                        valuesOf(snapshot, [](const BucketFigures &b) { return static_cast<double>(b.awaiting); })});
    data.series.append({Texts::tr("Inbound"), theme.ink(ColorRole::Inbound),
                        valuesOf(snapshot, [](const BucketFigures &b) { return static_cast<double>(b.inbound); })});
    return data;
}

ChartData outcomesByResult(const LiveSnapshot &snapshot, const Theme &theme, const Format &format)
{
    ChartData data;
    data.shape = ChartShape::Rows;
    data.categoryTitle = Texts::tr("Result");
    data.emptyReason = Texts::tr("No outbound call in this period has an outcome yet.");
    const QList<ResultFigures> merged = mergedByCode(snapshot.results);
    qint64 all = 0;
    for (const ResultFigures &result : merged)
        all += result.tally.attempts;
    for (std::size_t i = 0; i < OutcomeClassCount; ++i)
        data.series.append(classSeries(static_cast<OutcomeClass>(i), theme, QList<double>(merged.size(), 0)));
    for (qsizetype row = 0; row < merged.size(); ++row) {
        data.categories.append({resultLabel(merged[row].result, snapshot.rules.meanings(), format.isChinese()),
                                {},
                                0,
                                format.share({merged[row].tally.attempts, all})});
        for (const ResultFigures &part : snapshot.results) {
            if (part.result == merged[row].result)
                data.series[static_cast<int>(snapshot.rules.meanings().classOf(part.result, part.answered))]
                    .values[row] += static_cast<double>(part.tally.attempts);
        }
    }
    return data;
}

ChartData talkTimes(const LiveSnapshot &snapshot, const Theme &theme, const Format &)
{
    ChartData data;
    data.categoryTitle = metricName(Metric::TalkTime);
    data.emptyReason = Texts::tr("No connected call in this period.");
    ChartSeries series{metricName(Metric::Connected), theme.outcome(OutcomeClass::Connected), {}};
    for (std::size_t i = 0; i < TalkClassCount; ++i) {
        data.categories.append({talkLabel(i), {}, 0, {}});
        series.values.append(static_cast<double>(snapshot.total.talkClasses[i]));
    }
    data.series.append(series);
    return data;
}

ChartData ratesOverTime(const LiveSnapshot &snapshot, const Theme &theme, const Format &format)
{
    ChartData data;
    data.shape = ChartShape::Lines;
    data.unit = ChartUnit::Share;
    data.categoryTitle = Texts::tr("Time");
    data.emptyReason = Texts::tr("Too few outbound calls in this period for a rate over time.");
    data.categories = timeCategories(snapshot, format);
    data.series.append(
        {metricName(Metric::ConnectRate), theme.outcome(OutcomeClass::Connected),
         valuesOf(snapshot, [](const BucketFigures &b) { return rate(metricRatio(Metric::ConnectRate, b.tally)); })});
    data.series.append(
        {metricName(Metric::SuccessRate), theme.ink(ColorRole::Accent),
         valuesOf(snapshot, [](const BucketFigures &b) { return rate(metricRatio(Metric::SuccessRate, b.tally)); })});
    return data;
}

CallFilter callsOfSlices(const LiveSnapshot &snapshot, int first, int last, int series)
{
    CallFilter filter = inSlices(snapshot, first, last);
    if (series == AwaitingSeries) {
        filter.onlyAwaiting = true;
    } else if (series == InboundSeries) {
        filter.outbound = false;
    } else if (series >= 0) {
        filter.outbound = true;
        restrictToClass(filter, snapshot, series);
    }
    return filter;
}

CallFilter callsOfRates(const LiveSnapshot &snapshot, int first, int last, int series)
{
    constexpr Metric Rates[] = {Metric::ConnectRate, Metric::SuccessRate};
    const CallFilter slices = inSlices(snapshot, first, last);
    const bool isRate = series >= 0 && series < static_cast<int>(std::size(Rates));
    return callsOfMetric(isRate ? Rates[series] : Metric::Attempts, slices, snapshot.rules);
}

CallFilter callsOfResults(const LiveSnapshot &snapshot, int first, int last, int series)
{
    CallFilter filter = snapshot.allCalls();
    filter.outbound = true;
    filter.onlySettled = true;
    const QList<ResultFigures> merged = mergedByCode(snapshot.results);
    for (int i = first; i <= last && i < merged.size(); ++i)
        filter.results.append(merged[i].result);
    if (series >= 0)
        restrictToClass(filter, snapshot, series);
    return filter;
}

CallFilter callsOfTalkTime(const LiveSnapshot &snapshot, int talkClass, int, int)
{
    CallFilter filter = snapshot.allCalls();
    filter.outbound = true;
    filter.answered = true;
    const auto i = static_cast<std::size_t>(talkClass);
    if (i > 0)
        filter.talkAtLeastMs = TalkBounds[i - 1];
    if (i < TalkBounds.size())
        filter.talkBelowMs = TalkBounds[i];
    return filter;
}

constexpr LiveChart Charts[] = {
    {"timeChart"_L1, QT_TRANSLATE_NOOP("LiveCharts", "Calls over time"), "hours"_L1, true, true, 320, callsOverTime,
     callsOfSlices},
    {"resultChart"_L1, QT_TRANSLATE_NOOP("LiveCharts", "Outcomes by result"), "results"_L1, false, false, 300,
     outcomesByResult, callsOfResults},
    {"rateChart"_L1, QT_TRANSLATE_NOOP("LiveCharts", "Connect and success rate"), "hours"_L1, false, true, 180,
     ratesOverTime, callsOfRates},
    {"talkChart"_L1,
     QT_TRANSLATE_NOOP("LiveCharts", "Talk time of connected calls"),
     {},
     false,
     false,
     160,
     talkTimes,
     callsOfTalkTime},
};

} // namespace

std::span<const LiveChart> liveCharts()
{
    return Charts;
}

} // namespace callboard
