// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/request/receiver_stats.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr qint64 NsPerMs = 1'000'000;
constexpr double NsPerSecond = 1e9;

qint64 read(const ReceiverCounters::Counter &counter)
{
    return counter.load(std::memory_order_relaxed);
}

} // namespace

void ReceiverCounters::countReply(int status)
{
    if (status > 0 && status < Statuses)
        add(m_replies[static_cast<std::size_t>(status)]);
}

void ReceiverCounters::countOther(PushKind kind)
{
    add(m_others[static_cast<std::size_t>(kind)]);
}

void ReceiverCounters::countAck(qint64 nanoseconds)
{
    const auto bound = std::find_if(AckBucketBoundsMs.begin(), AckBucketBoundsMs.end(),
                                    [nanoseconds](int ms) { return nanoseconds <= ms * NsPerMs; });
    add(m_ackBuckets[static_cast<std::size_t>(bound - AckBucketBoundsMs.begin())]);
    add(m_ackCount);
    add(m_ackNanoseconds, nanoseconds);
}

ReceiverStats ReceiverCounters::snapshot() const
{
    ReceiverStats stats;
    stats.connections = read(connections);
    stats.connectionsTotal = read(connectionsTotal);
    stats.refusedByAllowList = read(refusedByAllowList);
    stats.refusedByLimit = read(refusedByLimit);
    stats.refusedByAddressLimit = read(refusedByAddressLimit);
    stats.refusedByBan = read(refusedByBan);
    stats.bans = read(bans);
    stats.tlsFailures = read(tlsFailures);
    stats.acceptErrors = read(acceptErrors);
    stats.timeouts = read(timeouts);
    stats.requests = read(requests);
    stats.unauthorized = read(unauthorized);
    stats.pushesElsewhere = read(pushesElsewhere);
    stats.tooLarge = read(tooLarge);
    stats.unfinishedBytes = read(unfinishedBytes);
    stats.bodiesGivenUp = read(bodiesGivenUp);
    stats.pushesBasic = read(pushesBasic);
    stats.pushesOutbound = read(pushesOutbound);
    stats.pushesRefused = read(pushesRefused);
    stats.pushesUnavailable = read(pushesUnavailable);
    stats.lastPushAt = read(lastPushAt);
    for (int kind = 0; kind < Kinds; ++kind) {
        if (const qint64 count = read(m_others[static_cast<std::size_t>(kind)]))
            stats.pushesOther.insert(static_cast<PushKind>(kind), count);
    }
    for (int status = 0; status < Statuses; ++status) {
        if (const qint64 count = read(m_replies[static_cast<std::size_t>(status)]))
            stats.replies.insert(status, count);
    }
    std::transform(m_ackBuckets.begin(), m_ackBuckets.end(), stats.ackBuckets.begin(), read);
    stats.ackCount = read(m_ackCount);
    stats.ackSumSeconds = static_cast<double>(read(m_ackNanoseconds)) / NsPerSecond;
    return stats;
}

} // namespace callboard
