// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/live_tiles.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr Metric Tiles[] = {Metric::Attempts, Metric::ConnectRate,    Metric::SuccessRate,
                            Metric::Acd,      Metric::CallsPerMinute, Metric::LineFailureRate,
                            Metric::Awaiting, Metric::ContactsReached};

constexpr qint64 FewestToJudge = 50;
constexpr double LowConnectRate = 0.2, BadConnectRate = 0.1;
constexpr double HighLineFailure = 0.05, BadLineFailure = 0.15;

QString text(const char *source)
{
    return QCoreApplication::translate("LiveTiles", source);
}

Ratio tileRatio(Metric metric, const LiveSnapshot &snapshot)
{
    if (metric == Metric::ContactsReached)
        return {snapshot.contacts.connected, snapshot.contacts.attempted};
    return metricRatio(metric, snapshot.total, snapshot.minutes());
}

QString tileText(Metric metric, const Ratio &ratio, const Format &format)
{
    return metric == Metric::ContactsReached ? format.count(ratio.numerator) : format.metric(metric, ratio);
}

/// The bounds of the success rate as "41–46 %".
QString boundsText(const BoundedRatio &rate, const Format &format)
{
    if (!rate.low.value())
        return {};
    const QString low = format.locale().toString(*rate.low.value() * 100, 'f', 0);
    return low + u'–' + format.percent(*rate.high.value(), 0);
}

QStringList successDetails(const Tally &total, const Format &format)
{
    const BoundedRatio rate = successRate(total);
    const QString bounds = boundsText(rate, format);
    if (bounds.isEmpty() || rate.awaiting == 0)
        return {text(QT_TRANSLATE_NOOP("LiveTiles", "of %1 with outcome")).arg(format.count(rate.known.denominator))};
    return {text(QT_TRANSLATE_NOOP("LiveTiles", "%1, %2 awaiting")).arg(bounds, format.count(rate.awaiting)), bounds};
}

QStringList tileDetails(Metric metric, const Ratio &ratio, const LiveSnapshot &snapshot, const Format &format)
{
    const Tally &total = snapshot.total;
    switch (metric) {
    case Metric::Attempts:
        return {text(QT_TRANSLATE_NOOP("LiveTiles", "of %1 calls")).arg(format.count(total.calls))};
    case Metric::ConnectRate:
    case Metric::LineFailureRate:
        return {text(QT_TRANSLATE_NOOP("LiveTiles", "%1 of %2"))
                    .arg(format.count(ratio.numerator), format.count(ratio.denominator))};
    case Metric::SuccessRate:
        return successDetails(total, format);
    case Metric::Acd:
        return {text(QT_TRANSLATE_NOOP("LiveTiles", "over %1 connected")).arg(format.count(ratio.denominator)),
                format.count(ratio.denominator)};
    case Metric::CallsPerMinute:
        return {text(QT_TRANSLATE_NOOP("LiveTiles", "over %1 min")).arg(format.count(qRound64(snapshot.minutes())))};
    case Metric::Awaiting: {
        const QString share = format.share({total.awaiting, total.attempts});
        return {text(QT_TRANSLATE_NOOP("LiveTiles", "%1 of attempts")).arg(share), share};
    }
    case Metric::ContactsReached: {
        const QString all = format.count(ratio.denominator);
        return {text(QT_TRANSLATE_NOOP("LiveTiles", "%1 of %2 tried")).arg(format.share(ratio), all),
                format.share(ratio)};
    }
    default:
        return {};
    }
}

double trendValue(Metric metric, const BucketFigures &slice, double minutes)
{
    const Ratio ratio = metricRatio(metric, slice.tally, minutes);
    const bool isNoise = metricInfo(metric).unit == MetricUnit::Share && ratio.denominator < FewestForTrend;
    return isNoise ? std::numeric_limits<double>::quiet_NaN()
                   : ratio.value().value_or(std::numeric_limits<double>::quiet_NaN());
}

QList<double> trendOf(Metric metric, const LiveSnapshot &snapshot)
{
    QList<double> trend;
    if (metric == Metric::ContactsReached)
        return trend;
    for (const TimeSlice &slice : snapshot.slices) {
        const double minutes = static_cast<double>(slice.to - slice.figures.from) / MinuteMs;
        trend.append(trendValue(metric, slice.figures, minutes));
    }
    return trend;
}

/// "= 1,934 / 4,214" of a quotient; a count has none.
QString quotientText(const TileFigure &tile, const LiveSnapshot &snapshot, const Format &format)
{
    const MetricUnit unit = metricInfo(tile.metric).unit;
    if (tile.metric == Metric::CallsPerMinute) {
        const QString minutes = format.locale().toString(snapshot.minutes(), 'f', 1);
        return u" = "_s + format.count(snapshot.total.calls) + u" / "_s + minutes;
    }
    if (unit == MetricUnit::Count && tile.metric != Metric::ContactsReached)
        return {};
    const qint64 numerator = tile.ratio.numerator;
    return u" = "_s + (unit == MetricUnit::Milliseconds ? format.exactSeconds(numerator) : format.count(numerator))
        + u" / "_s + format.count(tile.ratio.denominator);
}

QString toolTipOf(const TileFigure &tile, const LiveSnapshot &snapshot, const Format &format)
{
    QString tip = u"<p><b>"_s + tile.name + u"</b>: "_s + tile.figure + quotientText(tile, snapshot, format);
    if (tile.metric == Metric::SuccessRate && !tile.details.isEmpty())
        tip += u"<br>"_s + tile.details.constFirst();
    return tip + u"</p><p>"_s + metricDefinition(tile.metric).toHtmlEscaped() + u"</p><p>"_s
        + text(QT_TRANSLATE_NOOP("LiveTiles", "Click for the calls.")) + u"</p>"_s;
}

TileFigure tileOf(Metric metric, const LiveSnapshot &snapshot, const Format &format)
{
    TileFigure tile;
    tile.metric = metric;
    tile.ratio = tileRatio(metric, snapshot);
    tile.name = metricName(metric);
    tile.figure = tileText(metric, tile.ratio, format);
    tile.details = tileDetails(metric, tile.ratio, snapshot, format);
    tile.trend = trendOf(metric, snapshot);
    tile.ink = judge(metric, tile.ratio);
    tile.calls = callsOfMetric(metric, snapshot.allCalls(), SuccessRule{}.codes);
    tile.toolTip = toolTipOf(tile, snapshot, format);
    return tile;
}

} // namespace

QList<TileFigure> liveTiles(const LiveSnapshot &snapshot, const Format &format)
{
    QList<TileFigure> tiles;
    for (Metric metric : Tiles)
        tiles.append(tileOf(metric, snapshot, format));
    return tiles;
}

CallFilter callsOfMetric(Metric metric, const CallFilter &base, const QStringList &successCodes)
{
    CallFilter filter = base;
    if (metric == Metric::CallsPerMinute)
        return filter;
    filter.outbound = true;
    switch (metric) {
    case Metric::ConnectRate:
    case Metric::Connected:
    case Metric::ContactsReached:
    case Metric::Acd:
        filter.answered = true;
        break;
    case Metric::SuccessRate:
    case Metric::Success:
        filter.results = successCodes;
        break;
    case Metric::LineFailureRate:
        filter.results = {u"26"_s, u"27"_s, u"28"_s};
        break;
    case Metric::TransferRate:
        filter.results = {u"19"_s};
        break;
    case Metric::Awaiting:
        filter.onlyAwaiting = true;
        break;
    case Metric::Seizures:
        filter.onlySeized = true;
        break;
    default:
        break;
    }
    return filter;
}

Ink judge(Metric metric, const Ratio &ratio)
{
    if (ratio.denominator < FewestToJudge)
        return Ink::Text;
    const double value = *ratio.value();
    if (metric == Metric::ConnectRate)
        return value < BadConnectRate ? Ink::Bad : value < LowConnectRate ? Ink::Warning : Ink::Text;
    if (metric == Metric::LineFailureRate)
        return value > BadLineFailure ? Ink::Bad : value > HighLineFailure ? Ink::Warning : Ink::Text;
    return Ink::Text;
}

} // namespace callboard
