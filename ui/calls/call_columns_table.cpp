// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/call_columns_table.h"

#include "record/call/result_codes.h"
#include "record/filter/filter_words.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Left = Qt::AlignLeft | Qt::AlignVCenter;
constexpr auto Right = Qt::AlignRight | Qt::AlignVCenter;

const QString Dash = u"–"_s;

QString orDash(const QString &text)
{
    return text.isEmpty() ? Dash : text;
}

QString span(qint64 from, qint64 to, const Format &format)
{
    return from > 0 && to > 0 ? format.exactSeconds(to - from) : Dash;
}

QString placedTime(const CallRecord &c, const CallCellContext &x)
{
    return x.format.dateTime(c.placedAt());
}

QString taskCell(const CallRecord &c, const CallCellContext &x)
{
    return x.taskName ? x.taskName(c.fields.taskId) : orDash(c.fields.taskId);
}

QString resultCell(const CallRecord &c, const CallCellContext &x)
{
    return callResultText(c, x.meanings, x.format);
}

QString classCell(const CallRecord &c, const CallCellContext &x)
{
    if (!c.isOutbound() || c.isAwaiting())
        return Dash;
    return outcomeClassWord(x.meanings.classOf(c.fields.taskResult, c.isAnswered()));
}

QString talkCell(const CallRecord &c, const CallCellContext &x)
{
    return c.isAnswered() ? x.format.duration(c.talkMs()) : Dash;
}

QString pushedSeconds(const CallRecord &c, Field field, qint64 seconds, const Format &format)
{
    return c.fields.presentFields.has(field) ? format.exactSeconds(seconds * 1000) : Dash;
}

QString pushedDuration(const CallRecord &c, const CallCellContext &x)
{
    return pushedSeconds(c, Field::DurationCall, c.fields.durationCall, x.format);
}

QString pushedRing(const CallRecord &c, const CallCellContext &x)
{
    return pushedSeconds(c, Field::DurationRing, c.fields.durationRing, x.format);
}

QString answerCell(const CallRecord &c, const CallCellContext &x)
{
    return span(c.fields.timeDial, c.fields.timeAnswer, x.format);
}

QString ringCell(const CallRecord &c, const CallCellContext &x)
{
    return span(c.fields.timeDial, c.fields.timeRing, x.format);
}

QString tryCell(const CallRecord &c, const CallCellContext &x)
{
    return c.fields.presentFields.has(Field::TaskTries) ? x.format.count(c.fields.taskTries + 1) : Dash;
}

QString rowIndexCell(const CallRecord &c, const CallCellContext &)
{
    return c.fields.presentFields.has(Field::TaskRowIndex) ? QString::number(c.fields.taskRowIndex) : Dash;
}

QString anomalyCell(const CallRecord &c, const CallCellContext &)
{
    return anomalyWords(c.anomalies()).join(u"; "_s);
}

QString arrivalCell(const CallRecord &c, const CallCellContext &x)
{
    return x.format.dateTime(c.firstArrival);
}

QString lagCell(const CallRecord &c, const CallCellContext &x)
{
    return span(c.fields.timeHangup, c.firstArrival, x.format);
}

// A lambda per column keeps what a column says in one line of the table.
#define TEXT_OF(member) [](const CallRecord &c, const CallCellContext &) { return orDash(c.fields.member); }

constexpr CallTableColumn Columns[] = {
    {"time", QT_TRANSLATE_NOOP("CallTable", "Hang-up time"),
     QT_TRANSLATE_NOOP("CallTable", "When the call ended; its arrival where no usable time was pushed (time_hangup)"),
     Left, 145, true, placedTime},
    {"task", QT_TRANSLATE_NOOP("CallTable", "Campaign"),
     QT_TRANSLATE_NOOP("CallTable", "Alias or id of the campaign (task_id)"), Left, 105, true, taskCell},
    {"callee", QT_TRANSLATE_NOOP("CallTable", "Called number"), QT_TRANSLATE_NOOP("CallTable", "callee"), Left, 112,
     true, TEXT_OF(callee)},
    {"result", QT_TRANSLATE_NOOP("CallTable", "Result"),
     QT_TRANSLATE_NOOP("CallTable", "Word and code of task_result; the colour is its outcome class"), Left, 192, true,
     resultCell},
    {"talk", QT_TRANSLATE_NOOP("CallTable", "Talk"),
     QT_TRANSLATE_NOOP("CallTable", "Talk time: time_hangup − time_answer of answered calls"), Right, 58, true,
     talkCell},
    {"answer_after", QT_TRANSLATE_NOOP("CallTable", "Answered after"),
     QT_TRANSLATE_NOOP("CallTable", "Time to answer: time_answer − time_dial"), Right, 108, true, answerCell},
    {"try", QT_TRANSLATE_NOOP("CallTable", "Try"),
     QT_TRANSLATE_NOOP("CallTable", "Number of this attempt (task_tries + 1)"), Right, 64, true, tryCell},
    {"customer", QT_TRANSLATE_NOOP("CallTable", "Customer row"),
     QT_TRANSLATE_NOOP("CallTable", "Values of the customer row (task_row_value)"), Left, 240, true,
     [](const CallRecord &c, const CallCellContext &) { return orDash(callCustomerText(c)); }},
    {"caller", QT_TRANSLATE_NOOP("CallTable", "Line"), QT_TRANSLATE_NOOP("CallTable", "The line that called (caller)"),
     Left, 120, true, TEXT_OF(caller)},
    {"parts", QT_TRANSLATE_NOOP("CallTable", "Messages"),
     QT_TRANSLATE_NOOP("CallTable", "Which of the two messages have come"), Left, 120, false,
     [](const CallRecord &c, const CallCellContext &) { return partsWords(c.parts); }},
    {"anomalies", QT_TRANSLATE_NOOP("CallTable", "Anomalies"),
     QT_TRANSLATE_NOOP("CallTable", "What is odd about the call"), Left, 180, true, anomalyCell},
    {"class", QT_TRANSLATE_NOOP("CallTable", "Outcome class"),
     QT_TRANSLATE_NOOP("CallTable", "One of the seven outcome classes"), Left, 130, false, classCell},
    {"direction", QT_TRANSLATE_NOOP("CallTable", "Direction"),
     QT_TRANSLATE_NOOP("CallTable", "direction: 1 inbound, 2 outbound"), Left, 80, false,
     [](const CallRecord &c, const CallCellContext &) { return callDirectionText(c); }},
    {"ring_after", QT_TRANSLATE_NOOP("CallTable", "Rang after"),
     QT_TRANSLATE_NOOP("CallTable", "Post-dial delay: time_ring − time_dial"), Right, 90, false, ringCell},
    {"pushed_duration", QT_TRANSLATE_NOOP("CallTable", "Pushed duration"),
     QT_TRANSLATE_NOOP("CallTable", "duration_call as pushed"), Right, 120, false, pushedDuration},
    {"pushed_ring", QT_TRANSLATE_NOOP("CallTable", "Pushed ring"),
     QT_TRANSLATE_NOOP("CallTable", "duration_ring as pushed"), Right, 100, false, pushedRing},
    {"dialled", QT_TRANSLATE_NOOP("CallTable", "Dial time"), QT_TRANSLATE_NOOP("CallTable", "time_dial"), Left, 150,
     false, [](const CallRecord &c, const CallCellContext &x) { return x.format.dateTime(c.fields.timeDial); }},
    {"arrived", QT_TRANSLATE_NOOP("CallTable", "First arrival"),
     QT_TRANSLATE_NOOP("CallTable", "When the first message about the call arrived"), Left, 150, false, arrivalCell},
    {"lag", QT_TRANSLATE_NOOP("CallTable", "Delivery lag"),
     QT_TRANSLATE_NOOP("CallTable", "First arrival − time_hangup"), Right, 100, false, lagCell},
    {"row_index", QT_TRANSLATE_NOOP("CallTable", "Data row"), QT_TRANSLATE_NOOP("CallTable", "task_row_index"), Right,
     90, false, rowIndexCell},
    {"data_id", QT_TRANSLATE_NOOP("CallTable", "Data id"), QT_TRANSLATE_NOOP("CallTable", "task_data_id"), Left, 100,
     false, TEXT_OF(taskDataId)},
    {"robot", QT_TRANSLATE_NOOP("CallTable", "Script"), QT_TRANSLATE_NOOP("CallTable", "robot_id"), Left, 90, false,
     TEXT_OF(robotId)},
    {"relation", QT_TRANSLATE_NOOP("CallTable", "Relation id"),
     QT_TRANSLATE_NOOP("CallTable", "call_relation_id (inbound calls)"), Left, 110, false, TEXT_OF(callRelationId)},
    {"uuid", QT_TRANSLATE_NOOP("CallTable", "Call id"), QT_TRANSLATE_NOOP("CallTable", "call_uuid"), Left, 270, false,
     TEXT_OF(callUuid)},
};

#undef TEXT_OF

constexpr QLatin1StringView SortColumns[] = {"time"_L1, "talk"_L1, "answer_after"_L1}; ///< by CallSortKey

} // namespace

std::span<const CallTableColumn> callTableColumns()
{
    return Columns;
}

int callTableColumn(QLatin1StringView id)
{
    for (std::size_t i = 0; i < std::size(Columns); ++i) {
        if (QLatin1StringView(Columns[i].id) == id)
            return static_cast<int>(i);
    }
    return -1;
}

std::optional<CallSortKey> callSortKey(int column)
{
    for (const CallSortKey key : {CallSortKey::Time, CallSortKey::Talk, CallSortKey::Wait}) {
        if (column >= 0 && column == callSortColumn(key))
            return key;
    }
    return std::nullopt;
}

int callSortColumn(CallSortKey key)
{
    return callTableColumn(SortColumns[static_cast<std::size_t>(key)]);
}

QString callResultText(const CallRecord &call, const ResultMeanings &meanings, const Format &format)
{
    const CallFields &f = call.fields;
    if (call.isAwaiting())
        return QCoreApplication::translate("CallTable", "Awaiting outcome");
    if (f.taskResult.isEmpty())
        return call.isOutbound() ? Dash : QCoreApplication::translate("CallTable", "Inbound");
    const QString word = meanings.word(f.taskResult, f.taskResultDesc, format.isChinese());
    return word == f.taskResult ? word : f.taskResult + u' ' + word;
}

QString callDirectionText(const CallRecord &call)
{
    if (!call.fields.presentFields.has(Field::Direction))
        return Dash;
    if (call.fields.direction == 1)
        return QCoreApplication::translate("CallTable", "inbound");
    if (call.fields.direction == 2)
        return QCoreApplication::translate("CallTable", "outbound");
    return QString::number(call.fields.direction);
}

QString callCustomerText(const CallRecord &call)
{
    return call.fields.taskRowValue.join(u" · "_s);
}

} // namespace callboard
