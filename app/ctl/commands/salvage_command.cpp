// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "store/database/store_problem_text.h"
#include "store/sqlite/salvage/salvage.h"
#include "text/count_text.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressMs = 5'000;

QString phaseText(SalvageOptions::Phase phase)
{
    switch (phase) {
    case SalvageOptions::Phase::Pages:
        return u"pages read"_s;
    case SalvageOptions::Phase::Messages:
        return u"packets of messages read"_s;
    case SalvageOptions::Phase::Calls:
        break;
    }
    return u"calls or messages merged"_s;
}

QJsonObject reportJson(const SalvageReport &report)
{
    return {{u"whole"_s, report.isWhole()},
            {u"calls"_s, report.calls},
            {u"calls_from_messages"_s, report.callsFromMessages},
            {u"segments"_s, report.segments},
            {u"messages"_s, report.messages},
            {u"other_rows"_s, report.others},
            {u"missing"_s, QJsonArray::fromStringList(report.missing)}};
}

void print(TerminalStream &out, const SalvageReport &report, const StoreUrl &damaged, const StoreUrl &output)
{
    out << "Brought into " << output.toString() << ":\n  " << countText(report.calls, u"call"_s, u"calls"_s);
    if (report.callsFromMessages > 0)
        out << ", " << report.callsFromMessages << " of them made again from their messages";
    out << "\n  " << countText(report.messages, u"message as it was received"_s, u"messages as they were received"_s)
        << "\n  " << countText(report.others, u"other entry"_s, u"other entries"_s)
        << " (campaigns, rules, reports, refused messages, audit log)\n";
    out << damaged.place() << " was not changed.\n";
    if (report.isWhole())
        out << "Nothing is missing.\n";
    else
        out << "Missing:\n";
    for (const QString &sentence : report.missing)
        out << "- " << sentence << '\n';
    out << "Next: callboardctl verify --store " << output.toString() << ", then start the program on it.\n";
}

int run(const Arguments &arguments, Console &console)
{
    StoreProblem problem;
    const auto output = StoreUrl::parse(arguments.text("output"_L1), &problem);
    if (!output)
        throw UsageError(storeProblemLogText(problem));
    QElapsedTimer sinceShown;
    sinceShown.start();
    SalvageOptions options;
    options.progress = [&](SalvageOptions::Phase phase, qint64 done, qint64 all) {
        if (sinceShown.elapsed() < ProgressMs)
            return;
        sinceShown.start();
        console.err << done << " of " << all << ' ' << phaseText(phase) << Qt::endl;
    };
    const SalvageReport report = salvageStore(arguments.store(), *output, options);
    if (arguments.has("json"_L1))
        console.json(reportJson(report));
    else
        print(console.out, report, arguments.store(), *output);
    return report.isWhole() ? Done : Failed;
}

} // namespace

Command salvageCommand()
{
    return {
        "salvage",
        "",
        0,
        "Bring everything sound of a damaged store into a new one, and list what is missing. The damaged store is only "
        "read and not changed. Stop the receiver first. Ends with 0 when nothing is missing, with 1 when something is "
        "(the new store "
        "is there all the same) or when no store could be made.",
        {StoreOption, {"output", "URL", "the new store, which must not exist", "", true}, JsonOption},
        run};
}

} // namespace callboard
