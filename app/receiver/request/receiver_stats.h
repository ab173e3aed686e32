// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_kind.h"

#include <QList>
#include <QMap>
#include <QString>

#include <array>
#include <atomic>

namespace callboard {

/// Upper bounds of the ack latency buckets, in ms; a last bucket without bound follows.
inline constexpr std::array<int, 11> AckBucketBoundsMs = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};
inline constexpr int AckBucketCount = int(AckBucketBoundsMs.size()) + 1;

/// The wrong and missing tokens of one address, or of one IPv6 network. A plain value.
struct AddressFailures
{
    QString address; ///< such as 10.0.0.7 or 2001:db8::/64
    qint64 failures = 0;
    qint64 lastAt = 0; ///< epoch ms
    bool isBanned = false; ///< now
};

/// A path to which something was pushed that is not the receiver's. A plain value.
struct OtherPath
{
    QString path; ///< as it was written; instead of a token stands "***"
    qint64 pushes = 0;
    qint64 lastAt = 0; ///< epoch ms
};

/// What the receiver has done since it was made. A plain value.
struct ReceiverStats
{
    qint64 connections = 0; ///< open now
    qint64 connectionsTotal = 0; ///< accepted ever, the refused ones not counted
    qint64 refusedByAllowList = 0;
    qint64 refusedByLimit = 0; ///< over the connection cap
    qint64 refusedByAddressLimit = 0; ///< over the cap of one address
    qint64 refusedByBan = 0; ///< connections and pushes of addresses that are shut out
    qint64 bans = 0; ///< how often an address was shut out after wrong tokens
    qint64 tlsFailures = 0; ///< handshakes that failed or took too long
    qint64 acceptErrors = 0; ///< the system would not accept a connection, usually out of descriptors
    qint64 timeouts = 0; ///< requests that did not end in time
    qint64 requests = 0; ///< complete or turned away with an answer
    QMap<int, qint64> replies; ///< by HTTP status
    qint64 unauthorized = 0; ///< pushes with a wrong or missing token
    QList<AddressFailures> failures; ///< the addresses they came from, those with most first; at most 20
    qint64 pushesElsewhere = 0; ///< to a path that takes none, answered 404
    QList<OtherPath> otherPaths; ///< where they went, the latest first; at most 20
    qint64 tooLarge = 0;
    qint64 unfinishedBytes = 0; ///< memory of the requests that are not complete, now
    qint64 bodiesGivenUp = 0; ///< requests answered 503 because that memory was used up
    qint64 pushesBasic = 0; ///< durable and acknowledged, first messages
    qint64 pushesOutbound = 0; ///< durable and acknowledged, second messages
    QMap<PushKind, qint64> pushesOther; ///< durable and acknowledged messages that are no records
    qint64 pushesRefused = 0; ///< kept as refused
    qint64 pushesUnavailable = 0; ///< answered 503
    qint64 lastPushAt = 0; ///< arrival of the latest push, epoch ms; 0: none yet
    std::array<qint64, AckBucketCount> ackBuckets{}; ///< pushes answered within each bound, not cumulated
    qint64 ackCount = 0;
    double ackSumSeconds = 0; ///< from a push's last byte to its answer
};

/// Pushes that were answered and are kept nowhere, because of their token or their path.
inline qint64 pushesTurnedAway(const ReceiverStats &stats)
{
    return stats.unauthorized + stats.pushesElsewhere;
}

/// The counters behind ReceiverStats: written by the network threads, read by anybody. They are counts for people, not
/// a means of synchronisation.
class ReceiverCounters
{
public:
    using Counter = std::atomic<qint64>;

    Counter connections = 0, connectionsTotal = 0, refusedByAllowList = 0, refusedByLimit = 0, tlsFailures = 0;
    Counter refusedByAddressLimit = 0, refusedByBan = 0, bans = 0;
    Counter acceptErrors = 0, timeouts = 0, requests = 0, unauthorized = 0, tooLarge = 0, pushesElsewhere = 0;
    Counter unfinishedBytes = 0, bodiesGivenUp = 0;
    Counter pushesBasic = 0, pushesOutbound = 0, pushesRefused = 0, pushesUnavailable = 0, lastPushAt = 0;

    void countReply(int status);
    void countOther(PushKind kind); ///< a message that is no record
    void countAck(qint64 nanoseconds);
    /// All but the failures by address and the other paths.
    ReceiverStats snapshot() const;

    /// Adds without ordering anything else.
    static void add(Counter &counter, qint64 n = 1) { counter.fetch_add(n, std::memory_order_relaxed); }

private:
    static constexpr int Statuses = 600;
    static constexpr int Kinds = 256;

    std::array<Counter, Statuses> m_replies{};
    std::array<Counter, Kinds> m_others{};
    std::array<Counter, AckBucketCount> m_ackBuckets{};
    Counter m_ackCount = 0, m_ackNanoseconds = 0;
};

} // namespace callboard
