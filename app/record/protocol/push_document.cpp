// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/push_document.h"

#include "record/protocol/body_shape.h"
#include "record/protocol/exact_numbers.h"
#include "record/protocol/field_value.h"
#include "record/protocol/json_strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// A whole number where it is one and fits; QJsonValue alone answers with a default that could be the value.
FieldValue numberOf(const QJsonValue &value)
{
    const qint64 number = value.toInteger(0);
    if (number != 0 || value.toInteger(1) == 0)
        return number;
    return value.toDouble();
}

FieldValue scalarOf(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return std::monostate();
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return numberOf(value);
    return Unreadable();
}

QString jsonText(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return storableText(QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

/// Elements of a customer row may be anything: numbers become text, structures their JSON.
QString elementText(const QJsonValue &value)
{
    if (value.isArray() || value.isObject())
        return jsonText(value);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return toText(scalarOf(value)).value_or(QString());
}

QStringList textListOf(const QJsonArray &array)
{
    QStringList list;
    list.reserve(array.size());
    for (const QJsonValue &element : array)
        list.append(elementText(element));
    return list;
}

/// An array, or one that a sender serialised twice.
FieldValue listOf(const QJsonValue &value)
{
    if (value.isArray())
        return textListOf(value.toArray());
    if (!value.isString() || isBlank(value.toString()))
        return scalarOf(value);
    const QByteArray json = value.toString().toUtf8();
    const QJsonDocument inner = QJsonDocument::fromJson(withExactNumbers(json));
    if (inner.isArray() && !findJsonFault(json))
        return textListOf(inner.array());
    return Unreadable();
}

/// A text is stored with U+FFFD where it has a NUL or half a character. Two calls must not become one by that.
bool isStorableId(const FieldInfo &info, const QJsonValue &value)
{
    return info.field != Field::CallUuid || storableText(value.toString()) == value.toString();
}

bool readField(CallFields &fields, const FieldInfo &info, const QJsonValue &value)
{
    if (!isStorableId(info, value))
        return false;
    return assignField(fields, info, info.kind == FieldKind::TextList ? listOf(value) : scalarOf(value));
}

Refusal refuse(RefusalReason reason, const QString &error, const QString &field = {})
{
    return Refusal{reason, error, field};
}

QJsonValue storableValue(const QJsonValue &value);

QJsonObject storableObject(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(storableText(it.key()), storableValue(it.value()));
    return result;
}

/// Unknown fields are stored too, however deep the text in them sits.
QJsonValue storableValue(const QJsonValue &value)
{
    if (value.isString())
        return storableText(value.toString());
    if (value.isObject())
        return storableObject(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray result;
    for (const QJsonValue &element : value.toArray())
        result.append(storableValue(element));
    return result;
}

/// What comes first decides: QJsonDocument takes `01` for a zero, and then complains of what follows it.
std::optional<JsonFault> faultOf(const QByteArray &body, const QJsonParseError &error)
{
    const bool isParsed = error.error == QJsonParseError::NoError;
    auto fault = findJsonFault(body);
    if (!isParsed && (!fault || fault->offset > error.offset))
        return JsonFault{error.errorString(), error.offset};
    return fault;
}

/// QJsonDocument skips a byte order mark by itself.
std::variant<QJsonObject, Refusal> readObject(const QByteArray &body)
{
    if (!QUtf8StringView(body.constData(), body.size()).isValidUtf8())
        return refuse(RefusalReason::NotUtf8, u"The body is not valid UTF-8."_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (const auto fault = faultOf(body, error)) {
        if (std::optional<Refusal> foreign = foreignShapeOf(body))
            return *std::move(foreign);
        return refuse(RefusalReason::NotJson,
                      u"The body is not JSON: %1 at byte %2."_s.arg(fault->what).arg(fault->offset));
    }
    if (!document.isObject()) {
        if (std::optional<Refusal> foreign = foreignShapeOf(body))
            return *std::move(foreign);
        return refuse(RefusalReason::NotObject, u"The body is JSON, but not an object."_s);
    }
    const QByteArray exact = withExactNumbers(body);
    return exact.size() == body.size() ? document.object() : QJsonDocument::fromJson(exact).object();
}

/// None of the fields is there, and no call_uuid in other letters.
bool isOfOthers(const PartMessage &message)
{
    const QStringList keys = message.extra.keys();
    return message.fields.presentFields.isEmpty() && !keys.isEmpty()
        && std::none_of(keys.begin(), keys.end(),
                        [](QString key) { return key.remove(u'_').compare("calluuid"_L1, Qt::CaseInsensitive) == 0; });
}

} // namespace

std::variant<PartMessage, Refusal> readPushDocument(const QByteArray &body)
{
    const auto read = readObject(body);
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return *refusal;
    const QJsonObject &object = std::get<QJsonObject>(read);
    PartMessage message;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const FieldInfo *info = findField(it.key());
        if (!info) {
            message.extra.insert(storableText(it.key()), storableValue(it.value()));
        } else if (!readField(message.fields, *info, it.value())) {
            return refuse(RefusalReason::BadField, u"The field %1 can't be converted."_s.arg(info->name), info->name);
        }
    }
    if (isOfOthers(message)) {
        return refuse(RefusalReason::OtherPlatform, u"The body has none of a record's fields, not even call_uuid."_s,
                      u"call_uuid"_s);
    }
    if (!message.fields.presentFields.has(Field::CallUuid))
        return refuse(RefusalReason::NoCallUuid, u"The field call_uuid is missing or empty."_s, u"call_uuid"_s);
    message.part = partOf(message.fields);
    return message;
}

} // namespace callboard
