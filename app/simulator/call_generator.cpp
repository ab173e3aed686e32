// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/call_generator.h"

#include "simulator/call_outcome.h"
#include "simulator/push_body.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr quint64 RowsPerCampaign = 1'000'000;
constexpr quint64 FirstRow = 34'000'000;
constexpr double GiveUpShare = 0.15; ///< of failed tries below the limit: the list's owner took the row out
constexpr double InboundAnswered = 0.9;

void appendHex(QByteArray &out, quint64 value, int digits)
{
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out.append("0123456789abcdef"[(value >> shift) & 0xF]);
}

/// Looks like the example's: time-based in form, yet only the seed decides it.
QByteArray makeUuid(Random &random)
{
    const quint64 high = random.next();
    const quint64 low = random.next();
    QByteArray uuid;
    uuid.reserve(36);
    appendHex(uuid, high >> 32, 8);
    appendHex(uuid.append('-'), high >> 16, 4);
    appendHex(uuid.append("-1"), high, 3);
    appendHex(uuid.append('-'), 0x8000 | (low >> 50), 4);
    appendHex(uuid.append('-'), low, 12);
    return uuid;
}

quint64 firstRowOf(std::size_t campaign)
{
    return FirstRow + campaign * RowsPerCampaign;
}

qint64 roundedSeconds(qint64 ms)
{
    return (ms + 500) / 1000;
}

qint64 wholeSeconds(qint64 ms)
{
    return ms - ms % 1000;
}

} // namespace

CallGenerator::CallGenerator(const GeneratorConfig &config)
    : m_config(config)
    , m_random(config.callSeed != 0 ? config.callSeed : config.seed)
    , m_campaigns(campaignProfiles(config.tasks, config.seed))
    , m_freshRows(static_cast<std::size_t>(m_campaigns.size()))
    , m_retries(static_cast<std::size_t>(m_campaigns.size()))
{
    for (std::size_t i = 0; i < m_freshRows.size(); ++i)
        m_freshRows[i] = firstRowOf(i) + config.rowsBefore;
    for (CampaignProfile &campaign : m_campaigns) {
        campaign.lineFaultShare = std::max(campaign.lineFaultShare, config.lineFaults);
        m_totalWeight += campaign.weight;
    }
}

qint64 CallGenerator::rowsDialled(qsizetype campaign) const
{
    const auto index = static_cast<std::size_t>(campaign);
    return static_cast<qint64>(m_freshRows[index] - firstRowOf(index));
}

SimulatedCall CallGenerator::next(qint64 hangupMs)
{
    SimulatedCall call;
    call.uuid = makeUuid(m_random);
    call.hangupMs = hangupMs;
    call.campaign = pickCampaign();
    call.inbound = m_random.chance(m_config.inbound);
    const CampaignProfile &campaign = m_campaigns.at(call.campaign);
    call.inbound ? fillInbound(call, campaign) : fillOutbound(call, campaign);
    settleTimes(call);
    planRetry(call);
    call.basicBody = basicBody(call, campaign, m_config.dialect);
    // Drawn for every call, so that the share does not change which calls are made.
    const bool basicOnly = m_random.chance(m_config.basicOnly);
    if (!call.inbound && !basicOnly)
        call.outboundBody = outboundBody(call, campaign, m_config.dialect);
    return call;
}

qsizetype CallGenerator::pickCampaign()
{
    double left = m_random.uniform() * m_totalWeight;
    for (qsizetype i = 0; i < m_campaigns.size(); ++i) {
        left -= m_campaigns.at(i).weight;
        if (left < 0)
            return i;
    }
    return 0;
}

CallGenerator::Try CallGenerator::takeRow(qsizetype campaign, qint64 now)
{
    const auto index = static_cast<std::size_t>(campaign);
    RetryQueue &retries = m_retries[index];
    if (retries.empty() || retries.top().dueMs > now)
        return {now, m_freshRows[index]++, 0};
    const Try due = retries.top();
    retries.pop();
    return due;
}

void CallGenerator::planRetry(const SimulatedCall &call)
{
    const qint64 pause = m_random.logNormal(static_cast<double>(m_config.retryMedianMs), 0.5);
    const bool givenUp = m_random.chance(GiveUpShare);
    if (!isWorthRetry(call) || givenUp || call.tries + 1 >= m_campaigns.at(call.campaign).maxTries)
        return;
    m_retries[static_cast<std::size_t>(call.campaign)].push({call.hangupMs + pause, call.row, call.tries + 1});
}

void CallGenerator::fillInbound(SimulatedCall &call, const CampaignProfile &campaign)
{
    call.rowSeed = m_random.next();
    call.caller = customerNumber(call.rowSeed);
    call.callee = campaign.callers.first();
    call.relationId = "in-" + QByteArray::number(++m_inboundCount);
    const qint64 ring = std::clamp<qint64>(m_random.logNormal(3'000, 0.5), 500, 30'000);
    const qint64 talk = std::clamp<qint64>(m_random.logNormal(60'000, 0.8), 1'000, 20 * 60'000);
    const bool answered = m_random.chance(InboundAnswered);
    call.answerMs = answered ? call.hangupMs - talk : 0;
    call.dialMs = answered ? call.answerMs - ring : call.hangupMs - ring;
}

void CallGenerator::fillOutbound(SimulatedCall &call, const CampaignProfile &campaign)
{
    const Try row = takeRow(call.campaign, call.hangupMs);
    call.row = row.row;
    call.tries = row.tries;
    call.rowSeed = mixed(m_config.seed, row.row);
    call.caller =
        campaign.callers.at(static_cast<qsizetype>(call.rowSeed % static_cast<quint64>(campaign.callers.size())));
    call.callee = customerNumber(call.rowSeed);
    decideOutcome(call, campaign, m_random);
}

void CallGenerator::settleTimes(SimulatedCall &call) const
{
    const qint64 ringEnd = call.isAnswered() ? call.answerMs : call.hangupMs;
    const bool rang = call.isAnswered() || call.ringMs != 0;
    call.ringSeconds = rang ? roundedSeconds(ringEnd - call.dialMs) : 0;
    call.callSeconds = roundedSeconds(call.hangupMs - call.dialMs);
    if (m_config.dialect == PushDialect::A)
        return;
    for (qint64 *time : {&call.dialMs, &call.ringMs, &call.answerMs, &call.hangupMs})
        *time = wholeSeconds(*time);
}

} // namespace callboard
