// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/number_eraser.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Fields whose texts are erased. Those that name calls, campaigns and results hold the figures together.
bool mayBeErased(const FieldInfo &info)
{
    return info.kind == FieldKind::Text && info.field != Field::CallUuid && info.field != Field::TaskId
        && info.field != Field::TaskResult;
}

QJsonObject objectOf(const QByteArray &body)
{
    constexpr QByteArrayView Mark = "\xEF\xBB\xBF";
    return QJsonDocument::fromJson(body.startsWith(Mark) ? body.mid(Mark.size()) : body).object();
}

QJsonArray emptyTexts(qsizetype count)
{
    QJsonArray list;
    for (qsizetype i = 0; i < count; ++i)
        list.append(QString());
    return list;
}

} // namespace

QString NumberEraser::token(QStringView place) const
{
    constexpr qsizetype Signs = 12;
    const QByteArray hash =
        QMessageAuthenticationCode::hash(place.toUtf8(), m_secret, QCryptographicHash::Sha256).toHex();
    return u"erased-"_s + QString::fromLatin1(hash.first(Signs));
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

bool NumberEraser::eraseFields(CallFields &fields, bool isPersons) const
{
    const CallFields before = fields;
    for (const FieldInfo &info : fieldTable()) {
        if (mayBeErased(info)) {
            QString &text = fields.*std::get<QString CallFields::*>(info.member);
            text = replaced(text);
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

QByteArray NumberEraser::erased(const QByteArray &body, const PartMessage &message, bool isPersons) const
{
    PartMessage without = message;
    bool changed = eraseFields(without.fields, isPersons);
    if (isPersons)
        changed = eraseExtra(without.extra) || changed;
    if (!changed)
        return body;
    const QJsonObject object = objectOf(body);
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const FieldInfo *info = findField(it.key());
        if (!info && isPersons)
            result.insert(replaced(it.key()), QString());
        else if (!info || !message.fields.presentFields.has(info->field))
            result.insert(it.key(), it.value());
        else if (mayBeErased(*info))
            result.insert(it.key(), without.fields.*std::get<QString CallFields::*>(info->member));
        else if (info->field == Field::TaskRowHead)
            result.insert(it.key(), QJsonArray::fromStringList(without.fields.taskRowHead));
        else if (info->field == Field::TaskRowValue)
            result.insert(it.key(),
                          isPersons ? emptyTexts(without.fields.taskRowValue.size())
                                    : QJsonArray::fromStringList(without.fields.taskRowValue));
        else
            result.insert(it.key(), it.value());
    }
    return QJsonDocument(result).toJson(QJsonDocument::Compact);
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
