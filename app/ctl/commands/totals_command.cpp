// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/store_view.h"
#include "record/call/masking.h"
#include "record/call/utc_time.h"
#include "store/read/queries.h"
#include "text/count_text.h"

#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QJsonObject taskJson(const TaskTotals &task)
{
    QJsonObject results;
    for (auto it = task.results.cbegin(); it != task.results.cend(); ++it)
        results.insert(maskId(it.key()), results.value(maskId(it.key())).toInteger() + it.value());
    return {{u"task_id"_s, maskId(task.taskId)},
            {u"calls"_s, task.calls},
            {u"answered"_s, task.answered},
            {u"contacts"_s, task.isContactsWhole ? QJsonValue(task.contacts) : QJsonValue()},
            {u"talk_ms"_s, task.talkMs},
            {u"results"_s, results}};
}

QJsonObject totalsJson(const Totals &totals)
{
    QJsonArray tasks;
    for (const TaskTotals &task : totals.tasks)
        tasks.append(taskJson(task));
    const QJsonObject parts{
        {u"basic_only"_s, totals.basicOnly}, {u"outbound_only"_s, totals.outboundOnly}, {u"both"_s, totals.both}};
    QJsonObject pushes{
        {u"accepted"_s, totals.accepted}, {u"repeated"_s, totals.repeated}, {u"rejected"_s, totals.rejected}};
    for (auto it = totals.others.cbegin(); it != totals.others.cend(); ++it)
        pushes.insert(pushKindWord(it.key()), it.value());
    return {{u"calls"_s, totals.calls},
            {u"parts"_s, parts},
            {u"answered"_s, totals.answered},
            {u"pushes"_s, pushes},
            {u"tasks"_s, tasks}};
}

void printTotals(TerminalStream &out, const Totals &totals)
{
    out << countText(totals.calls, u"call"_s, u"calls"_s) << ", " << totals.answered << " answered\n  " << totals.both
        << " with both messages, " << totals.basicOnly << " with the basic one only, " << totals.outboundOnly
        << " with the outbound one only\n"
        << countText(totals.accepted, u"push"_s, u"pushes"_s) << " accepted, " << totals.repeated
        << " of them repeated; " << totals.rejected << " refused\n";
    for (auto it = totals.others.cbegin(); it != totals.others.cend(); ++it)
        out << countText(it.value(), u"message"_s, u"messages"_s) << " of the kind " << pushKindWord(it.key()) << '\n';
    for (const TaskTotals &task : totals.tasks) {
        const QString name = task.taskId.isEmpty() ? u"no campaign"_s : u"campaign "_s + maskId(task.taskId);
        const QString contacts = task.isContactsWhole ? countText(task.contacts, u"contact"_s, u"contacts"_s)
                                                      : u"contacts no longer counted"_s;
        out << name << ": " << countText(task.calls, u"call"_s, u"calls"_s) << ", " << task.answered << " answered, "
            << contacts << ", " << task.talkMs / 1000 << " s talk\n";
    }
}

int run(const Arguments &arguments, Console &console)
{
    const TimeRange range = arguments.range();
    StoreView connection(arguments.store());
    noteKept(connection, range, console);
    const Totals totals = loadTotals(connection, range, arguments.texts("task"_L1));
    if (arguments.has("json"_L1)) {
        QJsonObject json = totalsJson(totals);
        if (const qint64 since = callsKeptSince(connection); range.from < since)
            json.insert(u"calls_kept_since"_s, utcTime(since).toString(Qt::ISODate));
        console.json(json);
    } else {
        printTotals(console.out, totals);
    }
    return Done;
}

} // namespace

Command totalsCommand()
{
    return {"totals",
            "",
            0,
            "Count the stored calls: all of them, and by campaign.",
            {StoreOption, JsonOption, TaskOption, FromOption, ToOption},
            run};
}

} // namespace callboard
