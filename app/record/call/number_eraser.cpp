// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/number_eraser.h"

#include "record/protocol/exact_numbers.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype TokenSigns = 12; ///< of sixteen each

/// Fields whose texts are erased. Those that name calls, campaigns and results hold the figures together.
bool mayBeErased(const FieldInfo &info)
{
    return info.kind == FieldKind::Text && info.field != Field::CallUuid && info.field != Field::TaskId
        && info.field != Field::TaskResult;
}

/// A time of this century, told in milliseconds. The number that such a time looks like is none of a person.
bool isUsualTime(const FieldInfo &info, qint64 value)
{
    constexpr qint64 Year2000 = 946'684'800'000, Year2100 = 4'102'444'800'000;
    return info.kind == FieldKind::Time && value >= Year2000 && value < Year2100;
}

QJsonObject objectOf(const QByteArray &body)
{
    constexpr QByteArrayView Mark = "\xEF\xBB\xBF";
    return QJsonDocument::fromJson(withExactNumbers(body.startsWith(Mark) ? body.mid(Mark.size()) : body)).object();
}

/// "1.38e10" or "13800e-1", in which the digits of a number don't stand one behind the other, or further ones follow.
bool hasExponent(const QByteArray &body)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (qsizetype at = 1; at + 1 < body.size(); ++at) {
        const bool isExponent = (body[at] == 'e' || body[at] == 'E') && (isDigit(body[at - 1]) || body[at - 1] == '.');
        if (isExponent && (isDigit(body[at + 1]) || body[at + 1] == '+' || body[at + 1] == '-'))
            return true;
    }
    return false;
}

bool isBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '-' || c == '_';
}

/// What the longer words of a body stand for when they are base64.
QByteArray decodedBase64(const QByteArray &body)
{
    constexpr qsizetype Shortest = 10; // seven digits
    QByteArray decoded;
    for (qsizetype at = 0; at < body.size();) {
        const auto end = std::find_if_not(body.begin() + at, body.end(), isBase64) - body.begin();
        if (end - at >= Shortest) {
            QByteArray word = body.mid(at, end - at);
            word.replace('-', '+').replace('_', '/');
            decoded.append(QByteArray::fromBase64(word)).append('\n');
        }
        at = end + 1;
    }
    return decoded;
}

QJsonValue valueOf(const CallFields &fields, const FieldInfo &info)
{
    if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
        return fields.**text;
    if (const auto *list = std::get_if<QStringList CallFields::*>(&info.member))
        return QJsonArray::fromStringList(fields.**list);
    return fields.*std::get<qint64 CallFields::*>(info.member);
}

} // namespace

QString NumberEraser::token(QStringView place) const
{
    const QByteArray hash =
        QMessageAuthenticationCode::hash(place.toUtf8(), m_secret, QCryptographicHash::Sha256).toHex();
    return u"erased-"_s + QString::fromLatin1(hash.first(TokenSigns));
}

QString NumberEraser::replaced(const QString &text) const
{
    return m_number.replaced(text, [this](QStringView place) { return token(place); });
}

bool NumberEraser::isIn(const QJsonValue &value) const
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), [this](const QJsonValue &element) { return isIn(element); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (m_number.isIn(it.key()) || isIn(it.value()))
                return true;
        }
        return false;
    }
    return m_number.isIn(value.isDouble() ? QString::number(value.toInteger()) : value.toString());
}

bool NumberEraser::isOf(const CallFields &fields) const
{
    const auto has = [this](const QString &text) { return m_number.isIn(text); };
    return has(fields.callee) || (fields.direction == 1 && has(fields.caller))
        || std::any_of(fields.taskRowValue.begin(), fields.taskRowValue.end(), has);
}

bool NumberEraser::isOf(const CallRecord &call) const
{
    return isOf(call.fields) || isIn(QJsonValue(call.extraBasic)) || isIn(QJsonValue(call.extraOutbound));
}

bool NumberEraser::isOf(const PartMessage &message) const
{
    return isOf(message.fields) || isIn(QJsonValue(message.extra));
}

bool NumberEraser::staysIn(const CallFields &fields) const
{
    return m_number.isIn(fields.callUuid) || m_number.isIn(fields.taskId) || m_number.isIn(fields.taskResult);
}

/// By another number, which follows from it as a token follows from a text, where the value tells calls apart or that
/// something happened; by a zero where it is a count of nothing.
bool NumberEraser::eraseNumber(CallFields &fields, const FieldInfo &info) const
{
    constexpr qint64 First = 8'000'000'000'000'000, Several = 1'000'000'000'000'000; // sixteen digits, exact in JSON
    qint64 &value = fields.*std::get<qint64 CallFields::*>(info.member);
    if (isUsualTime(info, value) || !m_number.isIn(value))
        return false;
    const bool isNeeded = info.kind == FieldKind::Time || info.field == Field::TaskRowIndex;
    const qint64 hash = token(QString::number(value)).last(TokenSigns).toLongLong(nullptr, 16);
    value = isNeeded ? First + hash % Several : 0;
    return true;
}

bool NumberEraser::eraseFields(CallFields &fields, bool isPersons) const
{
    const CallFields before = fields;
    for (const FieldInfo &info : fieldTable()) {
        if (mayBeErased(info)) {
            QString &text = fields.*std::get<QString CallFields::*>(info.member);
            text = replaced(text);
        } else if (std::holds_alternative<qint64 CallFields::*>(info.member)) {
            eraseNumber(fields, info);
        }
    }
    for (QString &name : fields.taskRowHead)
        name = replaced(name);
    for (QString &value : fields.taskRowValue)
        value = isPersons ? u""_s : replaced(value);
    return !(fields == before);
}

/// All values: they may say who the person is without the number.
bool NumberEraser::eraseExtra(QJsonObject &extra) const
{
    QJsonObject emptied;
    for (auto it = extra.begin(); it != extra.end(); ++it)
        emptied.insert(replaced(it.key()), QString());
    return std::exchange(extra, emptied) != emptied;
}

bool NumberEraser::erase(CallRecord &call, bool isPersons) const
{
    bool changed = eraseFields(call.fields, isPersons);
    if (isPersons) {
        for (QJsonObject *extra : {&call.extraBasic, &call.extraOutbound})
            changed = eraseExtra(*extra) || changed;
    }
    return changed;
}

bool NumberEraser::isIn(const QByteArray &body) const
{
    return m_number.isIn(QString::fromUtf8(body));
}

bool NumberEraser::mayBeIn(const QByteArray &body) const
{
    return isIn(body) || hasExponent(body);
}

bool NumberEraser::isInUnknown(const QByteArray &body) const
{
    const QByteArray inBase64 = decodedBase64(body);
    for (const char *encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"}) {
        for (const QByteArray &bytes : {body, inBase64}) {
            QStringDecoder decoder(encoding);
            if (decoder.isValid() && m_number.isIn(QString(decoder.decode(bytes))))
                return true;
        }
    }
    return false;
}

bool NumberEraser::isCompressed(const QByteArray &body)
{
    constexpr std::array<QByteArrayView, 4> Beginnings{"\x1f\x8b", "\x28\xb5\x2f\xfd", "PK\x03\x04", "\x78\x9c"};
    return std::any_of(Beginnings.begin(), Beginnings.end(),
                       [&](auto beginning) { return body.startsWith(beginning); });
}

/// A member that the reader takes for unset may hold anything.
QJsonValue NumberEraser::erasedField(const FieldInfo &info, const QJsonValue &value, const CallFields &before,
                                     const CallFields &after) const
{
    if (!before.presentFields.has(info.field))
        return isIn(value) ? QJsonValue() : value;
    const QJsonValue left = valueOf(after, info);
    return left == valueOf(before, info) ? value : left;
}

QByteArray NumberEraser::erased(const QByteArray &body, const PartMessage &message, bool isPersons) const
{
    CallFields without = message.fields;
    eraseFields(without, isPersons);
    const QJsonObject object = objectOf(body);
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const FieldInfo *info = findField(it.key()))
            result.insert(it.key(), erasedField(*info, it.value(), message.fields, without));
        else
            result.insert(isPersons ? replaced(it.key()) : it.key(), isPersons ? QJsonValue(QString()) : it.value());
    }
    const QByteArray left = QJsonDocument(result).toJson(QJsonDocument::Compact);
    // Of two members of one name only the last counts, and only it is in the object.
    const bool isChanged = result != object || (isIn(body) && !isIn(left));
    return isChanged ? left : body;
}

QJsonValue NumberEraser::erased(const QJsonValue &value) const
{
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue &element : value.toArray())
            result.append(erased(element));
        return result;
    }
    if (value.isObject()) {
        QJsonObject result;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            result.insert(replaced(it.key()), erased(it.value()));
        return result;
    }
    return value.isString() ? QJsonValue(replaced(value.toString())) : value;
}

QString NumberEraser::erased(const QString &text) const
{
    if (!m_number.isIn(text))
        return text;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isObject()) {
        const QJsonObject result = erased(QJsonValue(document.object())).toObject();
        return result == document.object() ? text
                                           : QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact));
    }
    return replaced(text);
}

} // namespace callboard
