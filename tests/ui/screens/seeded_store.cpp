// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/seeded_store.h"

#include "simulator/call_generator.h"
#include "simulator/history_plan.h"
#include "store/upkeep/maintenance.h"

#include <QDateTime>

namespace callboard {

namespace {

constexpr double BasicOnlyShare = 0.02;
constexpr qint64 RetryMs = 90 * 60'000;
constexpr qint64 FirstLagMs = 400, SecondLagMs = 1'900;

void nameTasks(BulkLoader &loader, const CallGenerator &generator)
{
    for (qsizetype i = 0; i < generator.campaigns().size(); ++i) {
        const CampaignProfile &campaign = generator.campaigns().at(i);
        loader.setTask(QString::fromUtf8(campaign.taskId), QString::fromUtf8(campaign.alias),
                       generator.rowsDialled(i) * 5 / 4);
    }
}

} // namespace

void seedStore(const StoreUrl &url, qint64 calls, int days, int tasks, quint64 seed)
{
    BulkLoader loader(url);
    CallGenerator generator({.seed = seed, .tasks = tasks, .basicOnly = BasicOnlyShare, .retryMedianMs = RetryMs});
    HistoryPlan plan(calls, days, QDateTime::currentMSecsSinceEpoch(), seed);
    while (const auto hangup = plan.next()) {
        const SimulatedCall call = generator.next(*hangup);
        loader.add(*hangup + FirstLagMs, call.basicBody);
        if (!call.outboundBody.isEmpty())
            loader.add(*hangup + SecondLagMs, call.outboundBody);
    }
    nameTasks(loader, generator);
    loader.finish();
}

} // namespace callboard
