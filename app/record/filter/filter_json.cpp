// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/filter_json.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Every part of a filter under the name it has in settings and stores: never rename. One list for both directions.
template <class Filter, class Visitor>
void visit(Filter &f, Visitor &&part)
{
    part("range"_L1, f.range);
    part("taskIds"_L1, f.taskIds);
    part("excludedTaskIds"_L1, f.excludedTaskIds);
    part("results"_L1, f.results);
    part("excludedResults"_L1, f.excludedResults);
    part("excludedCallees"_L1, f.excludedCallees);
    part("choices"_L1, f.choices);
    part("answered"_L1, f.answered);
    part("outbound"_L1, f.outbound);
    part("direction"_L1, f.direction);
    part("parts"_L1, f.parts);
    part("talkAtLeastMs"_L1, f.talkAtLeastMs);
    part("talkBelowMs"_L1, f.talkBelowMs);
    part("numberContains"_L1, f.numberContains);
    part("callee"_L1, f.callee);
    part("uuid"_L1, f.uuid);
    part("customerContains"_L1, f.customerContains);
    part("contactId"_L1, f.contactId);
    part("onlyContacts"_L1, f.onlyContacts);
    part("onlyAnomalies"_L1, f.onlyAnomalies);
    part("onlyAwaiting"_L1, f.onlyAwaiting);
    part("onlySettled"_L1, f.onlySettled);
    part("onlySeized"_L1, f.onlySeized);
    part("onlyDialled"_L1, f.onlyDialled);
    part("pick"_L1, f.drill.pick);
    part("tries"_L1, f.drill.tries);
    part("previousResult"_L1, f.drill.previousResult);
    part("afterGap"_L1, f.drill.afterGap);
    part("caller"_L1, f.drill.caller);
    part("customerColumn"_L1, f.drill.customerColumn);
    part("customerValues"_L1, f.drill.customerValues);
    part("excludedCustomerValues"_L1, f.drill.excludedCustomerValues);
    part("stretches"_L1, f.drill.stretches);
}

// clang-format off
QJsonValue jsonOf(bool value) { return value; }
QJsonValue jsonOf(int value) { return value; }
QJsonValue jsonOf(qint64 value) { return value; }
QJsonValue jsonOf(const QString &value) { return value; }
QJsonValue jsonOf(const QStringList &value) { return QJsonArray::fromStringList(value); }
QJsonValue jsonOf(CallParts value) { return value.stored(); }
QJsonValue jsonOf(ContactPick value) { return static_cast<int>(value); }
QJsonValue jsonOf(const TimeRange &value) { return rangeToJson(value); }
QJsonValue jsonOf(const CallChoice &value) { return value.name; }
template <class T> QJsonValue jsonOf(const std::optional<T> &value) { return jsonOf(*value); }
// clang-format on

template <class T>
QJsonValue jsonOf(const QList<T> &list)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(jsonOf(item));
    return array;
}

// clang-format off
void read(const QJsonValue &json, bool &value) { value = json.toBool(); }
void read(const QJsonValue &json, int &value) { value = json.toInt(); }
void read(const QJsonValue &json, qint64 &value) { value = json.toInteger(); }
void read(const QJsonValue &json, QString &value) { value = json.toString(); }
void read(const QJsonValue &json, CallParts &value) { value = CallParts::fromStored(json.toInt()); }
void read(const QJsonValue &json, ContactPick &value) { value = static_cast<ContactPick>(json.toInt()); }
void read(const QJsonValue &json, TimeRange &value) { value = rangeFromJson(json); }
void read(const QJsonValue &json, CallChoice &value) { value = {json.toString(), {}}; }
template <class T> void read(const QJsonValue &json, std::optional<T> &value) { read(json, value.emplace()); }
// clang-format on

template <class T>
void read(const QJsonValue &json, QList<T> &list)
{
    const QJsonArray array = json.toArray();
    for (const QJsonValue &item : array)
        read(item, list.emplaceBack());
}

} // namespace

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
    visit(filter, [&object](QLatin1StringView name, const auto &value) {
        if (value != std::decay_t<decltype(value)>{})
            object.insert(name, jsonOf(value));
    });
    return object;
}

CallFilter filterFromJson(const QJsonObject &object)
{
    CallFilter filter;
    visit(filter, [&object](QLatin1StringView name, auto &value) {
        if (object.contains(name))
            read(object.value(name), value);
    });
    return filter;
}

} // namespace callboard
