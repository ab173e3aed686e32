// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/figure_table.h"

#include "record/figures/figure_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace callboard {

namespace {

template <class Predicate>
const MetricInfo *findRow(Predicate predicate)
{
    for (const std::span<const MetricInfo> rows : {callFigures(), contactFigures()}) {
        const auto row = std::find_if(rows.begin(), rows.end(), predicate);
        if (row != rows.end())
            return &*row;
    }
    return nullptr;
}

bool isCrossed(double value, double limit, bool highIsBad)
{
    return highIsBad ? value > limit : value < limit;
}

} // namespace

std::optional<Metric> Metric::fromWord(QStringView word)
{
    const QString underlined = word.toString().replace(u'-', u'_');
    const MetricInfo *row = findRow([&](const MetricInfo &info) {
        return underlined == info.word || (!info.oldWord.isEmpty() && word == info.oldWord);
    });
    return row ? std::optional(Metric(row->word)) : std::nullopt;
}

const MetricInfo &Metric::info() const
{
    const MetricInfo *row = findRow([this](const MetricInfo &info) { return info.word == m_word; });
    Q_ASSERT(row);
    return *row;
}

QList<Metric> allMetrics()
{
    QList<Metric> metrics;
    for (const std::span<const MetricInfo> rows : {callFigures(), contactFigures()}) {
        for (const MetricInfo &info : rows)
            metrics.append(Metric(info.word));
    }
    return metrics;
}

QList<Metric> metricsAt(quint8 MetricPlaces::*place)
{
    std::multimap<quint8, Metric> placed; // by place; those of one place in the order of the table
    for (const std::span<const MetricInfo> rows : {callFigures(), contactFigures()}) {
        for (const MetricInfo &info : rows) {
            if (const quint8 at = info.places.*place; at > 0)
                placed.emplace(at, Metric(info.word));
        }
    }
    QList<Metric> metrics;
    for (const auto &[at, metric] : placed)
        metrics.append(metric);
    return metrics;
}

QString metricName(Metric metric)
{
    return QCoreApplication::translate("Metric", metric.info().name);
}

QString metricDefinition(Metric metric)
{
    return QCoreApplication::translate("Metric", metric.info().definition);
}

bool isMetricKnown(Metric metric, const GroupFigures &group)
{
    const auto isKnown = metric.info().isKnown;
    return !isKnown || isKnown(group);
}

Ratio metricRatio(Metric metric, const GroupFigures &group)
{
    const MetricInfo &info = metric.info();
    if (!isMetricKnown(metric, group))
        return {};
    return {info.numerator(group), info.denominator ? info.denominator(group) : 1};
}

Ratio metricRatio(Metric metric, const Tally &tally, double minutes)
{
    return metricRatio(metric, GroupFigures{.tally = tally, .minutes = minutes});
}

Ratio metricShare(Metric metric, const GroupFigures &group)
{
    const Ratio ratio = metricRatio(metric, group);
    const auto whole = metric.info().whole;
    return whole ? Ratio{ratio.numerator, whole(group)} : ratio;
}

CallFilter callsOfMetric(Metric metric, const CallFilter &base, const FigureRules &rules)
{
    CallFilter filter = base;
    if (const MetricCalls counted = metric.info().counted)
        counted(filter, rules);
    return filter;
}

std::optional<CallFilter> denominatorCalls(Metric metric, const CallFilter &base, const FigureRules &rules)
{
    const MetricCalls outOf = metric.info().outOf;
    if (!outOf)
        return std::nullopt;
    CallFilter filter = base;
    outOf(filter, rules);
    return filter;
}

MetricState metricState(Metric metric, const GroupFigures &group)
{
    return metricState(metric, metricShare(metric, group));
}

MetricState metricState(Metric metric, const Ratio &share)
{
    const std::optional<MetricThresholds> &thresholds = metric.info().thresholds;
    if (!thresholds || share.denominator < FewestToJudge)
        return MetricState::Fine;
    const double value = *share.value();
    if (isCrossed(value, thresholds->bad, thresholds->highIsBad))
        return MetricState::Bad;
    return isCrossed(value, thresholds->warning, thresholds->highIsBad) ? MetricState::Warning : MetricState::Fine;
}

} // namespace callboard
