// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/masking.h"

#include "record/protocol/exact_numbers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Keys of the protocol whose values are no free text: ids, times, counts.
const FieldInfo *openField(const QString &key)
{
    const FieldInfo *info = findField(key);
    if (!info || info->kind == FieldKind::TextList)
        return nullptr;
    const bool personal = info->field == Field::Caller || info->field == Field::Callee;
    return personal || info->field == Field::TaskResultDesc ? nullptr : info;
}

/// An id may be any text; a time or a count that is no number may hold anything, so it is covered like other text.
bool staysOpen(const QString &key, const QJsonValue &value)
{
    const FieldInfo *info = openField(key);
    if (!info || value.isArray() || value.isObject())
        return false;
    bool isNumber = true;
    if (value.isString() && info->kind != FieldKind::Text)
        value.toString().toDouble(&isNumber);
    return isNumber;
}

QJsonValue maskValue(const QJsonValue &value);

QJsonArray maskArray(const QJsonArray &array)
{
    QJsonArray result;
    for (const QJsonValue &element : array)
        result.append(maskValue(element));
    return result;
}

/// Two names that look alike when covered both stay: the later one gets a star more.
void insertMasked(QJsonObject &object, const QString &key, const QJsonValue &value)
{
    QString covered = maskText(key);
    while (object.contains(covered))
        covered.append(u'*');
    object.insert(covered, value);
}

QJsonObject maskObject(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        insertMasked(result, it.key(), maskValue(it.value()));
    return result;
}

QJsonValue maskNumberValue(const QJsonValue &value)
{
    const double number = value.toDouble();
    const bool whole = number == std::trunc(number) && std::abs(number) < 9.0e18;
    const QString text =
        whole ? QString::number(value.toInteger()) : QString::number(number, 'f', QLocale::FloatingPointShortest);
    const QString covered = maskText(text);
    return covered == text ? value : QJsonValue(covered);
}

QJsonValue maskValue(const QJsonValue &value)
{
    if (value.isString())
        return maskText(value.toString());
    if (value.isArray())
        return maskArray(value.toArray());
    if (value.isObject())
        return maskObject(value.toObject());
    return value.isDouble() ? maskNumberValue(value) : value;
}

/// A whole number, also one that came as a text or with an exponent; 0 where it is none.
qint64 wholeNumber(const QJsonValue &value)
{
    constexpr double LargestExact = 9.0e15;
    const double number = value.isString() ? value.toString().toDouble() : value.toDouble();
    return std::abs(number) < LargestExact ? static_cast<qint64>(number) : 0;
}

QJsonValue maskIdValue(const QJsonValue &value)
{
    const QString text = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    const QString covered = maskId(text);
    return covered == text ? value : QJsonValue(covered);
}

QJsonValue maskOpenValue(const FieldInfo &info, const QJsonValue &value)
{
    if (info.kind == FieldKind::Text)
        return value.isString() || value.isDouble() ? maskIdValue(value) : value;
    if (!looksLikePhone(info, wholeNumber(value)))
        return value;
    return maskText(QString::number(wholeNumber(value)));
}

/// A list, also one that a sender serialised twice.
QJsonArray listOf(const QJsonValue &value)
{
    return value.isString() ? QJsonDocument::fromJson(withExactNumbers(value.toString().toUtf8())).array()
                            : value.toArray();
}

/// Covers the values of personal columns in a customer row that came as two lists.
void coverColumns(QJsonObject &result, const QJsonObject &object, const QStringList &personalColumns)
{
    const QString valueKey = fieldInfo(Field::TaskRowValue).name;
    const QJsonArray head = listOf(object.value(fieldInfo(Field::TaskRowHead).name));
    QJsonArray values = maskArray(listOf(object.value(valueKey)));
    for (qsizetype i = 0; i < std::min(head.size(), values.size()); ++i) {
        if (personalColumns.contains(head[i].toVariant().toString()) && !values[i].isNull()
            && values[i] != QJsonValue(QString()))
            values[i] = WhollyCovered.toString();
    }
    if (!values.isEmpty())
        result.insert(valueKey, values);
}

QJsonObject maskPush(const QJsonObject &object, const QStringList &personalColumns)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (staysOpen(it.key(), it.value()))
            result.insert(it.key(), maskOpenValue(*findField(it.key()), it.value()));
        else
            insertMasked(result, it.key(), maskValue(it.value()));
    }
    coverColumns(result, object, personalColumns);
    return result;
}

QJsonArray maskPushes(const QJsonArray &array, const QStringList &personalColumns)
{
    QJsonArray result;
    for (const QJsonValue &element : array)
        result.append(element.isObject() ? QJsonValue(maskPush(element.toObject(), personalColumns))
                                         : maskValue(element));
    return result;
}

/// Any of these names as a key, quoted or not, escaped or not, up to the sign before its value. Bounded repeats only: a
/// long hostile body takes linear time.
QString keyPattern(const QStringList &names)
{
    QStringList escaped;
    for (const QString &name : names)
        escaped.append(QRegularExpression::escape(name));
    return u"(?<!\\w)(?:%1)\\\\{0,4}[\"']?\\s{0,9}[:=\\x{FF1A}]"_s.arg(escaped.join(u'|'));
}

QString anyProtocolKey()
{
    QStringList names;
    for (int field = 0; field < FieldCount; ++field)
        names.append(fieldInfo(static_cast<Field>(field)).name);
    return keyPattern(names);
}

/// Replaces what follows each match of `key` by stars, up to the next match of `end` or to the end of the text.
QString coverBehind(const QString &text, const QRegularExpression &key, const QRegularExpression &end)
{
    // Looking through the whole text for broken surrogates at each match would take quadratic time. There are none.
    constexpr auto unchecked = QRegularExpression::DontCheckSubjectStringMatchOption;
    constexpr auto normal = QRegularExpression::NormalMatch;
    QString result;
    qsizetype from = 0;
    for (;;) {
        const QRegularExpressionMatch match = key.match(text, from, normal, unchecked);
        if (!match.hasMatch())
            return result.append(QStringView(text).mid(from));
        result.append(QStringView(text).mid(from, match.capturedEnd() - from)).append(u' ').append(WhollyCovered);
        const QRegularExpressionMatch next = end.match(text, match.capturedEnd(), normal, unchecked);
        if (!next.hasMatch())
            return result;
        from = next.capturedStart();
    }
}

/// A body that no reader understands: which value belongs to which column can't be told, so the whole customer row is
/// covered up to the next field of the protocol, and what stands behind the name of a personal column up to the end of
/// that value. What a sender wrote in yet another way (a name in another encoding, values without names) stays.
QString maskTorn(QString text, const QStringList &personalColumns)
{
    if (personalColumns.isEmpty())
        return maskText(text);
    text.remove(QChar(u'\0')); // two bytes a letter would hide the names
    static const auto options = QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression row(keyPattern({fieldInfo(Field::TaskRowValue).name}), options);
    static const QRegularExpression field(u"[,;&]?\\s{0,9}\\\\{0,4}[\"']?"_s + anyProtocolKey(), options);
    static const QRegularExpression delimiter(u"[,;&\\n\\r}\\]]"_s);
    text = coverBehind(text, row, field);
    return maskText(coverBehind(text, QRegularExpression(keyPattern(personalColumns), options), delimiter));
}

/// Leaves a list alone, and shared, in which there is nothing to cover.
void maskTexts(QStringList &texts)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString &text = std::as_const(texts).at(i);
        if (mayHoldNumber(text))
            texts[i] = maskText(text);
    }
}

} // namespace

CallRecord masked(CallRecord call, const QStringList &personalColumns)
{
    const QStringList &head = call.fields.taskRowHead;
    QStringList &values = call.fields.taskRowValue;
    for (qsizetype i = 0; !personalColumns.isEmpty() && i < std::min(head.size(), values.size()); ++i) {
        if (personalColumns.contains(head[i]) && !values[i].isEmpty())
            values[i] = WhollyCovered.toString();
    }
    call.fields.caller = maskNumber(call.fields.caller);
    call.fields.callee = maskNumber(call.fields.callee);
    call.fields = maskedIds(std::move(call.fields)); // after the numbers, in which it then has nothing to look for
    call.fields.taskResultDesc = maskText(call.fields.taskResultDesc);
    maskTexts(call.fields.taskRowHead);
    maskTexts(call.fields.taskRowValue);
    if (!call.extraBasic.isEmpty())
        call.extraBasic = maskObject(call.extraBasic);
    if (!call.extraOutbound.isEmpty())
        call.extraOutbound = maskObject(call.extraOutbound);
    return call;
}

QString maskBody(const QByteArray &body, const QStringList &personalColumns)
{
    QString text = QString::fromUtf8(body); // what is no UTF-8 must not reach the JSON reader
    while (text.startsWith(QChar(QChar::ByteOrderMark))) // of several, decoding takes only the first
        text.remove(0, 1);
    const QJsonDocument document = QJsonDocument::fromJson(withExactNumbers(text.toUtf8()));
    if (document.isObject())
        return QString::fromUtf8(
            QJsonDocument(maskPush(document.object(), personalColumns)).toJson(QJsonDocument::Indented));
    if (document.isArray())
        return QString::fromUtf8(
            QJsonDocument(maskPushes(document.array(), personalColumns)).toJson(QJsonDocument::Indented));
    return maskTorn(text, personalColumns);
}

} // namespace callboard
