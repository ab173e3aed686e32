// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/alert_log.h"

#include "ctl/commands/schedule_log.h"
#include "record/call/masking.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString decimal(double value)
{
    return QString::number(value, 'f', 1);
}

QString valueText(Metric metric, double value)
{
    switch (metric.info().unit) {
    case MetricUnit::Share:
        return decimal(value * 100) + u" %"_s;
    case MetricUnit::Milliseconds:
        return decimal(value / 1'000) + u" s"_s;
    case MetricUnit::PerMinute:
        return decimal(value) + u" per min"_s;
    case MetricUnit::Quotient:
        return decimal(value);
    case MetricUnit::Count:
        return QString::number(qRound64(value));
    }
    return {};
}

QString figureText(const Alert &alert)
{
    const AlertFigure &figure = alert.figure;
    QString text = valueText(alert.rule.metric, figure.value);
    if (alert.rule.metric.info().unit == MetricUnit::Share)
        text += u" (%1 of %2)"_s.arg(figure.ratio.numerator).arg(figure.ratio.denominator);
    text += u" in %1 min"_s.arg(alert.rule.windowMinutes);
    if (alert.rule.watch == AlertWatch::RelativeDrop)
        text += u", %1 yesterday"_s.arg(valueText(alert.rule.metric, figure.reference));
    return text;
}

QString findingText(const Alert &alert)
{
    const AlertFigure &figure = alert.figure;
    switch (alert.rule.watch) {
    case AlertWatch::Figure:
    case AlertWatch::RelativeDrop:
        return figureText(alert);
    case AlertWatch::NoPushes:
        return u"no push for %1 min, the last one at %2"_s.arg(decimal(figure.value), localMoment(figure.range.from));
    case AlertWatch::AwaitingGrowth:
        return u"%1 calls without an outcome in %3 min, %2 in the %3 min before"_s.arg(figure.ratio.numerator)
            .arg(figure.ratio.denominator)
            .arg(alert.rule.windowMinutes);
    case AlertWatch::TurnedAway:
        return u"%1 pushes in %2 min that became no calls (refused, wrong token, other path)"_s
            .arg(qRound64(figure.value))
            .arg(alert.rule.windowMinutes);
    case AlertWatch::Receiver:
        return u"it does not listen"_s;
    case AlertWatch::Store:
        return figure.value < 0
            ? u"it can't be written"_s
            : u"it can't be written, or its disk is nearly full (%1 bytes free)"_s.arg(qRound64(figure.value));
    }
    return {};
}

} // namespace

QString logLine(const AlertChange &change)
{
    const Alert &alert = change.alert;
    const bool isRaised = change.event == AlertEvent::Raised;
    const bool isCritical = alert.rule.severity == AlertSeverity::Critical;
    QString line = u"Alert %1: rule %2 (%3, %4)"_s.arg(isRaised ? u"raised"_s : u"cleared"_s)
                       .arg(alert.rule.id)
                       .arg(ruleWord(alert.rule), isCritical ? u"critical"_s : u"warning"_s);
    if (alert.rule.eachTask)
        line += u", task "_s + maskId(alert.taskId);
    if (isRaised)
        return line + u": "_s + findingText(alert) + u'.';
    return line + u", after %1 s."_s.arg(std::max<qint64>(0, alert.clearedAt - alert.raisedAt) / 1'000);
}

} // namespace callboard
