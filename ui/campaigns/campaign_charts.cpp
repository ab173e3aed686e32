// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/format.h"
#include "ui/campaigns/campaign_tables.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_tiles.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard::CampaignTables {

using namespace Qt::StringLiterals;
using namespace CampaignCells;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CampaignTables)
};

QString noAttempts()
{
    return Texts::tr("No outbound calls in this period. Choose a longer period above.");
}

QList<ResultSplit> byFrequency(QList<ResultSplit> results)
{
    std::stable_sort(results.begin(), results.end(), [](const ResultSplit &a, const ResultSplit &b) {
        return a.answered + a.unanswered > b.answered + b.unanswered;
    });
    return results;
}

} // namespace

ChartData funnel(const CampaignFigures &figures, const CampaignContext &context)
{
    ChartData data;
    data.shape = ChartShape::Rows;
    data.categoryTitle = Texts::tr("Step");
    data.emptyReason = noAttempts();
    ChartSeries series{Texts::tr("Calls"), context.theme.ink(ColorRole::Accent), {}};
    for (const Metric step : metricsAt(&MetricPlaces::funnel)) {
        const qint64 calls = metricRatio(step, figures.tally).numerator;
        data.categories.append({metricName(step), {}, 0, context.format.share({calls, figures.tally.attempts})});
        series.values.append(static_cast<double>(calls));
    }
    data.series = {series};
    return data;
}

CallFilter callsOfFunnel(const CampaignFigures &figures, const QString &taskId, int step)
{
    return callsOfMetric(metricsAt(&MetricPlaces::funnel).value(step), callsOf(figures, taskId), figures.rules);
}

ChartData results(const CampaignFigures &figures, const CampaignContext &context)
{
    ChartData data;
    data.shape = ChartShape::Rows;
    data.categoryTitle = Texts::tr("Result");
    data.emptyReason = noAttempts();
    const QList<ResultSplit> sorted = byFrequency(figures.results);
    for (std::size_t i = 0; i < OutcomeClassCount; ++i) {
        const auto outcome = static_cast<OutcomeClass>(i);
        data.series.append(
            {outcomeClassWord(outcome), context.theme.outcome(outcome), QList<double>(sorted.size(), 0)});
    }
    data.series.append(
        {metricName(Metric::Awaiting), context.theme.ink(ColorRole::Awaiting), QList<double>(sorted.size(), 0)});
    for (qsizetype row = 0; row < sorted.size(); ++row) {
        const ResultSplit &split = sorted.at(row);
        const Ratio share{split.answered + split.unanswered, figures.tally.attempts};
        data.categories.append({codeTitle(split.result, context), {}, 0, context.format.share(share)});
        for (const bool answered : {true, false}) {
            const qsizetype series = split.result.isEmpty()
                ? OutcomeClassCount
                : static_cast<qsizetype>(context.codeClass(split.result, answered));
            data.series[series].values[row] += static_cast<double>(answered ? split.answered : split.unanswered);
        }
    }
    return data;
}

CallFilter callsOfResults(const CampaignFigures &figures, const QString &taskId, int first, int last)
{
    CallFilter filter = callsOf(figures, taskId);
    filter.outbound = true;
    const QList<ResultSplit> sorted = byFrequency(figures.results);
    for (int i = first; i <= last && i < sorted.size(); ++i)
        filter.results.append(sorted.at(i).result);
    return filter;
}

ChartData yieldChart(const RetryFigures &retries, const CampaignContext &context)
{
    ChartData data;
    data.unit = ChartUnit::Share;
    data.categoryTitle = Texts::tr("Try");
    data.emptyReason = yields(retries, {}, context).emptyReason;
    ChartSeries series{Texts::tr("Yield"), context.theme.outcome(OutcomeClass::Connected), {}};
    const QString place = Texts::tr("Try %1: %2 of %3 contacts");
    for (const TryYield &yield : retries.yields) {
        const QString number = context.format.count(yield.tries + 1);
        data.categories.append(
            {number,
             place.arg(number, context.format.count(yield.firstConnected), context.format.count(yield.contacts)),
             0,
             {}});
        series.values.append(Ratio{yield.firstConnected, yield.contacts}.value().value_or(0));
    }
    data.series = {series};
    return data;
}

CallFilter callsOfYield(const RetryFigures &retries, const CallFilter &calls, int place)
{
    CallFilter filter = calls;
    filter.drill.tries = retries.yields.value(place).tries;
    filter.drill.pick = ContactPick::FirstConnect;
    return filter;
}

} // namespace callboard::CampaignTables
