// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/call_record.h"

#include "record/call/result_codes.h"

#include <QCoreApplication>
#include <QStringBuilder>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Year2000 = 946'684'800'000;
constexpr qint64 DayMs = 86'400'000;

bool sameValue(const CallFields &a, const CallFields &b, const FieldInfo &info)
{
    return std::visit([&](auto member) { return a.*member == b.*member; }, info.member);
}

void copyValue(CallFields &to, const CallFields &from, const FieldInfo &info)
{
    std::visit([&](auto member) { to.*member = from.*member; }, info.member);
    to.presentFields.add(info.field);
}

void mergeField(CallRecord &call, const PartMessage &message, const FieldInfo &info)
{
    const bool differs = call.fields.presentFields.has(info.field) && !sameValue(call.fields, message.fields, info);
    if (differs)
        call.conflicts.add(info.field);
    const bool outbound = message.part == Part::Outbound;
    if (!outbound && call.outboundPresent.has(info.field))
        return;
    if (differs || !call.fields.presentFields.has(info.field))
        copyValue(call.fields, message.fields, info);
    if (outbound)
        call.outboundPresent.add(info.field);
}

void mergeFields(CallRecord &call, const PartMessage &message)
{
    if (call.fields.presentFields.isEmpty()) { // the first message of most calls: nothing to compare
        call.fields = message.fields;
        call.outboundPresent = message.part == Part::Outbound ? message.fields.presentFields : FieldSet();
        return;
    }
    for (const FieldInfo &info : fieldTable()) {
        if (message.fields.presentFields.has(info.field))
            mergeField(call, message, info);
    }
}

void mergeExtra(QJsonObject &into, const QJsonObject &extra)
{
    for (auto it = extra.begin(); it != extra.end(); ++it)
        into.insert(it.key(), it.value());
}

void noteArrival(CallRecord &call, Part part, qint64 arrivedAt, qint64 pushNumber)
{
    if (!call.parts.isEmpty() && !call.parts.has(part))
        call.pairedAt = arrivedAt;
    call.firstArrival = call.parts.isEmpty() ? arrivedAt : std::min(call.firstArrival, arrivedAt);
    call.lastArrival = std::max(call.lastArrival, arrivedAt);
    call.parts = call.parts | part;
    (part == Part::Basic ? call.basicPush : call.outboundPush) = pushNumber;
}

bool timesInOrder(const CallFields &f)
{
    qint64 previous = 0;
    for (const qint64 time : {f.timeDial, f.timeRing, f.timeAnswer, f.timeHangup}) {
        if (time == 0)
            continue;
        if (time < previous)
            return false;
        previous = time;
    }
    return true;
}

Anomalies fieldAnomalies(const CallFields &f)
{
    Anomalies found;
    found.setFlag(Anomaly::TimesOutOfOrder, !timesInOrder(f));
    found.setFlag(Anomaly::RowLengthDiffers, f.taskRowHead.size() != f.taskRowValue.size());
    found.setFlag(Anomaly::UnknownResult, !f.taskResult.isEmpty() && !findResultCode(f.taskResult));
    found.setFlag(Anomaly::NegativeDuration, f.durationCall < 0 || f.durationRing < 0);
    return found;
}

} // namespace

bool isPossibleHangup(qint64 hangupMs, qint64 firstArrivalMs)
{
    return hangupMs >= Year2000 && hangupMs <= firstArrivalMs + DayMs;
}

qint64 CallRecord::placedAt() const
{
    return isPossibleHangup(fields.timeHangup, firstArrival) ? fields.timeHangup : firstArrival;
}

qint64 CallRecord::talkMs() const
{
    if (!isAnswered() || !isPossibleHangup(fields.timeHangup, firstArrival))
        return 0;
    return std::max<qint64>(0, fields.timeHangup - fields.timeAnswer);
}

qint64 CallRecord::answerDelayMs() const
{
    // Beyond a day, one of the two is no time. The sum of a few such would be no number any more, for everybody who
    // counts.
    const qint64 delay = saysAnswerDelay() ? fields.timeAnswer - fields.timeDial : 0;
    return delay > DayMs ? 0 : std::max<qint64>(0, delay);
}

Anomalies CallRecord::anomalies() const
{
    Anomalies found = fieldAnomalies(fields);
    found.setFlag(Anomaly::Contradiction, !conflicts.isEmpty());
    if (fields.timeHangup == 0)
        found.setFlag(Anomaly::NoHangup);
    else if (!isPossibleHangup(fields.timeHangup, firstArrival))
        found.setFlag(Anomaly::ImpossibleHangup);
    return found;
}

bool mergeInto(CallRecord &call, const PartMessage &message, qint64 arrivedAt, qint64 pushNumber)
{
    const bool repeated = call.parts.has(message.part);
    mergeFields(call, message);
    mergeExtra(message.part == Part::Basic ? call.extraBasic : call.extraOutbound, message.extra);
    noteArrival(call, message.part, arrivedAt, pushNumber);
    return repeated;
}

QString contactKey(const CallRecord &call)
{
    if (!call.parts.hasOutbound() || call.fields.taskId.isEmpty())
        return {};
    const CallFields &f = call.fields;
    if (!f.taskDataId.isEmpty())
        return u"d:" % f.taskDataId;
    if (f.presentFields.has(Field::TaskRowIndex))
        return u"r:" % QString::number(f.taskRowIndex);
    return f.callee.isEmpty() ? QString() : u"n:" % f.callee;
}

QStringList anomalyWords(Anomalies anomalies)
{
    static constexpr std::pair<Anomaly, const char *> Words[] = {
        {Anomaly::Contradiction, QT_TRANSLATE_NOOP("Anomaly", "The messages contradict each other")},
        {Anomaly::NoHangup, QT_TRANSLATE_NOOP("Anomaly", "No hang-up time: placed at its arrival")},
        {Anomaly::ImpossibleHangup, QT_TRANSLATE_NOOP("Anomaly", "Impossible hang-up time: placed at its arrival")},
        {Anomaly::TimesOutOfOrder,
         QT_TRANSLATE_NOOP("Anomaly", "Times are not in the order dial, ring, answer, hang-up")},
        {Anomaly::RowLengthDiffers, QT_TRANSLATE_NOOP("Anomaly", "Customer row: head and values differ in length")},
        {Anomaly::UnknownResult, QT_TRANSLATE_NOOP("Anomaly", "Unknown result code")},
        {Anomaly::NegativeDuration, QT_TRANSLATE_NOOP("Anomaly", "A pushed duration is negative")},
    };
    QStringList words;
    for (const auto &[flag, text] : Words) {
        if (anomalies.testFlag(flag))
            words.append(QCoreApplication::translate("Anomaly", text));
    }
    return words;
}

} // namespace callboard
