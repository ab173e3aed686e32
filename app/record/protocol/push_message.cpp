// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/push_message.h"

#include "record/protocol/field_value.h"
#include "record/protocol/push_document.h"
#include "record/protocol/push_scanner.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

PushContent withKind(PartMessage &&message, PushKind ofAddress, const QList<PushKindInfo> &kinds)
{
    const PushKind kind = pushKindOf(message.fields.presentFields, message.extra, ofAddress, kinds);
    if (kind == PushKind::Record)
        return std::move(message);
    return OtherPush{kind, message.fields.callUuid};
}

Refusal tooLong(QLatin1StringView field)
{
    return {RefusalReason::BadField,
            u"The field %1 is longer than %2 bytes of UTF-8."_s.arg(field).arg(MostIndexedBytes), field};
}

} // namespace

PushContent parsePush(const QByteArray &body, PushKind ofAddress, const QList<PushKindInfo> &kinds)
{
    if (std::optional<PartMessage> usual = scanUsualPush(body))
        return withKind(*std::move(usual), ofAddress, kinds);
    auto read = readPushDocument(body);
    if (auto *message = std::get_if<PartMessage>(&read))
        return withKind(std::move(*message), ofAddress, kinds);
    return std::get<Refusal>(std::move(read));
}

PushContent parseArrival(const QByteArray &body, PushKind ofAddress, const QList<PushKindInfo> &kinds)
{
    PushContent content = parsePush(body, ofAddress, kinds);
    if (const auto *message = std::get_if<PartMessage>(&content)) {
        if (const FieldInfo *field = tooLongField(message->fields))
            return tooLong(field->name);
    } else if (const auto *other = std::get_if<OtherPush>(&content); other && isTooLongKey(other->callUuid)) {
        return tooLong(fieldInfo(Field::CallUuid).name);
    }
    return content;
}

QByteArray bodyWithoutContent(const OtherPush &message)
{
    return QJsonDocument(QJsonObject{{u"call_uuid"_s, message.callUuid}}).toJson(QJsonDocument::Compact);
}

QString callUuidOf(const PushContent &content)
{
    if (const auto *other = std::get_if<OtherPush>(&content))
        return other->callUuid;
    const auto *message = std::get_if<PartMessage>(&content);
    return message ? message->fields.callUuid : QString();
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
    case RefusalReason::UnknownEncoding:
        return u"unknown encoding"_s;
    case RefusalReason::BadEncoding:
        return u"not in its encoding"_s;
    case RefusalReason::ListOfRecords:
        return u"a list"_s;
    case RefusalReason::Form:
        return u"a form"_s;
    case RefusalReason::Xml:
        return u"XML"_s;
    case RefusalReason::OtherPlatform:
        return u"record of another platform"_s;
    }
    return u"unknown"_s;
}

QString refusalText(RefusalReason reason, PushKind kind)
{
    switch (reason) {
    case RefusalReason::NotUtf8:
        return QCoreApplication::translate("RejectedTable", "not valid UTF-8");
    case RefusalReason::NotJson:
        return QCoreApplication::translate("RejectedTable", "not JSON");
    case RefusalReason::NotObject:
        return QCoreApplication::translate("RejectedTable", "JSON, but not an object");
    case RefusalReason::NoCallUuid:
        return QCoreApplication::translate("RejectedTable", "no call_uuid");
    case RefusalReason::BadField:
        return QCoreApplication::translate("RejectedTable", "a field can't be read");
    case RefusalReason::TooLarge:
        return kind == PushKind::Record
            ? QCoreApplication::translate("RejectedTable", "too large")
            : QCoreApplication::translate("RejectedTable", "%1 over the size limit").arg(pushKindText(kind));
    case RefusalReason::UnknownEncoding:
        return QCoreApplication::translate("RejectedTable", "unknown Content-Encoding");
    case RefusalReason::BadEncoding:
        return QCoreApplication::translate("RejectedTable", "not in the encoding it names");
    case RefusalReason::ListOfRecords:
        return QCoreApplication::translate("RejectedTable", "a list of records of another platform");
    case RefusalReason::Form:
        return QCoreApplication::translate("RejectedTable", "a form");
    case RefusalReason::Xml:
        return QCoreApplication::translate("RejectedTable", "XML");
    case RefusalReason::OtherPlatform:
        return QCoreApplication::translate("RejectedTable", "a record of another platform");
    }
    return {};
}

} // namespace callboard
