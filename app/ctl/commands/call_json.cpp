// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/call_json.h"

#include <QJsonArray>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QJsonValue valueOf(const QString &text)
{
    return text;
}

QJsonValue valueOf(qint64 number)
{
    return number;
}

QJsonValue valueOf(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QJsonObject extraOf(const CallRecord &call)
{
    QJsonObject extra = call.extraBasic;
    for (auto it = call.extraOutbound.begin(); it != call.extraOutbound.end(); ++it)
        extra.insert(it.key(), it.value());
    return extra;
}

} // namespace

QJsonObject callJson(const CallRecord &call)
{
    QJsonObject json;
    for (const FieldInfo &info : fieldTable()) {
        if (call.fields.presentFields.has(info.field))
            json.insert(info.name, std::visit([&](auto member) { return valueOf(call.fields.*member); }, info.member));
    }
    json.insert("parts"_L1, call.parts.select(QString(), u"basic_only"_s, u"outbound_only"_s, u"both"_s));
    json.insert("answered"_L1, call.isAnswered());
    json.insert("placed_at"_L1, call.placedAt());
    json.insert("talk_ms"_L1, call.talkMs());
    json.insert("first_arrival"_L1, call.firstArrival);
    json.insert("last_arrival"_L1, call.lastArrival);
    json.insert("anomalies"_L1, QJsonArray::fromStringList(anomalyWords(call.anomalies())));
    if (const QJsonObject extra = extraOf(call); !extra.isEmpty())
        json.insert("extra"_L1, extra);
    return json;
}

} // namespace callboard
