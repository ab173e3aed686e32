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

constexpr qint64 ConversationMs = 60'000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CampaignTables)
};

QString noAttempts()
{
    return Texts::tr("No outbound calls in this period. Choose a longer period above.");
}

struct Step
{
    QString name;
    qint64 calls;
};

QList<Step> stepsOf(const CampaignFigures &figures)
{
    const Tally &tally = figures.tally;
    return {{metricName(Metric::Attempts), tally.attempts},
            {Texts::tr("Rang"), tally.seizures},
            {metricName(Metric::Connected), tally.connected},
            {Texts::tr("Talk of 1 min or more"), metricRatio(Metric::ConversationRate, tally).numerator},
            {metricName(Metric::Success), tally.success}};
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
    const QList<Step> steps = stepsOf(figures);
    for (const Step &step : steps) {
        data.categories.append({step.name, {}, 0, context.format.share({step.calls, figures.tally.attempts})});
        series.values.append(static_cast<double>(step.calls));
    }
    data.series = {series};
    return data;
}

CallFilter callsOfFunnel(const CampaignFigures &figures, const QString &taskId, int step)
{
    CallFilter filter = callsOf(figures, taskId);
    filter.outbound = true;
    switch (step) {
    case 1:
        filter.onlySeized = true;
        break;
    case 3:
        filter.talkAtLeastMs = ConversationMs;
        [[fallthrough]];
    case 2:
        filter.answered = true;
        break;
    case 4:
        filter = withResults(filter, figures.rules.ruleOf(taskId).codes);
        break;
    default:
        break;
    }
    return filter;
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
