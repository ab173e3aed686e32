// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/gap_json.h"
#include "record/utc_time.h"
#include "store/maintenance.h"

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
        {u"differences"_s, QJsonArray::fromStringList(report.differences)},
        {u"gaps"_s, gapsJson(report.gaps)}};
}

int run(const Arguments &arguments, Console &console)
{
    const VerifyReport report = verifyStore(arguments.store());
    if (arguments.has("json"_L1)) {
        console.json(verifyJson(report));
        return report.isClean() ? Done : Failed;
    }
    for (const QString &difference : report.differences)
        console.out << difference << '\n';
    for (const JournalGap &gap : report.gaps)
        console.out << JournalGaps::sentence(gap) << '\n';
    console.out << report.calls << " calls, " << report.rollups << " rollups, " << report.contacts << " contacts, "
                << report.pushes
                << " pushes: " << (report.isClean() ? u"all of it can be recounted"_s : u"they differ"_s) << ".\n";
    if (report.recountedSince > 0)
        console.out << "Recounted since " << QDateTime::fromMSecsSinceEpoch(report.recountedSince).toString(Qt::ISODate)
                    << ": older calls are no longer kept, their counts are.\n";
    return report.isClean() ? Done : Failed;
}

} // namespace

Command verifyCommand()
{
    return {"verify",
            "",
            0,
            "Check the database and the journal, and recount every figure from the calls.",
            {StoreOption, JsonOption},
            run};
}

} // namespace callboard
