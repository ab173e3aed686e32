// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/commands/damage_advice.h"
#include "ctl/commands/gap_json.h"
#include "record/call/utc_time.h"
#include "store/upkeep/maintenance.h"
#include "text/count_text.h"

#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QJsonObject verifyJson(const VerifyReport &report)
{
    return {
        {u"recounted_since"_s,
         report.recountedSince > 0 ? QJsonValue(utcTime(report.recountedSince).toString(Qt::ISODate)) : QJsonValue()},
        {u"clean"_s, report.isClean()},
        {u"calls"_s, report.calls},
        {u"rollups"_s, report.rollups},
        {u"contacts"_s, report.contacts},
        {u"pushes"_s, report.pushes},
        {u"unreadable"_s, report.unreadable},
        {u"differences"_s, QJsonArray::fromStringList(report.differences)},
        {u"gaps"_s, gapsJson(report.gaps)}};
}

void print(const VerifyReport &report, const StoreUrl &store, TerminalStream &out)
{
    for (const QString &difference : report.differences)
        out << difference << '\n';
    for (const JournalGap &gap : report.gaps)
        out << JournalGaps::sentence(gap) << '\n';
    out << countText(report.calls, u"call"_s, u"calls"_s) << ", "
        << countText(report.rollups, u"count of a quarter hour"_s, u"counts of quarter hours"_s) << ", "
        << countText(report.contacts, u"contact"_s, u"contacts"_s) << ", "
        << countText(report.pushes, u"message as it was received"_s, u"messages as they were received"_s) << ": "
        << (report.isClean() ? u"all of it is sound, and every figure can be recounted"_s
                             : u"not all of it is sound, see above"_s)
        << ".\n";
    if (report.recountedSince > 0)
        out << "Recounted since " << QDateTime::fromMSecsSinceEpoch(report.recountedSince).toString(Qt::ISODate)
            << ": older calls are no longer kept, their counts are.\n";
    if (report.wrongFigures > 0)
        out << "\"callboardctl rebuild --store " << store.toString() << "\" counts what differs anew.\n";
    if (report.unreadable > 0)
        out << damageAdvice(report.unreadable, store) << '\n';
}

int run(const Arguments &arguments, Console &console)
{
    const VerifyReport report = verifyStore(arguments.store());
    if (arguments.has("json"_L1)) {
        console.json(verifyJson(report));
        return report.isClean() ? Done : Failed;
    }
    print(report, arguments.store(), console.out);
    return report.isClean() ? Done : Failed;
}

} // namespace

Command verifyCommand()
{
    return {"verify",
            "",
            0,
            "Check the database file and the messages as they were received, and recount every figure from the calls. "
            "Works "
            "while a receiver runs. Ends with 1 where something is damaged or differs, and says what.",
            {StoreOption, JsonOption},
            run};
}

} // namespace callboard
