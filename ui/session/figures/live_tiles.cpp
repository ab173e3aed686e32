// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/figures/live_tiles.h"

#include "text/metric_text.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype TrendMinutes = 5; ///< a rate of one minute jumps: each point is of so many minutes

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LiveTiles)
};

/// Counts stand minute by minute; rates and means over the minutes up to each point.
GroupFigures trendGroup(MetricUnit unit, const LiveSnapshot &snapshot, qsizetype minute)
{
    const bool isCount = unit == MetricUnit::Count || unit == MetricUnit::PerMinute;
    GroupFigures group{.contacts = {{.connected = snapshot.reachedByMinute.value(minute)}}, .minutes = 1};
    for (qsizetype i = std::max<qsizetype>(0, minute - (isCount ? 0 : TrendMinutes - 1)); i <= minute; ++i)
        group.tally += snapshot.hour.value(i).tally;
    return group;
}

double trendValue(Metric metric, const GroupFigures &group)
{
    constexpr double Gap = std::numeric_limits<double>::quiet_NaN();
    const MetricUnit unit = metric.info().unit;
    const Ratio ratio = metricRatio(metric, group);
    if (unit == MetricUnit::Count)
        return static_cast<double>(ratio.numerator);
    return unit == MetricUnit::Share && ratio.denominator < FewestForTrend ? Gap : ratio.value().value_or(Gap);
}

/// The course of a period that has ended; of contacts it is not known.
QList<double> courseOf(Metric metric, const LiveSnapshot &snapshot)
{
    QList<double> course;
    for (qsizetype i = 0; !metric.info().isKnown && i < snapshot.slices.size(); ++i)
        course.append(trendValue(metric, {.tally = snapshot.slices[i].figures.tally, .minutes = 1}));
    return course;
}

QList<double> trendOf(Metric metric, const LiveSnapshot &snapshot)
{
    if (snapshot.hasEnded())
        return courseOf(metric, snapshot);
    // Without the running minute: a line that always falls at its end would say nothing.
    const qsizetype minutes = metric.info().isKnown ? snapshot.reachedByMinute.size() : snapshot.hour.size();
    QList<double> trend;
    for (qsizetype minute = 0; minute + 1 < minutes; ++minute)
        trend.append(trendValue(metric, trendGroup(metric.info().unit, snapshot, minute)));
    return trend;
}

/// The same stretch of time before.
GroupFigures groupOf(const PastFigures &past)
{
    return {.tally = past.total, .contacts = {past.contacts}, .minutes = past.minutes()};
}

QString againstText(const PastFigures &past, const QString &change)
{
    if (past.days > 1)
        return Texts::tr("%1 vs %2 days before").arg(change).arg(past.days);
    return (past.endsNow ? Texts::tr("%1 vs yesterday") : Texts::tr("%1 vs the day before")).arg(change);
}

/// How far a figure is from the one before: rates in points, durations in time, counts in per cent of before.
QString distanceText(MetricUnit unit, double now, double before, const Format &format)
{
    if (unit == MetricUnit::Share)
        return Texts::tr("%1 pts").arg(format.locale().toString(std::abs(now - before) * 100, 'f', 1));
    if (unit == MetricUnit::Milliseconds)
        return format.duration(qRound64(std::abs(now - before)));
    constexpr double NeedsNoDecimals = 0.1;
    const double share = std::abs(now - before) / before;
    return format.percent(share, share < NeedsNoDecimals ? 1 : 0);
}

QString changeText(Metric metric, const Ratio &now, const Ratio &before, const Format &format)
{
    const MetricUnit unit = metric.info().unit;
    const bool isCount = unit == MetricUnit::Count;
    const auto value = isCount ? std::optional(static_cast<double>(now.numerator)) : now.value();
    const auto past = isCount ? std::optional(static_cast<double>(before.numerator)) : before.value();
    if (!value || !past || ((isCount || unit == MetricUnit::PerMinute) && *past <= 0))
        return u"–"_s;
    const QString distance = distanceText(unit, *value, *past, format);
    if (distance == distanceText(unit, *past, *past, format))
        return distance; // nothing that could be seen
    return (*value > *past ? u"▲ "_s : u"▼ "_s) + distance;
}

/// The longest first; nothing while the figures of before are not known.
QStringList changesOf(Metric metric, const LiveSnapshot &snapshot, const Format &format)
{
    if (snapshot.past.days == 0)
        return {};
    const GroupFigures now = snapshot.group(), before = groupOf(snapshot.past);
    const bool areKnown = isMetricKnown(metric, now) && isMetricKnown(metric, before);
    const QString change = areKnown ? changeText(metric, metricRatio(metric, now), metricRatio(metric, before), format)
                                    : format.number({});
    return {againstText(snapshot.past, change), change};
}

QString pastText(Metric metric, const LiveSnapshot &snapshot, const Format &format)
{
    const PastFigures &past = snapshot.past;
    if (past.days == 0)
        return {};
    return Texts::tr("%1 to %2: %3")
        .arg(format.dateTime(past.range.from).left(16), format.dateTime(past.range.to).left(16),
             metricText(metric, groupOf(past), format));
}

QString toolTipOf(const TileFigure &tile, const LiveSnapshot &snapshot, const Format &format)
{
    QString figure = tile.name + u": "_s + tile.figure + quotientText(tile.metric, snapshot.group(), format);
    if (tile.metric.info().bounds && !tile.details.isEmpty())
        figure += u'\n' + tile.details.constFirst();
    const QString hint = tile.trend.isEmpty() ? Texts::tr("Click for the calls.")
        : snapshot.hasEnded()                 ? Texts::tr("The line shows the period. Click for the calls.")
                                              : Texts::tr("The line shows the last hour. Click for the calls.");
    QStringList parts{figure, metricDefinition(tile.metric), pastText(tile.metric, snapshot, format), hint};
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s);
}

TileFigure tileOf(Metric metric, const LiveSnapshot &snapshot, const Format &format)
{
    const GroupFigures group = snapshot.group();
    TileFigure tile;
    tile.metric = metric;
    tile.ratio = metricRatio(metric, group);
    tile.name = metricName(metric);
    tile.figure = metricText(metric, group, format);
    tile.details = metricDetails(metric, group, format);
    tile.trend = trendOf(metric, snapshot);
    tile.ink = thresholdRole(metricState(metric, group));
    tile.changes = changesOf(metric, snapshot, format);
    tile.calls = callsOfMetric(metric, snapshot.allCalls(), snapshot.rules);
    tile.toolTip = toolTipOf(tile, snapshot, format);
    return tile;
}

} // namespace

QList<TileFigure> liveTiles(const LiveSnapshot &snapshot, const Format &format)
{
    QList<TileFigure> tiles;
    for (const Metric metric : metricsAt(&MetricPlaces::tile))
        tiles.append(tileOf(metric, snapshot, format));
    return tiles;
}

} // namespace callboard
