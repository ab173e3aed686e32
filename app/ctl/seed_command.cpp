// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "simulator/call_generator.h"
#include "simulator/history_plan.h"
#include "store/maintenance.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressStep = 100'000;
constexpr qint64 BasicLagMs = 180;
constexpr qint64 OutboundLagMs = 1'100;
constexpr double BasicOnlyShare = 0.002;
constexpr qint64 HistoryRetryMs = 90 * 60'000; ///< a platform calls again in the next round, not in minutes

void load(BulkLoader &loader, CallGenerator &generator, HistoryPlan &plan, qint64 now, Console &console)
{
    qint64 done = 0;
    while (const auto hangup = plan.next()) {
        const SimulatedCall call = generator.next(*hangup);
        loader.add(std::min(now, call.hangupMs + BasicLagMs), call.basicBody);
        if (!call.outboundBody.isEmpty())
            loader.add(std::min(now, call.hangupMs + OutboundLagMs), call.outboundBody);
        if (++done % ProgressStep == 0)
            console.err << done << " of " << plan.calls() << " calls" << Qt::endl;
    }
}

/// List sizes are rounded up to what a customer list would have: the campaigns are not quite through.
qint64 listSizeFor(qint64 rowsDialled)
{
    return (rowsDialled * 5 / 4 / 100 + 1) * 100;
}

int run(const Arguments &arguments, Console &console)
{
    const qint64 calls = arguments.number("calls"_L1, 1, 100'000'000);
    const int days = static_cast<int>(arguments.number("days"_L1, 1, 3'650));
    const auto seed = static_cast<quint64>(arguments.number("seed"_L1, 0, std::numeric_limits<qint64>::max()));
    const int tasks = static_cast<int>(arguments.number("tasks"_L1, 1, 10'000));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QElapsedTimer clock;
    clock.start();
    HistoryPlan plan(calls, days, now, seed);
    CallGenerator generator(
        {.seed = seed, .tasks = tasks, .basicOnly = BasicOnlyShare, .retryMedianMs = HistoryRetryMs});
    BulkLoader loader(arguments.store());
    load(loader, generator, plan, now, console);
    for (qsizetype i = 0; i < generator.campaigns().size(); ++i) {
        const CampaignProfile &campaign = generator.campaigns().at(i);
        loader.setTask(QString::fromUtf8(campaign.taskId), QString::fromUtf8(campaign.alias),
                       listSizeFor(generator.rowsDialled(i)));
    }
    loader.finish();
    console.out << "Seeded " << calls << " calls of " << tasks << " tasks over " << days << " days in "
                << static_cast<double>(clock.elapsed() / 100) / 10.0 << " s.\n";
    return Done;
}

} // namespace

Command seedCommand()
{
    return {"seed",
            "",
            0,
            "Fill a store with believable history.",
            {StoreOption,
             {"calls", "N", "how many calls", "", true},
             {"days", "D", "over how many days up to now", "30"},
             {"tasks", "T", "campaigns", "6"},
             {"seed", "S", "the same seed makes the same campaigns", "1"}},
            run};
}

} // namespace callboard
