// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/subnet.h"
#include "record/protocol/push_kind.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>

namespace callboard {

/// How long the receiver waits for a sender, in ms. Absolute: a byte now and then does not prolong them. No deadline
/// runs while the sender itself waits for the answer to a push.
struct ReceiverDeadlines
{
    qint64 handshakeMs = 10'000; ///< from accepting a connection to the end of its TLS handshake
    qint64 headMs = 5'000; ///< from a request's first byte to the end of its head
    qint64 bodyMs = 10'000; ///< from there to the end of its body
    qint64 idleMs = 90'000; ///< between two requests; senders often keep connections for 60 or 75 s
    qint64 writeMs = 30'000; ///< without a sender taking any byte of its answers
    qint64 lingerMs = 2'000; ///< from an answer that ends the connection to its cut
    qint64 drainMs = 5'000; ///< at shutdown, for the answers that are still due

    friend bool operator==(const ReceiverDeadlines &, const ReceiverDeadlines &) = default;
};

/// What wrong and missing tokens of one address lead to.
struct GuessLimits
{
    int freeFailures = 3; ///< answered at once; the answers to further ones wait, each twice as long
    qint64 longestDelayMs = 2'000;
    int banAfter = 10; ///< failures within the window
    qint64 windowMs = 600'000;
    qint64 banMs = 60'000;

    friend bool operator==(const GuessLimits &, const GuessLimits &) = default;
};

/// Everything that can be set about the receiver. A plain value.
struct ReceiverConfig
{
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 8787; ///< 0: any free one
    QString path = QStringLiteral("/receiveCallRecord");
    QList<PushKindInfo> kinds = pushKinds(); ///< the other kinds come to addresses beside that path, or to itself
    QByteArray token; ///< empty: nobody is asked for one
    QByteArray secondToken; ///< taken as well, while senders change from one to the other; empty: none
    QList<Subnet> allow; ///< empty: everybody may connect. One of all addresses is no allow-list for the limits below
    QList<Subnet> trustedProxies; ///< what they write into X-Forwarded-For is who sent a request; they may connect
    QString tlsCertFile, tlsKeyFile; ///< PEM; both empty: plain HTTP
    qint64 maxBodyBytes = 256 * 1024;
    qint64 unfinishedBytes = 16 * 1024 * 1024; ///< memory of all unfinished requests and unsent answers together
    int threads = 1;
    int maxConnections = 4096; ///< lowered further to stay below a quarter of the process's descriptor limit
    int maxConnectionsPerAddress = 64; ///< not for addresses on the allow-list
    int maxTlsConnections = 1024; ///< of a network thread; beyond them the one that is idle for longest is closed
    int reserveShare = 8; ///< one connection in so many is kept for addresses that have few; 0: none
    bool openHealth = false; ///< /healthz and /metrics answer everybody, not just this computer
    ReceiverDeadlines deadlines;
    GuessLimits guesses; ///< not for addresses on the allow-list

    /// True with an allow-list that keeps anybody out: whoever connects is then known. Not cheap; to be kept.
    bool knowsItsSenders() const { return !allow.isEmpty() && !letEverybodyIn(allow); }

    friend bool operator==(const ReceiverConfig &, const ReceiverConfig &) = default;
};

} // namespace callboard
