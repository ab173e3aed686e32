// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/commands/history_producer.h"
#include "store/upkeep/maintenance.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressStep = 200'000;
constexpr double BasicOnlyShare = 0.002;
constexpr qint64 HistoryRetryMs = 90 * 60'000; ///< a platform calls again in the next round, not in minutes

void load(BulkLoader &loader, HistoryProducer &producer, Console &console)
{
    qint64 done = 0;
    for (auto chunk = producer.take(); !chunk.empty(); chunk = producer.take()) {
        for (const HistoryMessage &message : chunk)
            loader.addParsed(message.arrivedAt, message.body, message.message);
        const qint64 before = done;
        done += static_cast<qint64>(chunk.size());
        if (before / ProgressStep != done / ProgressStep)
            console.err << done << " messages" << Qt::endl;
    }
}

/// Rounded up to what a customer list would have: the campaigns are not quite through.
qint64 listSizeFor(qint64 rowsDialled)
{
    return (rowsDialled * 5 / 4 / 100 + 1) * 100;
}

void nameTasks(BulkLoader &loader, const CallGenerator &generator)
{
    for (qsizetype i = 0; i < generator.campaigns().size(); ++i) {
        const CampaignProfile &campaign = generator.campaigns().at(i);
        loader.setTask(QString::fromUtf8(campaign.taskId), QString::fromUtf8(campaign.alias),
                       listSizeFor(generator.rowsDialled(i)));
    }
}

int run(const Arguments &arguments, Console &console)
{
    const qint64 calls = arguments.number("calls"_L1, 1, 100'000'000);
    const int days = static_cast<int>(arguments.number("days"_L1, 1, 3'650));
    const auto seed = static_cast<quint64>(arguments.number("seed"_L1, 0, std::numeric_limits<qint64>::max()));
    const int tasks = static_cast<int>(arguments.number("tasks"_L1, 1, 10'000));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const GeneratorConfig config{
        .seed = seed, .tasks = tasks, .basicOnly = BasicOnlyShare, .retryMedianMs = HistoryRetryMs};
    QElapsedTimer clock;
    clock.start();
    BulkLoader loader(arguments.store());
    HistoryProducer producer(config, HistoryPlan(calls, days, now, seed), now);
    load(loader, producer, console);
    nameTasks(loader, producer.generator());
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
