// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace callboard {

/// A kept refused message, as far as it matters for which of them go.
struct KeptRefusal
{
    qint64 id = 0; ///< older ones have smaller ones
    QString sender; ///< senderGroup() of its address
    qint64 kind = 0; ///< equal for messages that were refused for the same reason
    qint64 bytes = 0;
    bool isReplayed = false;
};

/// Who counts as one sender: an IPv4 address, or the /64 of an IPv6 address, because that is what one customer of a
/// network gets. "" for what is no address. Pure; any thread.
QString senderGroup(const QString &address);

/// Which refused messages go so that no more than so many messages and bytes stay. `all` by id. Pure; any thread.
///
/// 1. Those that a replay has accepted, oldest first.
/// 2. Of the sender that takes the most room, its oldest, again and again: so every sender has a share, and who floods
///    pushes out nothing but messages of its own. Each of the 64 senders that came first has a share; those that came
///    later have one together, and within it shares of their own: whoever owns very many addresses gains nothing by it.
///    The oldest ten of each kind stay as samples.
/// 3. These samples, oldest first.
QList<qint64> refusalsToRemove(const std::vector<KeptRefusal> &all, qint64 mostMessages, qint64 mostBytes);

} // namespace callboard
