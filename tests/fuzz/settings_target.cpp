// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours.h"
#include "fuzz_targets.h"
#include "live/alert/alert_rule.h"
#include "record/filter/filter_json.h"

#include <QJsonDocument>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// What is kept as JSON: filters, alert rules, calling hours. Whatever was read is written and read the same again.
const char *broken(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const QJsonObject object = QJsonDocument::fromJson(input).object();
    const CallFilter filter = filterFromJson(object);
    if (!(filterFromJson(filterToJson(filter)) == filter))
        return "a stored filter reads otherwise";
    const TimeRange range = rangeFromJson(object.value("range"_L1));
    const TimeRange again = rangeFromJson(rangeToJson(range));
    if (again.from != range.from || again.to != range.to)
        return "a stored range reads otherwise";
    if (const std::optional<AlertRule> rule = ruleFromJson(text); rule && ruleFromJson(ruleToJson(*rule)) != rule)
        return "a stored rule reads otherwise";
    QString error;
    const std::optional<CallingHours> hours = CallingHours::parse(text, &error);
    if (!hours && error.isEmpty())
        return "calling hours refused without a reason";
    if (hours && CallingHours::parse(hours->toJson()) != hours)
        return "stored calling hours read otherwise";
    return nullptr;
}

QList<QByteArray> seeds()
{
    CallFilter filter;
    filter.taskIds = {u"7"_s};
    filter.results = {u"0"_s, u"-1"_s};
    filter.range = {1'000, 2'000};
    return {
        QJsonDocument(filterToJson(filter)).toJson(QJsonDocument::Compact), ruleToJson(AlertRule{}).toUtf8(),
        R"([{"days":[1,2,3,4,5],"from":"09:00","to":"20:00"},{"days":[6],"from":"22:00","to":"24:00"}])",
        R"({"taskIds":["7",""],"excludedTaskIds":["8"],"results":["0"],"excludedResults":["-1"],"excludedCallees":["1"],)"
        R"("choices":["success"],"answered":true,"outbound":false,"direction":2,"parts":3,"talkAtLeastMs":5000,)"
        R"("talkBelowMs":9000,"numberContains":"1","callee":"2","uuid":"u","customerContains":"c","contactId":7,)"
        R"("onlyContacts":true,"onlyAnomalies":true,"onlyAwaiting":true,"onlySettled":true,"onlySeized":true,"pick":2,)"
        R"("tries":1,"previousResult":"3","afterGap":2,"caller":"c","customerColumn":"x","customerValues":["v"],)"
        R"("excludedCustomerValues":["w"],"stretches":[[1,2]]})",
        R"({"range":[1790000000000,1790086400000],"answered":true,"callee":"199","tries":[1,2]})"};
}

} // namespace

FuzzTarget settingsTarget()
{
    return {"settings", &broken, &seeds, {"\"",        "{",         "}",         "[",
                                          "]",         ":",         ",",         "null",
                                          "true",      "-1",        "1e300",     "9223372036854775807",
                                          "1.5",       "\\ud800",   "\\u0000",   "\"range\":",
                                          "\"24:00\"", "\"from\":", "\"days\":", "\"threshold\":",
                                          "\"kind\":"}};
}

} // namespace callboard
