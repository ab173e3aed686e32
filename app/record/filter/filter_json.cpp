// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/filter_json.h"

#include "record/filter/filter_conditions.h"

namespace callboard {

QJsonArray rangeToJson(const TimeRange &range)
{
    return {range.from, range.to};
}

TimeRange rangeFromJson(const QJsonValue &value)
{
    const QJsonArray ends = value.toArray();
    return {ends.at(0).toInteger(), ends.at(1).toInteger()};
}

QJsonObject filterToJson(const CallFilter &filter)
{
    QJsonObject object;
    for (const FilterCondition &condition : filterConditions()) {
        if (condition.member.isSet(filter))
            object.insert(condition.word, condition.member.toJson(filter));
    }
    return object;
}

CallFilter filterFromJson(const QJsonObject &object)
{
    CallFilter filter;
    for (const FilterCondition &condition : filterConditions()) {
        if (object.contains(condition.word))
            condition.member.read(object.value(condition.word), filter);
    }
    return filter;
}

} // namespace callboard
