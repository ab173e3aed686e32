// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/filter_conditions.h"
#include "record/filter/filter_json.h"

namespace callboard {

/// Makes the FilterMember of a member of CallFilter or of its drill part, by its type. Used by the table alone.
namespace FilterMembers {

// clang-format off
inline QJsonValue jsonOf(bool value) { return value; }
inline QJsonValue jsonOf(int value) { return value; }
inline QJsonValue jsonOf(qint64 value) { return value; }
inline QJsonValue jsonOf(const QString &value) { return value; }
inline QJsonValue jsonOf(const QStringList &value) { return QJsonArray::fromStringList(value); }
inline QJsonValue jsonOf(CallParts value) { return value.stored(); }
inline QJsonValue jsonOf(ContactPick value) { return static_cast<int>(value); }
inline QJsonValue jsonOf(const TimeRange &value) { return rangeToJson(value); }
inline QJsonValue jsonOf(const CallChoice &value) { return value.name; }
template <class T> QJsonValue jsonOf(const std::optional<T> &value) { return jsonOf(*value); }

inline void read(const QJsonValue &json, bool &value) { value = json.toBool(); }
inline void read(const QJsonValue &json, int &value) { value = json.toInt(); }
inline void read(const QJsonValue &json, qint64 &value) { value = json.toInteger(); }
inline void read(const QJsonValue &json, QString &value) { value = json.toString(); }
inline void read(const QJsonValue &json, CallParts &value) { value = CallParts::fromStored(json.toInt()); }
inline void read(const QJsonValue &json, ContactPick &value) { value = static_cast<ContactPick>(json.toInt()); }
inline void read(const QJsonValue &json, TimeRange &value) { value = rangeFromJson(json); }
inline void read(const QJsonValue &json, CallChoice &value) { value = {json.toString(), {}}; }
template <class T> void read(const QJsonValue &json, std::optional<T> &value) { read(json, value.emplace()); }

template <class T> QVariantList valuesOf(const T &) { return {}; }
inline QVariantList valuesOf(qint64 value) { return {value}; }
inline QVariantList valuesOf(const QString &value) { return {value.isNull() ? QStringLiteral("") : value}; }
inline QVariantList valuesOf(const TimeRange &value) { return {value.from, value.to}; }
inline QVariantList valuesOf(const std::optional<int> &value) { return {*value}; }
inline QVariantList valuesOf(const std::optional<qint64> &value) { return {*value}; }
// clang-format on

template <class T>
QJsonValue jsonOf(const QList<T> &list)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(jsonOf(item));
    return array;
}

template <class T>
void read(const QJsonValue &json, QList<T> &list)
{
    const QJsonArray array = json.toArray();
    for (const QJsonValue &item : array)
        read(item, list.emplaceBack());
}

inline QVariantList valuesOf(const QStringList &list)
{
    QVariantList values;
    for (const QString &text : list)
        values += valuesOf(text);
    return values;
}

template <class Filter, class T>
auto &get(Filter &filter, T CallFilter::*member)
{
    return filter.*member;
}

template <class Filter, class T>
auto &get(Filter &filter, T DrillFilter::*member)
{
    return filter.drill.*member;
}

template <auto Member>
bool isNo(const CallFilter &filter)
{
    if constexpr (std::is_same_v<decltype(get(filter, Member)), const std::optional<bool> &>)
        return get(filter, Member) == false;
    return false;
}

template <auto Member>
constexpr FilterMember memberOf()
{
    return {.isSet =
                [](const CallFilter &f) {
                    const auto &value = get(f, Member);
                    return value != std::decay_t<decltype(value)>{};
                },
            .clear =
                [](CallFilter &f) {
                    auto &value = get(f, Member);
                    value = std::decay_t<decltype(value)>{};
                },
            .copy = [](const CallFilter &from, CallFilter &to) { get(to, Member) = get(from, Member); },
            .toJson = [](const CallFilter &f) { return jsonOf(get(f, Member)); },
            .read = [](const QJsonValue &json, CallFilter &f) { read(json, get(f, Member)); },
            .values = [](const CallFilter &f) { return valuesOf(get(f, Member)); },
            .isNo = isNo<Member>};
}

} // namespace FilterMembers
} // namespace callboard
