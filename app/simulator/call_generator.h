// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/campaign_profile.h"
#include "simulator/random.h"
#include "simulator/simulated_call.h"

#include <optional>
#include <queue>
#include <vector>

namespace callboard {

/// What kind of calls to invent. Shares are 0..1.
struct GeneratorConfig
{
    quint64 seed = 1;
    quint64 callSeed = 0; ///< of the calls alone; 0: `seed`. The same campaigns go on with other calls by another one
    quint64 rowsBefore = 0; ///< of each campaign's list, dialled before the first call
    int tasks = 6;
    PushDialect dialect = PushDialect::A;
    double basicOnly = 0; ///< of outbound calls: the platform never sends the second message
    double inbound = 0.03; ///< of all calls
    double lineFaults = 0; ///< of outbound calls: at least so many end with a line failure, whatever the campaign has
    qint64 retryMedianMs = 240'000; ///< how long after a failed try the platform usually dials the row again
};

/// Invents believable finished calls of several campaigns. The same configuration and the same sequence of hang-up
/// times give the same calls, byte by byte; the dialect changes only how they are written. One thread; no network.
class CallGenerator
{
public:
    explicit CallGenerator(const GeneratorConfig &config);

    /// The next call, hanging up then (epoch ms). Hang-up times should not go back, or retries come late.
    SimulatedCall next(qint64 hangupMs);

    const QList<CampaignProfile> &campaigns() const { return m_campaigns; }
    /// How many rows of that campaign's list have been dialled at least once.
    qint64 rowsDialled(qsizetype campaign) const;

private:
    struct Try
    {
        qint64 dueMs;
        quint64 row;
        int tries;
        bool operator>(const Try &o) const { return dueMs > o.dueMs; }
    };
    using RetryQueue = std::priority_queue<Try, std::vector<Try>, std::greater<>>;

    qsizetype pickCampaign();
    Try takeRow(qsizetype campaign, qint64 now);
    void planRetry(const SimulatedCall &call);
    void fillInbound(SimulatedCall &call, const CampaignProfile &campaign);
    void fillOutbound(SimulatedCall &call, const CampaignProfile &campaign);
    void settleTimes(SimulatedCall &call) const;

    GeneratorConfig m_config;
    Random m_random;
    QList<CampaignProfile> m_campaigns;
    double m_totalWeight = 0;
    std::vector<quint64> m_freshRows; ///< per campaign: the next row never dialled
    std::vector<RetryQueue> m_retries;
    quint64 m_inboundCount = 0;
};

} // namespace callboard
