// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/logs/alert_words.h"

#include "record/call/masking.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr double MiB = 1024.0 * 1024.0;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

QString valueText(Metric metric, double value, const Format &format)
{
    switch (metric.info().unit) {
    case MetricUnit::Share:
        return format.percent(value, 1);
    case MetricUnit::Milliseconds:
        return format.exactSeconds(qRound64(value));
    case MetricUnit::PerMinute:
        return Texts::tr("%1 per min").arg(format.locale().toString(value, 'f', 1));
    case MetricUnit::Count:
        return format.count(qRound64(value));
    case MetricUnit::Quotient:
        return format.locale().toString(value, 'f', 2);
    }
    return {};
}

QString overWindow(const AlertRule &rule, const Format &format)
{
    const QString window = Texts::tr("over %1 min").arg(format.count(rule.windowMinutes));
    if (!needsLeastCalls(rule) || rule.leastCalls == 0)
        return window;
    return Texts::tr("%1, at least %2 calls").arg(window, format.count(rule.leastCalls));
}

QString figureCondition(const AlertRule &rule, const Format &format)
{
    const QString bound = rule.below ? Texts::tr("below %1 %2") : Texts::tr("above %1 %2");
    return bound.arg(valueText(rule.metric, rule.threshold, format), overWindow(rule, format));
}

QString minutesText(double minutes, const Format &format)
{
    return Texts::tr("%1 min").arg(format.count(qRound64(minutes)));
}

QString quotientText(Metric metric, const Ratio &ratio, const Format &format)
{
    const QString value = format.metric(metric, ratio);
    switch (metric.info().unit) {
    case MetricUnit::Share:
        return Texts::tr("%1 (%2 of %3)").arg(value, format.count(ratio.numerator), format.count(ratio.denominator));
    case MetricUnit::Milliseconds:
        return Texts::tr("%1 (over %2 calls)").arg(value, format.count(ratio.denominator));
    case MetricUnit::Count:
    case MetricUnit::PerMinute:
    case MetricUnit::Quotient:
        return value;
    }
    return value;
}

/// The figure alone, such as "46.0 %".
QString bareText(const AlertRule &rule, const AlertFigure &figure, const Format &format)
{
    switch (rule.watch) {
    case AlertWatch::Figure:
    case AlertWatch::RelativeDrop:
        return format.metric(rule.metric, figure.ratio);
    case AlertWatch::NoPushes:
        return minutesText(figure.value, format);
    case AlertWatch::AwaitingGrowth:
        return format.count(figure.ratio.numerator);
    case AlertWatch::TurnedAway:
        return format.count(qRound64(figure.value));
    case AlertWatch::Receiver:
        return {};
    case AlertWatch::Store:
        return figure.value < 0 ? QString() : Texts::tr("%1 free").arg(format.bytes(qRound64(figure.value)));
    }
    return {};
}

/// The same with what it is made of.
QString fullText(const AlertRule &rule, const AlertFigure &figure, const Format &format)
{
    switch (rule.watch) {
    case AlertWatch::Figure:
        return quotientText(rule.metric, figure.ratio, format);
    case AlertWatch::RelativeDrop:
        return Texts::tr("%1, yesterday %2")
            .arg(quotientText(rule.metric, figure.ratio, format), valueText(rule.metric, figure.reference, format));
    case AlertWatch::AwaitingGrowth:
        return Texts::tr("%1, before %2").arg(bareText(rule, figure, format), format.count(figure.ratio.denominator));
    case AlertWatch::NoPushes:
    case AlertWatch::Receiver:
    case AlertWatch::Store:
    case AlertWatch::TurnedAway:
        break;
    }
    return bareText(rule, figure, format);
}

/// Where it clears, empty where the rule has no such figure.
QString clearText(const AlertRule &rule, const Format &format)
{
    switch (rule.watch) {
    case AlertWatch::Figure:
        return Texts::tr("clears at %1").arg(valueText(rule.metric, rule.clearThreshold, format));
    case AlertWatch::RelativeDrop:
        return Texts::tr("clears at %1 below yesterday").arg(format.percent(rule.clearThreshold, 0));
    case AlertWatch::AwaitingGrowth:
        return Texts::tr("clears at %1 more").arg(format.count(qRound64(rule.clearThreshold)));
    case AlertWatch::Store:
        return Texts::tr("clears at %1 free").arg(format.bytes(qRound64(rule.clearThreshold)));
    case AlertWatch::TurnedAway:
        return Texts::tr("clears at %1").arg(format.count(qRound64(rule.clearThreshold)));
    case AlertWatch::NoPushes:
    case AlertWatch::Receiver:
        break;
    }
    return {};
}

} // namespace

QString watchName(AlertWatch watch, Metric metric)
{
    switch (watch) {
    case AlertWatch::Figure:
        return metricName(metric);
    case AlertWatch::RelativeDrop:
        return Texts::tr("%1 against yesterday").arg(metricName(metric));
    case AlertWatch::NoPushes:
        return Texts::tr("No push");
    case AlertWatch::AwaitingGrowth:
        return Texts::tr("Awaiting outcome growing");
    case AlertWatch::Receiver:
        return Texts::tr("Receiver in trouble");
    case AlertWatch::Store:
        return Texts::tr("Store or disk in trouble");
    case AlertWatch::TurnedAway:
        return Texts::tr("Pushes without a call");
    }
    return {};
}

QString ruleTitle(const AlertRule &rule)
{
    return rule.name.isEmpty() ? watchName(rule.watch, rule.metric) : maskText(rule.name);
}

QString ruleCondition(const AlertRule &rule, const Format &format)
{
    switch (rule.watch) {
    case AlertWatch::Figure:
        return figureCondition(rule, format);
    case AlertWatch::RelativeDrop:
        return Texts::tr("%1 below the same time yesterday %2")
            .arg(format.percent(rule.threshold, 0), overWindow(rule, format));
    case AlertWatch::NoPushes:
        return Texts::tr("for %1 inside calling hours").arg(minutesText(rule.threshold, format));
    case AlertWatch::AwaitingGrowth:
        return Texts::tr("%1 more than in the %2 before")
            .arg(format.count(qRound64(rule.threshold)), minutesText(rule.windowMinutes, format));
    case AlertWatch::Receiver:
        return Texts::tr("does not listen");
    case AlertWatch::Store:
        return Texts::tr("can't be written, or less than %1 free").arg(format.bytes(qRound64(rule.threshold)));
    case AlertWatch::TurnedAway:
        return Texts::tr("more than %1 %2: refused, wrong token or other path")
            .arg(format.count(qRound64(rule.threshold)), overWindow(rule, format));
    }
    return {};
}

QString ruleSentence(const AlertRule &rule, const Format &format)
{
    return Texts::tr("%1 %2").arg(ruleTitle(rule), ruleCondition(rule, format));
}

QString severityWord(AlertSeverity severity)
{
    return severity == AlertSeverity::Critical ? Texts::tr("Critical") : Texts::tr("Warning");
}

QString alertFigureText(const Alert &alert, const Format &format)
{
    const AlertRule &rule = alert.rule;
    if (!alert.isOpen())
        return fullText(rule, alert.worst, format);
    QStringList texts{alert.figure.known ? fullText(rule, alert.figure, format) : Texts::tr("too few calls now")};
    const QString worst = bareText(rule, alert.worst, format);
    if (worst != bareText(rule, alert.figure, format))
        texts.append(Texts::tr("worst %1").arg(worst));
    texts.append(clearText(rule, format));
    texts.removeAll(QString());
    return texts.join(Texts::tr(", "));
}

QString alertHeadline(const Alert &alert, const QString &taskName, const Format &format)
{
    const QString what = (ruleTitle(alert.rule) + u' ' + alertFigureText(alert, format)).trimmed();
    if (!alert.rule.eachTask)
        return what;
    return Texts::tr("%1: %2").arg(maskText(taskName), what);
}

ThresholdUnit thresholdUnit(AlertWatch watch, Metric metric)
{
    switch (watch) {
    case AlertWatch::RelativeDrop:
        return {.scale = 100, .decimals = 0, .most = 100, .suffix = u" %"_s};
    case AlertWatch::NoPushes:
        return {.most = 1440, .suffix = Texts::tr(" min")};
    case AlertWatch::Store:
        return {.scale = 1 / MiB, .suffix = u" MiB"_s};
    case AlertWatch::TurnedAway:
        return {.suffix = Texts::tr(" pushes")};
    case AlertWatch::AwaitingGrowth:
    case AlertWatch::Receiver:
        return {.suffix = Texts::tr(" calls")};
    case AlertWatch::Figure:
        break;
    }
    switch (metric.info().unit) {
    case MetricUnit::Share:
        return {.scale = 100, .decimals = 1, .most = 100, .suffix = u" %"_s};
    case MetricUnit::Milliseconds:
        return {.scale = 0.001, .decimals = 1, .most = 36'000, .suffix = u" s"_s};
    case MetricUnit::PerMinute:
        return {.decimals = 1, .suffix = Texts::tr(" per min")};
    case MetricUnit::Count:
        return {.suffix = Texts::tr(" calls")};
    case MetricUnit::Quotient:
        return {.decimals = 2, .suffix = {}};
    }
    return {};
}

} // namespace callboard
