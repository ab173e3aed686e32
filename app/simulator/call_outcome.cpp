// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/call_outcome.h"

#include <algorithm>
#include <array>
#include <span>

namespace callboard {

namespace {

struct WeightedCode
{
    const char16_t *code;
    double weight;
};

constexpr std::array<WeightedCode, 9> UnansweredCodes{
    {{u"20", 46}, {u"5", 14}, {u"8", 10}, {u"3", 9}, {u"2", 8}, {u"4", 8}, {u"22", 2}, {u"23", 1.5}, {u"-1", 1.5}}};
constexpr std::array<WeightedCode, 3> BadNumberCodes{{{u"6", 60}, {u"9", 30}, {u"7", 10}}};
constexpr std::array<WeightedCode, 3> LineCodes{{{u"28", 65}, {u"26", 20}, {u"27", 15}}};
constexpr std::array<WeightedCode, 3> OtherTalkCodes{{{u"15", 60}, {u"18", 30}, {u"16", 10}}};
constexpr std::array<WeightedCode, 2> TransferCodes{{{u"19", 90}, {u"25", 10}}};

constexpr double DisagreementShare = 0.004;
constexpr qint64 SurgeMs = 3 * 60'000; ///< how long a line stays bad
constexpr quint64 SurgeOneIn = 5;
constexpr qint64 HourMs = 3'600'000;

const ResultCode *draw(std::span<const WeightedCode> codes, Random &random)
{
    double total = 0;
    for (const WeightedCode &code : codes)
        total += code.weight;
    double left = random.uniform() * total;
    for (const WeightedCode &code : codes) {
        left -= code.weight;
        if (left < 0)
            return findResultCode(code.code);
    }
    return findResultCode(codes.front().code);
}

bool isBadRow(quint64 rowSeed, double share)
{
    return Random(rowSeed ^ 0xBAD).uniform() < share;
}

/// People answer a little more in the evening and less at noon (China's time, where the campaigns dial).
double moodAt(qint64 timeMs)
{
    static constexpr std::array<double, 24> ByHour{1,   1,    1,   1,    1, 1,    1,    1,    0.9, 0.95, 1, 1,
                                                   0.8, 0.85, 1.0, 1.05, 1, 1.05, 1.15, 1.25, 1.2, 1.1,  1, 1};
    return ByHour[static_cast<std::size_t>((timeMs / HourMs + 8) % 24)];
}

double talkFactor(const ResultCode &result)
{
    const QLatin1StringView code = result.code;
    if (code == QLatin1StringView("15"))
        return 0.35;
    if (code == QLatin1StringView("16"))
        return 0.25;
    return code == QLatin1StringView("19") ? 2.2 : 1.0;
}

bool neverRings(const ResultCode &result)
{
    static constexpr std::array<OutcomeClass, 3> Silent{OutcomeClass::BadNumber, OutcomeClass::LineFault,
                                                        OutcomeClass::Unreachable};
    return std::find(Silent.begin(), Silent.end(), result.outcomeClass) != Silent.end();
}

qint64 silentMs(const ResultCode &result, Random &random)
{
    return result.outcomeClass == OutcomeClass::LineFault ? random.between(150, 3'000) : random.between(3'000, 9'000);
}

qint64 ringingMs(const ResultCode &result, Random &random)
{
    if (result.outcomeClass == OutcomeClass::Timeout)
        return random.between(60'000, 61'000);
    if (result.code == QLatin1StringView("20"))
        return random.between(24'000, 48'000);
    return std::clamp<qint64>(random.logNormal(9'000, 0.6), 1'500, 40'000);
}

void placeAnswered(SimulatedCall &call, const CampaignProfile &campaign, Random &random)
{
    const double median = campaign.talkMedianMs * talkFactor(*call.result);
    const qint64 talk = std::clamp<qint64>(random.logNormal(median, campaign.talkSigma), 600, 25 * 60'000);
    const qint64 wait =
        std::clamp<qint64>(random.logNormal(campaign.answerMedianMs, campaign.answerSigma), 800, 55'000);
    call.answerMs = call.hangupMs - talk;
    call.ringMs = call.answerMs - wait;
    call.dialMs = call.ringMs - std::clamp<qint64>(random.logNormal(900, 0.5), 120, 6'000);
}

void placeUnanswered(SimulatedCall &call, Random &random)
{
    if (neverRings(*call.result)) {
        call.dialMs = call.hangupMs - silentMs(*call.result, random);
        return;
    }
    call.ringMs = call.hangupMs - ringingMs(*call.result, random);
    call.dialMs = call.ringMs - std::clamp<qint64>(random.logNormal(900, 0.5), 120, 6'000);
}

const ResultCode *drawAnswered(const CampaignProfile &campaign, Random &random)
{
    if (random.chance(campaign.transferShare))
        return draw(TransferCodes, random);
    return random.chance(campaign.successShare) ? findResultCode(u"0") : draw(OtherTalkCodes, random);
}

} // namespace

double lineFaultShare(const CampaignProfile &campaign, qint64 timeMs)
{
    const bool surging = mixed(static_cast<quint64>(timeMs / SurgeMs), 0x11E) % SurgeOneIn == 0;
    return surging ? std::max(campaign.lineFaultShare, campaign.surgeFaultShare) : campaign.lineFaultShare;
}

void decideOutcome(SimulatedCall &call, const CampaignProfile &campaign, Random &random)
{
    bool answered = false;
    if (random.chance(lineFaultShare(campaign, call.hangupMs))) {
        call.result = draw(LineCodes, random);
    } else if (isBadRow(call.rowSeed, campaign.badNumberShare)) {
        Random fate(call.rowSeed);
        call.result = draw(BadNumberCodes, fate);
    } else {
        answered = random.chance(campaign.connectRate * moodAt(call.hangupMs));
        call.result = answered ? drawAnswered(campaign, random) : draw(UnansweredCodes, random);
    }
    if (random.chance(DisagreementShare))
        answered = !answered;
    answered ? placeAnswered(call, campaign, random) : placeUnanswered(call, random);
}

bool isWorthRetry(const SimulatedCall &call)
{
    return !call.inbound && !call.isAnswered() && call.result->outcomeClass != OutcomeClass::BadNumber
        && call.result->outcomeClass != OutcomeClass::Connected;
}

} // namespace callboard
