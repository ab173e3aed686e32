// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/gap_json.h"
#include "ctl/interruption.h"
#include "record/utc_time.h"
#include "store/maintenance.h"

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

void print(const RebuildReport &report, TerminalStream &out)
{
    for (const QString &damage : report.damage)
        out << damage << '\n';
    for (const JournalGap &gap : report.gaps)
        out << JournalGaps::sentence(gap) << '\n';
    if (report.unreadable > 0)
        out << report.unreadable << " messages are none that this version takes; their calls stay as they were.\n";
    out << "Made " << report.callsMade << " calls again from " << report.messages
        << " messages of the journal, and left " << report.callsLeft
        << " as they were, because the journal does not have all of their messages.\n";
    if (report.callsGone > 0)
        out << report.callsGone << " calls from before "
            << QDateTime::fromMSecsSinceEpoch(report.keptSince).toString(Qt::ISODate)
            << " are no longer kept; their counts stay as they were.\n";
    if (!report.isWhole())
        out << "Messages are missing that should be there. No call was lost with them.\n";
}

int run(const Arguments &arguments, Console &console)
{
    const Interruption interruption;
    const RebuildReport report = rebuild(arguments, console);
    if (arguments.has("json"_L1))
        console.json(rebuildJson(report));
    else
        print(report, console.out);
    return report.isWhole() ? Done : Failed;
}

} // namespace

Command rebuildCommand()
{
    return {"rebuild",
            "",
            0,
            "Make calls again where the journal has all of their messages; the others stay as they are.",
            {StoreOption, JsonOption},
            run};
}

} // namespace callboard
