// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/metric_text.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Metric)
};

} // namespace

QString metricText(Metric metric, const GroupFigures &group, const Format &format)
{
    const Ratio ratio = metricRatio(metric, group);
    if (metric.info().unit == MetricUnit::Count && isMetricKnown(metric, group))
        return format.count(ratio.numerator);
    return format.metric(metric, ratio);
}

QString boundsText(const BoundedRatio &rate, const Format &format)
{
    if (!rate.low.value() || format.share(rate.low) == format.share(rate.high))
        return {};
    return format.locale().toString(*rate.low.value() * 100, 'f', 1) + u'–' + format.share(rate.high);
}

QString metricBounds(Metric metric, const GroupFigures &group, const Format &format)
{
    if (!metric.info().bounds)
        return {};
    const BoundedRatio bounds = metric.info().bounds(group.tally);
    return bounds.awaiting == 0 ? QString() : boundsText(bounds, format);
}

QStringList metricDetails(Metric metric, const GroupFigures &group, const Format &format)
{
    if (!isMetricKnown(metric, group))
        return {Texts::tr("calls no longer kept")};
    if (const QString bounds = metricBounds(metric, group, format); !bounds.isEmpty())
        return {Texts::tr("%1, %2 awaiting").arg(bounds, format.count(group.tally.awaiting)), bounds};
    const Ratio share = metricShare(metric, group);
    QStringList details;
    for (const char *detail : metric.info().details) {
        if (detail)
            details.append(Texts::tr(detail)
                               .replace("%1"_L1, format.count(share.numerator))
                               .replace("%2"_L1, format.count(share.denominator))
                               .replace("%3"_L1, format.share(share)));
    }
    return details;
}

QString quotientText(Metric metric, const GroupFigures &group, const Format &format)
{
    const MetricInfo &info = metric.info();
    const Ratio ratio = metricRatio(metric, group);
    if (!isMetricKnown(metric, group) || !info.denominator)
        return {};
    if (info.unit == MetricUnit::PerMinute)
        return u" = "_s + format.count(qRound64(ratio.value().value_or(0) * group.minutes)) + u" / "_s
            + format.locale().toString(group.minutes, 'f', 1);
    return u" = "_s
        + (info.unit == MetricUnit::Milliseconds ? format.exactSeconds(ratio.numerator) : format.count(ratio.numerator))
        + u" / "_s + format.count(ratio.denominator);
}

} // namespace callboard
