// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_facts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString Dash = u"–"_s;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CallFacts)
};

constexpr const char *FieldWords[FieldCount] = {
    QT_TRANSLATE_NOOP("CallFacts", "Company"),        QT_TRANSLATE_NOOP("CallFacts", "Application"),
    QT_TRANSLATE_NOOP("CallFacts", "Script"),         QT_TRANSLATE_NOOP("CallFacts", "Call id"),
    QT_TRANSLATE_NOOP("CallFacts", "Line"),           QT_TRANSLATE_NOOP("CallFacts", "Called number"),
    QT_TRANSLATE_NOOP("CallFacts", "Direction"),      QT_TRANSLATE_NOOP("CallFacts", "Answered at"),
    QT_TRANSLATE_NOOP("CallFacts", "Hung up at"),     QT_TRANSLATE_NOOP("CallFacts", "Pushed ring"),
    QT_TRANSLATE_NOOP("CallFacts", "Pushed call"),    QT_TRANSLATE_NOOP("CallFacts", "Relation id"),
    QT_TRANSLATE_NOOP("CallFacts", "Campaign"),       QT_TRANSLATE_NOOP("CallFacts", "Data id"),
    QT_TRANSLATE_NOOP("CallFacts", "Dialled at"),     QT_TRANSLATE_NOOP("CallFacts", "Rang at"),
    QT_TRANSLATE_NOOP("CallFacts", "Result code"),    QT_TRANSLATE_NOOP("CallFacts", "Result words"),
    QT_TRANSLATE_NOOP("CallFacts", "Retries before"), QT_TRANSLATE_NOOP("CallFacts", "Data row"),
    QT_TRANSLATE_NOOP("CallFacts", "Columns"),        QT_TRANSLATE_NOOP("CallFacts", "Values")};

QString preciseTime(qint64 epochMs, const Format &format)
{
    const int ms = QDateTime::fromMSecsSinceEpoch(epochMs, format.zone()).time().msec();
    return u"%1.%2"_s.arg(format.dateTime(epochMs)).arg(ms, 3, 10, QChar(u'0'));
}

/// Pushed durations are whole seconds: no decimals that nobody measured.
QString pushedSeconds(qint64 seconds)
{
    return QCoreApplication::translate("CallFacts", "%1 s").arg(seconds);
}

QString fieldValue(const CallFields &fields, const FieldInfo &info, const Format &format)
{
    if (!fields.presentFields.has(info.field))
        return Dash;
    if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
        return fields.*(*text);
    if (const auto *list = std::get_if<QStringList CallFields::*>(&info.member))
        return (fields.*(*list)).join(u" · "_s);
    const qint64 value = fields.*std::get<qint64 CallFields::*>(info.member);
    if (info.kind == FieldKind::Time)
        return preciseTime(value, format);
    return info.kind == FieldKind::Seconds ? pushedSeconds(value) : QString::number(value);
}

QString jsonText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

void addUnknown(QList<QStringList> &rows, const QJsonObject &extra)
{
    for (auto it = extra.begin(); it != extra.end(); ++it)
        rows.append(
            {it.key(), QCoreApplication::translate("CallFacts", "Not in the specification"), jsonText(it.value())});
}

qint64 between(qint64 from, qint64 to)
{
    return from > 0 && to >= from ? to - from : -1;
}

/// True when pushed whole seconds are a rounded stretch of milliseconds.
bool counts(qint64 pushedSeconds, qint64 ms)
{
    return ms >= 0 && std::abs(static_cast<double>(pushedSeconds) - static_cast<double>(ms) / 1000.0) <= 1.0;
}

QString talkMeaning(const CallFields &f)
{
    if (counts(f.durationCall, between(f.timeAnswer, f.timeHangup)))
        return QCoreApplication::translate("CallFacts", "answer to hang-up");
    if (counts(f.durationCall, between(f.timeDial, f.timeHangup)))
        return QCoreApplication::translate("CallFacts", "dial to hang-up");
    if (counts(f.durationCall, between(f.timeRing, f.timeHangup)))
        return QCoreApplication::translate("CallFacts", "ring to hang-up");
    return QCoreApplication::translate("CallFacts", "matches no times");
}

QString ringMeaning(const CallFields &f)
{
    const qint64 end = f.timeAnswer > 0 ? f.timeAnswer : f.timeHangup;
    if (counts(f.durationRing, between(f.timeDial, end)))
        return f.timeAnswer > 0 ? QCoreApplication::translate("CallFacts", "dial to answer")
                                : QCoreApplication::translate("CallFacts", "dial to hang-up");
    if (counts(f.durationRing, between(f.timeRing, end)))
        return f.timeAnswer > 0 ? QCoreApplication::translate("CallFacts", "ring to answer")
                                : QCoreApplication::translate("CallFacts", "ring to hang-up");
    return QCoreApplication::translate("CallFacts", "matches no times");
}

QString seconds(qint64 ms, const Format &format)
{
    return ms < 0 ? Dash : format.exactSeconds(ms);
}

QStringList durationRow(const QString &name, qint64 ms, const Format &format)
{
    return {name, seconds(ms, format), Dash, QString()};
}

} // namespace

QString fieldWords(Field field)
{
    return Texts::tr(FieldWords[static_cast<int>(field)]);
}

QList<QStringList> fieldRows(const CallRecord &call, const Format &format)
{
    QList<QStringList> rows;
    for (const FieldInfo &info : fieldTable())
        rows.append({QString(info.name), fieldWords(info.field), fieldValue(call.fields, info, format)});
    addUnknown(rows, call.extraOutbound);
    QJsonObject basicOnly = call.extraBasic;
    for (const QString &key : call.extraOutbound.keys()) {
        if (basicOnly.value(key) == call.extraOutbound.value(key))
            basicOnly.remove(key);
    }
    addUnknown(rows, basicOnly);
    return rows;
}

QList<QStringList> durationRows(const CallRecord &call, const Format &format)
{
    const CallFields &f = call.fields;
    QList<QStringList> rows{
        durationRow(QCoreApplication::translate("CallFacts", "Talk time"), call.isAnswered() ? call.talkMs() : -1,
                    format),
        durationRow(QCoreApplication::translate("CallFacts", "Time to answer"), between(f.timeDial, f.timeAnswer),
                    format),
        durationRow(QCoreApplication::translate("CallFacts", "Post-dial delay"), between(f.timeDial, f.timeRing),
                    format),
    };
    if (f.presentFields.has(Field::DurationCall)) {
        rows[0][2] = pushedSeconds(f.durationCall);
        rows[0][3] = talkMeaning(f);
    }
    if (f.presentFields.has(Field::DurationRing)) {
        rows[1][2] = pushedSeconds(f.durationRing);
        rows[1][3] = ringMeaning(f);
    }
    return rows;
}

QList<QStringList> customerRows(const CallRecord &call)
{
    const QStringList &head = call.fields.taskRowHead;
    const QStringList &value = call.fields.taskRowValue;
    QList<QStringList> rows;
    for (qsizetype i = 0; i < std::max(head.size(), value.size()); ++i)
        rows.append({i < head.size() ? head.at(i) : u"#%1"_s.arg(i + 1), i < value.size() ? value.at(i) : Dash});
    return rows;
}

QStringList anomalySentences(const CallRecord &call)
{
    QStringList sentences = anomalyWords(call.anomalies());
    if (!call.anomalies().testFlag(Anomaly::Contradiction))
        return sentences;
    QStringList names;
    for (const FieldInfo &info : fieldTable()) {
        if (call.conflicts.has(info.field))
            names.append(QString(info.name));
    }
    sentences[0] += u": "_s + names.join(u", "_s);
    return sentences;
}

QString rawText(const RawMessage &message, Privacy privacy, const QStringList &personalColumns)
{
    if (message.number == 0)
        return {};
    return privacy == Privacy::Masked ? maskBody(message.body, personalColumns) : QString::fromUtf8(message.body);
}

QString messageTitle(const QString &name, const RawMessage &message, bool came, const Format &format)
{
    if (message.number != 0 && message.remote.isEmpty())
        return Texts::tr("%1 · arrived %2").arg(name, format.dateTime(message.arrivedAt));
    if (message.number != 0)
        return Texts::tr("%1 · arrived %2 from %3").arg(name, format.dateTime(message.arrivedAt), message.remote);
    if (message.isDamaged)
        return Texts::tr("%1 · kept, but damaged: it can't be read any more").arg(name);
    return came ? Texts::tr("%1 · not kept any more").arg(name) : Texts::tr("%1 · not received").arg(name);
}

} // namespace callboard
