// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "receiver/net/other_paths.h"
#include "receiver/request/receiver_stats.h"

#include <QByteArrayList>
#include <QHash>
#include <QHostAddress>
#include <QList>

#include <atomic>
#include <mutex>
#include <optional>

namespace callboard {

/// What counts as one address: an IPv4 address, or the /64 network of an IPv6 address, since one sender has all of it.
QHostAddress senderGroup(const QHostAddress &address);

/// What becomes of somebody who connects.
enum class Admission : quint8 {
    Taken,
    Full, ///< too many connections altogether, and few from this address
    TooMany, ///< too many from this address
    Banned,
};

/// What wrong tokens have led to.
enum class Standing : quint8 {
    Free,
    Banned, ///< for a while; the right token is taken all the same
    ShutOut, ///< banned, and so many different tokens were tried that none is looked at any more
};

/// What a wrong token leads to.
struct FailureVerdict
{
    qint64 delayMs = 0; ///< the answer waits for so long
    bool isFirst = false; ///< in a while
    bool isBan = false; ///< the address is shut out from now on
};

/// Open connections, wrong tokens and bans by address. One address can't take what others need: it has a number of
/// connections, and the last eighth of all connections is kept for addresses that have few. Knows a bounded number of
/// failing addresses. Any thread; times are monotonic ms where not said otherwise.
///
/// Behind one address there may be many senders, one of them with an old token: it is banned, and the others' right
/// token is still taken. Whoever guesses tries different ones, and of those no more are looked at than without that.
class SenderTable
{
public:
    SenderTable();

    /// Counts the connection when it is taken; `open` is the number of all open ones. Trusted addresses have no limit
    /// of their own, and are never shut out.
    Admission admit(const QHostAddress &address, bool isTrusted, qint64 open, int maxConnections,
                    const ReceiverConfig &config, qint64 nowMs);
    /// A connection that was taken is over.
    void leave(const QHostAddress &address);

    /// A push had a wrong token or none; `tokens` are the ones that it had.
    FailureVerdict noteFailure(const QHostAddress &address, const QByteArrayList &tokens, const GuessLimits &limits,
                               qint64 nowMs);
    /// The same of an address that is banned. True when a token was among them that it had not tried before.
    bool noteFailureInBan(const QHostAddress &address, const QByteArrayList &tokens, const GuessLimits &limits);
    Standing standing(const QHostAddress &address, qint64 nowMs) const;
    bool isBanned(const QHostAddress &address, qint64 nowMs) const
    {
        return standing(address, nowMs) != Standing::Free;
    }
    /// Forgets bans and what would lead to one; the counts stay.
    void pardonAll();
    /// The addresses with most failures, at most `most` of them.
    QList<AddressFailures> worst(int most, qint64 nowMs) const;

    /// Whether a line may be logged about all this: some a minute. The value is how many were left out before it.
    std::optional<int> takeLine(qint64 nowMs);

private:
    struct Failures
    {
        qint64 total = 0;
        int recent = 0; ///< since windowStart
        qint64 windowStart = 0, last = 0, bannedUntil = 0;
        QList<quint64> tried; ///< since windowStart: marks of different tokens, as many as are looked at
        bool isShut = false; ///< as many were tried
        qint64 lastAt = 0; ///< epoch ms
    };

    void makeRoom(qint64 nowMs);
    bool noteTried(Failures &failures, const QByteArrayList &tokens, const GuessLimits &limits) const;
    quint64 markOf(const QByteArray &token) const;

    const QByteArray m_markKey; ///< random, so that nobody finds two tokens with one mark
    mutable std::mutex m_mutex;
    QHash<QHostAddress, int> m_connections;
    QHash<QHostAddress, Failures> m_failures;
    std::atomic<qint64> m_anyBanUntil = 0; ///< spares the common case the lock
    qint64 m_lineMinute = -1;
    int m_lines = 0, m_leftOut = 0;
};

/// What all network threads of a receiver share, and what goes on over a restart. Any thread.
struct ReceiverShared
{
    ReceiverCounters counters;
    SenderTable senders;
    OtherPaths otherPaths;
};

} // namespace callboard
