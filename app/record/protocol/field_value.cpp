// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/field_value.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace callboard {

namespace {

constexpr qint64 FirstMillisecond = 100'000'000'000; // below: the value is in seconds
constexpr double LargestExact = 9.0e18;

/// Two long ids must never become one.
std::optional<QString> realText(double number)
{
    if (!std::isfinite(number) || std::abs(number) >= LargestExact)
        return std::nullopt;
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
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

std::optional<double> toReal(const FieldValue &value)
{
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    if (const auto *whole = std::get_if<qint64>(&value))
        return static_cast<double>(*whole);
    bool ok = false;
    const auto *text = std::get_if<QString>(&value);
    const double number = text ? QStringView(*text).trimmed().toDouble(&ok) : 0;
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<qint64> toInteger(const FieldValue &value)
{
    if (const auto *whole = std::get_if<qint64>(&value))
        return bounded(*whole);
    if (const auto *text = std::get_if<QString>(&value)) {
        bool ok = false;
        if (const qint64 exact = QStringView(*text).trimmed().toLongLong(&ok); ok)
            return bounded(exact);
    }
    const auto number = toReal(value);
    return number ? integerOf(*number) : std::nullopt;
}

/// Epoch ms. A time of 0 or less means "not set"; small ones are seconds, whose fraction carries the milliseconds.
std::optional<qint64> toTime(const FieldValue &value)
{
    const auto whole = toInteger(value);
    if (!whole || *whole >= FirstMillisecond)
        return whole;
    return *whole <= 0 ? 0 : integerOf(toReal(value).value_or(0) * 1000);
}

std::optional<QStringList> toTextList(FieldValue &&value)
{
    auto *list = std::get_if<QStringList>(&value);
    return list ? std::optional(std::move(*list)) : std::nullopt;
}

template <typename Value>
bool take(Value &into, std::optional<Value> &&converted)
{
    if (converted)
        into = *std::move(converted);
    return converted.has_value();
}

bool assign(CallFields &fields, const FieldInfo &info, FieldValue &&value)
{
    if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
        return take(fields.**text, toText(std::move(value)));
    if (const auto *list = std::get_if<QStringList CallFields::*>(&info.member))
        return take(fields.**list, toTextList(std::move(value)));
    qint64 &number = fields.*std::get<qint64 CallFields::*>(info.member);
    return take(number, info.kind == FieldKind::Time ? toTime(value) : toInteger(value));
}

bool isUnset(const FieldValue &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? isBlank(*text) : std::holds_alternative<std::monostate>(value);
}

} // namespace

/// Most text passes through untouched and unshared.
QString storableText(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = std::as_const(text).at(i);
        if (!c.isNull() && !c.isSurrogate())
            continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && std::as_const(text).at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

std::optional<QString> toText(FieldValue &&value)
{
    if (auto *text = std::get_if<QString>(&value))
        return storableText(std::move(*text));
    if (const auto *whole = std::get_if<qint64>(&value))
        return QString::number(*whole);
    const auto *real = std::get_if<double>(&value);
    return real ? realText(*real) : std::nullopt;
}

bool isTooLongKey(QStringView text)
{
    constexpr qsizetype MostBytesOfUnit = 3; // of UTF-8, for one unit of UTF-16
    return text.size() * MostBytesOfUnit > MostIndexedBytes && text.toUtf8().size() > MostIndexedBytes;
}

const FieldInfo *tooLongField(const CallFields &fields)
{
    constexpr std::pair<Field, QString CallFields::*> Keys[] = {
        {Field::CallUuid, &CallFields::callUuid},     {Field::TaskId, &CallFields::taskId},
        {Field::TaskResult, &CallFields::taskResult}, {Field::TaskDataId, &CallFields::taskDataId},
        {Field::Callee, &CallFields::callee},
    };
    for (const auto &[field, text] : Keys) {
        if (isTooLongKey(fields.*text))
            return &fieldInfo(field);
    }
    return nullptr;
}

bool assignField(CallFields &fields, const FieldInfo &info, FieldValue &&value)
{
    if (isUnset(value))
        return true;
    if (!assign(fields, info, std::move(value)))
        return false;
    if (info.kind != FieldKind::Time || fields.*std::get<qint64 CallFields::*>(info.member) != 0)
        fields.presentFields.add(info.field);
    return true;
}

} // namespace callboard
