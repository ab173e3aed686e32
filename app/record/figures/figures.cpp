// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/figures.h"

#include <QHashFunctions>

#include <algorithm>

namespace callboard {

size_t qHash(const CellKey &key, size_t seed)
{
    return qHashMulti(seed, key.bucket, key.taskId, key.result, key.basicOnly, key.outbound, key.answered);
}

CellSums &CellSums::operator+=(const CellSums &o)
{
    calls += o.calls;
    seized += o.seized;
    talkMs += o.talkMs;
    answerDelayMs += o.answerDelayMs;
    delayCalls += o.delayCalls;
    for (std::size_t i = 0; i < talkClasses.size(); ++i)
        talkClasses[i] += o.talkClasses[i];
    return *this;
}

CellSums &CellSums::operator-=(const CellSums &o)
{
    calls -= o.calls;
    seized -= o.seized;
    talkMs -= o.talkMs;
    answerDelayMs -= o.answerDelayMs;
    delayCalls -= o.delayCalls;
    for (std::size_t i = 0; i < talkClasses.size(); ++i)
        talkClasses[i] -= o.talkClasses[i];
    return *this;
}

bool CellSums::isZero() const
{
    return *this == CellSums{};
}

CellKey cellKeyOf(const CallRecord &call, qint64 bucketMs)
{
    return CellKey{.bucket = bucketStart(call.placedAt(), bucketMs),
                   .taskId = call.fields.taskId,
                   .result = call.fields.taskResult,
                   .basicOnly = call.parts.isBasicOnly(),
                   .outbound = call.isOutbound(),
                   .answered = call.isAnswered()};
}

CellSums cellSumsOf(const CallRecord &call)
{
    CellSums sums;
    sums.calls = 1;
    sums.seized = call.fields.timeRing > 0 ? 1 : 0;
    if (!call.isAnswered())
        return sums;
    sums.talkMs = call.talkMs();
    sums.answerDelayMs = call.answerDelayMs();
    sums.delayCalls = call.saysAnswerDelay() ? 1 : 0;
    const auto bound = std::upper_bound(TalkBounds.begin(), TalkBounds.end(), sums.talkMs);
    sums.talkClasses[static_cast<std::size_t>(bound - TalkBounds.begin())] = 1;
    return sums;
}

} // namespace callboard
