// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/figures/live_tiles.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr Metric Tiles[] = {Metric::Attempts, Metric::ConnectRate,    Metric::SuccessRate,
                            Metric::Acd,      Metric::CallsPerMinute, Metric::LineFailureRate,
                            Metric::Awaiting, Metric::ContactsReached};

constexpr qsizetype TrendMinutes = 5; ///< a rate of one minute jumps: each point is of so many minutes

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LiveTiles)
};

Ratio tileRatio(Metric metric, const Tally &total, const ContactCount &contacts, double minutes)
{
    if (metric == Metric::ContactsReached)
        return contactRatio(contacts, contacts.connected, contacts.attempted);
    return metricRatio(metric, total, minutes);
}

Ratio tileRatio(Metric metric, const LiveSnapshot &snapshot)
{
    return tileRatio(metric, snapshot.total, snapshot.contacts, snapshot.minutes());
}

QString tileText(Metric metric, const Ratio &ratio, const ContactCount &contacts, const Format &format)
{
    if (metric != Metric::ContactsReached)
        return format.metric(metric, ratio);
    return format.number(contacts.isWhole ? std::optional(contacts.connected) : std::nullopt);
}

QStringList successDetails(const Tally &total, const Format &format)
{
    const BoundedRatio rate = successRate(total);
    const QString bounds = boundsText(rate, format);
    if (bounds.isEmpty() || rate.awaiting == 0)
        return {Texts::tr("of %1 with outcome").arg(format.count(rate.known.denominator))};
    return {Texts::tr("%1, %2 awaiting").arg(bounds, format.count(rate.awaiting)), bounds};
}

QStringList tileDetails(Metric metric, const Ratio &ratio, const LiveSnapshot &snapshot, const Format &format)
{
    const Tally &total = snapshot.total;
    switch (metric) {
    case Metric::Attempts:
        return {Texts::tr("of %1 calls").arg(format.count(total.calls))};
    case Metric::ConnectRate:
    case Metric::LineFailureRate:
        return {Texts::tr("%1 of %2").arg(format.count(ratio.numerator), format.count(ratio.denominator))};
    case Metric::SuccessRate:
        return successDetails(total, format);
    case Metric::Acd:
        return {Texts::tr("over %1 connected").arg(format.count(ratio.denominator)), format.count(ratio.denominator)};
    case Metric::CallsPerMinute:
        return {Texts::tr("over %1 min").arg(format.count(qRound64(snapshot.minutes())))};
    case Metric::Awaiting: {
        const QString share = format.share({total.awaiting, total.attempts});
        return {Texts::tr("%1 of attempts").arg(share), share};
    }
    case Metric::ContactsReached: {
        if (!snapshot.contacts.isWhole)
            return {Texts::tr("calls no longer kept")};
        const QString all = format.count(ratio.denominator);
        return {Texts::tr("%1 of %2 tried").arg(format.share(ratio), all), format.share(ratio)};
    }
    default:
        return {};
    }
}

/// Counts stand minute by minute; rates and means over the minutes up to each point.
Tally trendTally(Metric metric, const QList<BucketFigures> &hour, qsizetype minute)
{
    const MetricUnit unit = metricInfo(metric).unit;
    const bool isCount = unit == MetricUnit::Count || unit == MetricUnit::PerMinute;
    Tally tally;
    for (qsizetype i = std::max<qsizetype>(0, minute - (isCount ? 0 : TrendMinutes - 1)); i <= minute; ++i)
        tally += hour[i].tally;
    return tally;
}

double trendValue(Metric metric, const Tally &tally)
{
    const Ratio ratio = metricRatio(metric, tally, 1);
    const bool isNoise = metricInfo(metric).unit == MetricUnit::Share && ratio.denominator < FewestForTrend;
    return isNoise ? std::numeric_limits<double>::quiet_NaN()
                   : ratio.value().value_or(std::numeric_limits<double>::quiet_NaN());
}

/// The course of a period that has ended; of contacts it is not known.
QList<double> courseOf(Metric metric, const LiveSnapshot &snapshot)
{
    QList<double> course;
    for (qsizetype i = 0; metric != Metric::ContactsReached && i < snapshot.slices.size(); ++i)
        course.append(trendValue(metric, snapshot.slices[i].figures.tally));
    return course;
}

QList<double> trendOf(Metric metric, const LiveSnapshot &snapshot)
{
    if (snapshot.hasEnded())
        return courseOf(metric, snapshot);
    // Without the running minute: a line that always falls at its end would say nothing.
    QList<double> trend;
    if (metric == Metric::ContactsReached) {
        for (qsizetype minute = 0; minute + 1 < snapshot.reachedByMinute.size(); ++minute)
            trend.append(static_cast<double>(snapshot.reachedByMinute[minute]));
        return trend;
    }
    for (qsizetype minute = 0; minute + 1 < snapshot.hour.size(); ++minute)
        trend.append(trendValue(metric, trendTally(metric, snapshot.hour, minute)));
    return trend;
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
    const MetricUnit unit = metricInfo(metric).unit;
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
QStringList changesOf(Metric metric, const Ratio &now, const LiveSnapshot &snapshot, const Format &format)
{
    const PastFigures &past = snapshot.past;
    if (past.days == 0)
        return {};
    const Ratio before = tileRatio(metric, past.total, past.contacts, past.minutes());
    const bool areKnown = metric != Metric::ContactsReached || (snapshot.contacts.isWhole && past.contacts.isWhole);
    const QString change = areKnown ? changeText(metric, now, before, format) : format.number({});
    return {againstText(past, change), change};
}

/// "= 1,934 / 4,214" of a quotient; a count has none.
QString quotientText(const TileFigure &tile, const LiveSnapshot &snapshot, const Format &format)
{
    const MetricUnit unit = metricInfo(tile.metric).unit;
    if (tile.metric == Metric::CallsPerMinute) {
        const QString minutes = format.locale().toString(snapshot.minutes(), 'f', 1);
        return u" = "_s + format.count(snapshot.total.calls) + u" / "_s + minutes;
    }
    const bool isOfContacts = tile.metric == Metric::ContactsReached;
    if ((unit == MetricUnit::Count && !isOfContacts) || (isOfContacts && !snapshot.contacts.isWhole))
        return {};
    const qint64 numerator = tile.ratio.numerator;
    return u" = "_s + (unit == MetricUnit::Milliseconds ? format.exactSeconds(numerator) : format.count(numerator))
        + u" / "_s + format.count(tile.ratio.denominator);
}

QString pastText(Metric metric, const LiveSnapshot &snapshot, const Format &format)
{
    const PastFigures &past = snapshot.past;
    if (past.days == 0)
        return {};
    const Ratio before = tileRatio(metric, past.total, past.contacts, past.minutes());
    return Texts::tr("%1 to %2: %3")
        .arg(format.dateTime(past.range.from).left(16), format.dateTime(past.range.to).left(16),
             tileText(metric, before, past.contacts, format));
}

QString toolTipOf(const TileFigure &tile, const LiveSnapshot &snapshot, const Format &format)
{
    QString figure = tile.name + u": "_s + tile.figure + quotientText(tile, snapshot, format);
    if (tile.metric == Metric::SuccessRate && !tile.details.isEmpty())
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
    TileFigure tile;
    tile.metric = metric;
    tile.ratio = tileRatio(metric, snapshot);
    tile.name = metricName(metric);
    tile.figure = tileText(metric, tile.ratio, snapshot.contacts, format);
    tile.details = tileDetails(metric, tile.ratio, snapshot, format);
    tile.trend = trendOf(metric, snapshot);
    tile.ink = metric == Metric::ContactsReached ? ColorRole::Text : thresholdRole(metric, snapshot.total);
    tile.changes = changesOf(metric, tile.ratio, snapshot, format);
    tile.calls = callsOfMetric(metric, snapshot.allCalls(), snapshot.rules);
    tile.toolTip = toolTipOf(tile, snapshot, format);
    return tile;
}

} // namespace

QString boundsText(const BoundedRatio &rate, const Format &format)
{
    if (!rate.low.value() || format.share(rate.low) == format.share(rate.high))
        return {};
    return format.locale().toString(*rate.low.value() * 100, 'f', 1) + u'–' + format.share(rate.high);
}

QList<TileFigure> liveTiles(const LiveSnapshot &snapshot, const Format &format)
{
    QList<TileFigure> tiles;
    for (Metric metric : Tiles)
        tiles.append(tileOf(metric, snapshot, format));
    return tiles;
}

CallFilter callsOfMetric(Metric metric, const CallFilter &base, const FigureRules &rules)
{
    CallFilter filter = base;
    if (metric == Metric::CallsPerMinute)
        return filter;
    filter.outbound = true;
    switch (metric) {
    case Metric::ContactsReached:
        filter.answered = true;
        filter.drill.pick = ContactPick::OncePerContact;
        break;
    case Metric::ConnectRate:
    case Metric::Connected:
    case Metric::Acd:
        filter.answered = true;
        break;
    case Metric::SuccessRate:
        filter.onlySettled = true;
        filter.choices.append(choiceOfSuccess(rules));
        break;
    case Metric::Success:
        filter.choices.append(choiceOfSuccess(rules));
        break;
    case Metric::LineFailureRate:
        filter.choices.append(choiceOfFlag(ResultFlag::LineFault, rules.meanings()));
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

} // namespace callboard
