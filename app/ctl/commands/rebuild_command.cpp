// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/commands/damage_advice.h"
#include "ctl/commands/gap_json.h"
#include "ctl/interruption.h"
#include "record/call/utc_time.h"
#include "store/upkeep/maintenance.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressStep = 100'000;

RebuildReport rebuild(const Arguments &arguments, Console &console)
{
    return rebuildStore(arguments.store(), [&console, told = qint64(0)](qint64 done, qint64 all) mutable {
        Interruption::check();
        if (done - told < ProgressStep)
            return;
        told = done;
        console.err << done << " of " << all << " messages" << Qt::endl;
    });
}

QJsonObject rebuildJson(const RebuildReport &report)
{
    return {{u"messages"_s, report.messages},
            {u"calls_made"_s, report.callsMade},
            {u"calls_left"_s, report.callsLeft},
            {u"calls_no_longer_kept"_s, report.callsGone},
            {u"calls_kept_since"_s,
             report.keptSince > 0 ? QJsonValue(utcTime(report.keptSince).toString(Qt::ISODate)) : QJsonValue()},
            {u"unreadable"_s, report.unreadable},
            {u"damage"_s, QJsonArray::fromStringList(report.damage)},
            {u"gaps"_s, gapsJson(report.gaps)},
            {u"whole"_s, report.isWhole()}};
}

void print(const RebuildReport &report, const StoreUrl &store, TerminalStream &out)
{
    for (const QString &damage : report.damage)
        out << damage << '\n';
    for (const JournalGap &gap : report.gaps)
        out << JournalGaps::sentence(gap) << '\n';
    if (report.unreadable > 0)
        out << countText(report.unreadable, u"message is none"_s, u"messages are none"_s)
            << " that this version takes; their calls stayed as they were.\n";
    out << "Made " << countText(report.callsMade, u"call"_s, u"calls"_s) << " again from "
        << countText(report.messages, u"message"_s, u"messages"_s) << " of the journal.\n";
    if (report.callsLeft > 0)
        out << countText(report.callsLeft, u"call stayed as it was"_s, u"calls stayed as they were"_s)
            << ": the journal does not have all of their messages.\n";
    if (report.callsGone > 0)
        out << countText(report.callsGone, u"call"_s, u"calls"_s) << " from before "
            << QDateTime::fromMSecsSinceEpoch(report.keptSince).toString(Qt::ISODate)
            << (report.callsGone == 1 ? u" is no longer kept; its counts stay as they were."_s
                                      : u" are no longer kept; their counts stay as they were."_s)
            << '\n';
    if (!report.isWhole())
        out << "Messages are missing that should be there. No call was lost with them.\n";
    if (!report.damage.isEmpty())
        out << damageAdvice(report.damagedMessages, store) << '\n';
}

int run(const Arguments &arguments, Console &console)
{
    const Interruption interruption;
    const RebuildReport report = rebuild(arguments, console);
    if (arguments.has("json"_L1))
        console.json(rebuildJson(report));
    else
        print(report, arguments.store(), console.out);
    return report.isWhole() ? Done : Failed;
}

} // namespace

Command rebuildCommand()
{
    return {
        "rebuild",
        "",
        0,
        "Make calls, contacts and counts again from the messages as they were received. Calls whose messages are not "
        "all there any more stay as they are. It needs the store for itself: stop the receiver first. Ends with 1 "
        "where messages are missing that should be there.",
        {StoreOption, JsonOption},
        run};
}

} // namespace callboard
