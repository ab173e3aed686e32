// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/masking.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Keys of the protocol whose values are no phone numbers and stay readable in a raw view.
bool isOpenKey(const QString &key)
{
    const FieldInfo *info = findField(key);
    return info && info->field != Field::Caller && info->field != Field::Callee && info->kind != FieldKind::TextList;
}

QJsonValue maskValue(const QJsonValue &value);

QJsonArray maskArray(const QJsonArray &array)
{
    QJsonArray result;
    for (const QJsonValue &element : array)
        result.append(maskValue(element));
    return result;
}

QJsonObject maskObject(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), maskValue(it.value()));
    return result;
}

QJsonValue maskValue(const QJsonValue &value)
{
    if (value.isString())
        return maskText(value.toString());
    if (value.isArray())
        return maskArray(value.toArray());
    if (value.isObject())
        return maskObject(value.toObject());
    if (!value.isDouble())
        return value;
    const QString text = QString::number(value.toInteger());
    const QString covered = maskText(text);
    return covered == text ? value : QJsonValue(covered);
}

QJsonObject maskPush(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), isOpenKey(it.key()) ? it.value() : maskValue(it.value()));
    return result;
}

const QRegularExpression &numberPattern()
{
    static const QRegularExpression pattern(u"\\+?\\d(?:[ \\-\\x{00A0}]?\\d){6,}"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

} // namespace

QString maskNumber(const QString &number)
{
    constexpr qsizetype Head = 3;
    constexpr qsizetype Tail = 4;
    const qsizetype covered = number.size() - Head - Tail;
    if (covered < 1)
        return QString(number.size(), u'*');
    return number.left(Head) + QString(covered, u'*') + number.right(Tail);
}

QString maskText(const QString &text)
{
    QString result;
    qsizetype from = 0;
    auto matches = numberPattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result.append(QStringView(text).mid(from, match.capturedStart() - from));
        result += maskNumber(match.captured());
        from = match.capturedEnd();
    }
    return from == 0 ? text : result.append(QStringView(text).mid(from));
}

CallRecord masked(CallRecord call)
{
    call.fields.caller = maskNumber(call.fields.caller);
    call.fields.callee = maskNumber(call.fields.callee);
    for (QString &value : call.fields.taskRowValue)
        value = maskText(value);
    call.extraBasic = maskObject(call.extraBasic);
    call.extraOutbound = maskObject(call.extraOutbound);
    return call;
}

QString maskBody(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return maskText(QString::fromUtf8(body));
    return QString::fromUtf8(QJsonDocument(maskPush(document.object())).toJson(QJsonDocument::Indented));
}

} // namespace callboard
