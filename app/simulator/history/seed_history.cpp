// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/history/seed_history.h"

#include "simulator/history/history_producer.h"
#include "store/database/query_stop.h"
#include "store/upkeep/maintenance.h"

namespace callboard {

namespace {

constexpr double BasicOnlyShare = 0.002;
constexpr qint64 HistoryRetryMs = 90 * 60'000; ///< a platform calls again in the next round, not in minutes

void load(BulkLoader &loader, HistoryProducer &producer, const HistoryOptions &options)
{
    qint64 done = 0;
    for (auto chunk = producer.take(); !chunk.empty(); chunk = producer.take()) {
        if (options.cancelled && options.cancelled())
            throw QueryCancelled();
        for (const HistoryMessage &message : chunk)
            loader.addParsed(message.arrivedAt, message.body, message.message);
        done += static_cast<qint64>(chunk.size());
        if (options.progress)
            options.progress(done);
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

} // namespace

void seedHistory(const StoreUrl &url, const HistoryOptions &options)
{
    const GeneratorConfig config{
        .seed = options.seed, .tasks = options.tasks, .basicOnly = BasicOnlyShare, .retryMedianMs = HistoryRetryMs};
    BulkLoader loader(url);
    HistoryProducer producer(config, HistoryPlan(options.calls, options.days, options.now, options.seed), options.now);
    load(loader, producer, options);
    nameTasks(loader, producer.generator());
    loader.finish();
}

} // namespace callboard
