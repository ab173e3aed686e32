// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/push_message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <cmath>
#include <limits>
#include <optional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 FirstMillisecond = 100'000'000'000; // below: the value is in seconds
constexpr double LargestExact = 9.0e18;

/// Replaces what no database should hold. Most text passes through untouched and unshared.
QString normalised(const QString &text)
{
    QString result = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (c.isNull() || c.isSurrogate())
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

/// The number as an integer where it is one and fits; QJsonValue alone answers with a default that could be the value.
std::optional<qint64> exactInteger(const QJsonValue &value)
{
    const qint64 number = value.toInteger(0);
    return number != 0 || value.toInteger(1) == 0 ? std::optional(number) : std::nullopt;
}

/// Nothing for numbers whose digits did not survive the reading: two long ids must never become one.
std::optional<QString> numberText(const QJsonValue &value)
{
    if (const auto exact = exactInteger(value))
        return QString::number(*exact);
    const double number = value.toDouble();
    if (!std::isfinite(number) || std::abs(number) >= LargestExact)
        return std::nullopt;
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString jsonText(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return normalised(QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

std::optional<QString> toText(const QJsonValue &value)
{
    if (value.isString())
        return normalised(value.toString());
    return value.isDouble() ? numberText(value) : std::nullopt;
}

std::optional<qint64> integerOf(double number)
{
    if (!std::isfinite(number) || std::abs(number) >= LargestExact)
        return std::nullopt;
    return static_cast<qint64>(std::llround(number));
}

/// Leaves room for the small sums that others make of a value.
std::optional<qint64> bounded(qint64 number)
{
    constexpr auto Limit = static_cast<qint64>(LargestExact);
    return number > -Limit && number < Limit ? std::optional(number) : std::nullopt;
}

std::optional<double> toReal(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().trimmed().toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<qint64> toInteger(const QJsonValue &value)
{
    if (value.isString()) {
        bool ok = false;
        if (const qint64 exact = value.toString().trimmed().toLongLong(&ok); ok)
            return bounded(exact);
    } else if (const auto exact = exactInteger(value); exact && value.isDouble()) {
        return bounded(*exact);
    }
    const auto number = toReal(value);
    return number ? integerOf(*number) : std::nullopt;
}

/// Epoch ms. A time of 0 or less means "not set"; small ones are seconds, whose fraction carries the milliseconds.
std::optional<qint64> toTime(const QJsonValue &value)
{
    const auto whole = toInteger(value);
    if (!whole || *whole >= FirstMillisecond)
        return whole;
    return *whole <= 0 ? 0 : integerOf(toReal(value).value_or(0) * 1000);
}

/// Elements of a customer row may be anything: numbers become text, structures their JSON.
QString elementText(const QJsonValue &value)
{
    if (value.isArray() || value.isObject())
        return jsonText(value);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return toText(value).value_or(QString());
}

std::optional<QStringList> toTextList(const QJsonValue &value)
{
    if (value.isString()) { // an array that a sender serialised twice
        const QJsonDocument inner = QJsonDocument::fromJson(value.toString().toUtf8());
        return inner.isArray() ? toTextList(inner.array()) : std::nullopt;
    }
    if (!value.isArray())
        return std::nullopt;
    QStringList list;
    const QJsonArray array = value.toArray();
    list.reserve(array.size());
    for (const QJsonValue &element : array)
        list.append(elementText(element));
    return list;
}

bool isUnset(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().trimmed().isEmpty());
}

template <typename Value>
bool take(Value &into, std::optional<Value> &&converted)
{
    if (converted)
        into = *std::move(converted);
    return converted.has_value();
}

bool assign(CallFields &fields, const FieldInfo &info, const QJsonValue &value)
{
    if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
        return take(fields.**text, toText(value));
    if (const auto *list = std::get_if<QStringList CallFields::*>(&info.member))
        return take(fields.**list, toTextList(value));
    qint64 &number = fields.*std::get<qint64 CallFields::*>(info.member);
    return take(number, info.kind == FieldKind::Time ? toTime(value) : toInteger(value));
}

bool readField(CallFields &fields, const FieldInfo &info, const QJsonValue &value)
{
    if (isUnset(value))
        return true;
    if (!assign(fields, info, value))
        return false;
    if (info.kind != FieldKind::Time || fields.*std::get<qint64 CallFields::*>(info.member) != 0)
        fields.said.add(info.field);
    return true;
}

Refusal refuse(RefusalReason reason, const QString &error, const QString &field = {})
{
    return Refusal{reason, error, field};
}

QJsonValue normalisedValue(const QJsonValue &value);

QJsonObject normalisedObject(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(normalised(it.key()), normalisedValue(it.value()));
    return result;
}

/// Unknown fields are stored too, however deep the text in them sits.
QJsonValue normalisedValue(const QJsonValue &value)
{
    if (value.isString())
        return normalised(value.toString());
    if (value.isObject())
        return normalisedObject(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray result;
    for (const QJsonValue &element : value.toArray())
        result.append(normalisedValue(element));
    return result;
}

/// QJsonDocument skips a byte order mark by itself.
std::variant<QJsonObject, Refusal> readObject(const QByteArray &body)
{
    if (!QUtf8StringView(body.constData(), body.size()).isValidUtf8())
        return refuse(RefusalReason::NotUtf8, u"The body is not valid UTF-8."_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return refuse(RefusalReason::NotJson,
                      u"The body is not JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset));
    }
    if (!document.isObject())
        return refuse(RefusalReason::NotObject, u"The body is JSON, but not an object."_s);
    return document.object();
}

} // namespace

std::variant<PartMessage, Refusal> parsePush(const QByteArray &body)
{
    const auto read = readObject(body);
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return *refusal;
    const QJsonObject &object = std::get<QJsonObject>(read);
    PartMessage message;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const FieldInfo *info = findField(it.key());
        if (!info) {
            message.extra.insert(normalised(it.key()), normalisedValue(it.value()));
        } else if (!readField(message.fields, *info, it.value())) {
            return refuse(RefusalReason::BadField, u"The field %1 can't be converted."_s.arg(info->name), info->name);
        }
    }
    if (!message.fields.said.has(Field::CallUuid))
        return refuse(RefusalReason::NoCallUuid, u"The field call_uuid is missing or empty."_s, u"call_uuid"_s);
    message.part = object.contains("task_row_index"_L1) ? Part::Outbound : Part::Basic;
    return message;
}

QString refusalWord(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::NotUtf8:
        return u"not UTF-8"_s;
    case RefusalReason::NotJson:
        return u"not JSON"_s;
    case RefusalReason::NotObject:
        return u"not an object"_s;
    case RefusalReason::NoCallUuid:
        return u"no call_uuid"_s;
    case RefusalReason::BadField:
        return u"bad field"_s;
    case RefusalReason::TooLarge:
        return u"too large"_s;
    }
    return u"unknown"_s;
}

} // namespace callboard
