// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/alert/alert_rule.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

template <class Value>
struct Word
{
    Value value;
    QLatin1StringView word;
};

// Words, not numbers: enumerations may grow in the middle. Never rename one.
constexpr Word<AlertWatch> Watches[] = {
    {AlertWatch::Figure, "figure"_L1},
    {AlertWatch::RelativeDrop, "drop"_L1},
    {AlertWatch::NoPushes, "silence"_L1},
    {AlertWatch::AwaitingGrowth, "awaiting-growth"_L1},
    {AlertWatch::Receiver, "receiver"_L1},
    {AlertWatch::Store, "store"_L1},
    {AlertWatch::TurnedAway, "pushes-without-call"_L1},
};

template <class Value, std::size_t N>
QString wordOf(const Word<Value> (&words)[N], Value value)
{
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const auto &w) { return w.value == value; });
    return found == std::end(words) ? QString() : QString(found->word);
}

template <class Value, std::size_t N>
bool readWord(const Word<Value> (&words)[N], const QJsonValue &json, Value *value)
{
    const QString word = json.toString();
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const auto &w) { return w.word == word; });
    if (found != std::end(words))
        *value = found->value;
    return found != std::end(words);
}

QJsonObject ruleObject(const AlertRule &rule)
{
    return {{u"id"_s, rule.id},
            {u"enabled"_s, rule.enabled},
            {u"name"_s, rule.name},
            {u"watch"_s, wordOf(Watches, rule.watch)},
            {u"metric"_s, QString(rule.metric.word())},
            {u"eachTask"_s, rule.eachTask},
            {u"below"_s, rule.below},
            {u"threshold"_s, rule.threshold},
            {u"clearThreshold"_s, rule.clearThreshold},
            {u"windowMinutes"_s, rule.windowMinutes},
            {u"leastCalls"_s, rule.leastCalls},
            {u"holdSeconds"_s, rule.holdSeconds},
            {u"critical"_s, rule.severity == AlertSeverity::Critical},
            {u"hours"_s, rule.hours.toJson()}};
}

std::optional<AlertRule> readRule(const QJsonObject &object)
{
    AlertRule rule;
    const auto hours = CallingHours::parse(object.value("hours"_L1).toString());
    const auto metric = Metric::fromWord(object.value("metric"_L1).toString());
    if (!readWord(Watches, object.value("watch"_L1), &rule.watch) || !metric || !hours)
        return std::nullopt;
    rule.metric = *metric;
    rule.id = object.value("id"_L1).toInteger();
    rule.enabled = object.value("enabled"_L1).toBool(true);
    rule.name = object.value("name"_L1).toString();
    rule.eachTask = object.value("eachTask"_L1).toBool();
    rule.below = object.value("below"_L1).toBool();
    rule.threshold = object.value("threshold"_L1).toDouble();
    rule.clearThreshold = object.value("clearThreshold"_L1).toDouble();
    rule.windowMinutes = std::clamp(object.value("windowMinutes"_L1).toInt(15), 1, MostWindowMinutes);
    rule.leastCalls = object.value("leastCalls"_L1).toInteger();
    rule.holdSeconds = std::max(0, object.value("holdSeconds"_L1).toInt());
    rule.severity = object.value("critical"_L1).toBool() ? AlertSeverity::Critical : AlertSeverity::Warning;
    rule.hours = *hours;
    return rule;
}

QJsonObject figureObject(const AlertFigure &figure)
{
    return {{u"known"_s, figure.known},
            {u"value"_s, figure.value},
            {u"numerator"_s, figure.ratio.numerator},
            {u"denominator"_s, figure.ratio.denominator},
            {u"calls"_s, figure.calls},
            {u"from"_s, figure.range.from},
            {u"to"_s, figure.range.to},
            {u"reference"_s, figure.reference}};
}

AlertFigure readFigure(const QJsonObject &object)
{
    return {.known = object.value("known"_L1).toBool(true),
            .value = object.value("value"_L1).toDouble(),
            .ratio = {object.value("numerator"_L1).toInteger(), object.value("denominator"_L1).toInteger()},
            .calls = object.value("calls"_L1).toInteger(),
            .range = {object.value("from"_L1).toInteger(), object.value("to"_L1).toInteger()},
            .reference = object.value("reference"_L1).toDouble()};
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QString ruleWord(const AlertRule &rule)
{
    switch (rule.watch) {
    case AlertWatch::Figure:
        return QString(rule.metric.word());
    case AlertWatch::RelativeDrop:
        return u"drop of "_s + QString(rule.metric.word());
    case AlertWatch::NoPushes:
    case AlertWatch::AwaitingGrowth:
    case AlertWatch::Receiver:
    case AlertWatch::Store:
    case AlertWatch::TurnedAway:
        break;
    }
    return wordOf(Watches, rule.watch);
}

QString ruleToJson(const AlertRule &rule)
{
    return textOf(ruleObject(rule));
}

std::optional<AlertRule> ruleFromJson(const QString &json)
{
    return readRule(QJsonDocument::fromJson(json.toUtf8()).object());
}

QString alertDetailToJson(const Alert &alert)
{
    return textOf({{u"rule"_s, ruleObject(alert.rule)},
                   {u"figure"_s, figureObject(alert.worst)},
                   {u"now"_s, figureObject(alert.figure)}});
}

bool readAlertDetail(const QString &json, Alert *alert)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const auto rule = readRule(object.value("rule"_L1).toObject());
    if (!rule)
        return false;
    alert->rule = *rule;
    const QJsonObject worst = object.value("figure"_L1).toObject();
    alert->worst = readFigure(worst);
    alert->figure = readFigure(object.value("now"_L1).toObject(worst)); // earlier ones have one figure
    return true;
}

} // namespace callboard
