// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/request/receiver_stats.h"
#include "record/call/clocks.h"
#include "record/figures/commit_notice.h"

#include <QList>
#include <QString>

#include <array>
#include <deque>

namespace callboard {

/// How many pushes came in, by minute over the last hour and just now. A plain class fed once a second with a running
/// total. Time goes by the steady clock; the other one, which somebody may set, only names the minutes.
class PushRate
{
public:
    static constexpr int Minutes = 60;

    explicit PushRate(Clocks clocks = systemClocks())
        : m_clocks(std::move(clocks))
    { }

    /// The total now.
    void note(qint64 total);
    double perSecond() const; ///< over the last five seconds
    /// Pushes in each of the last 60 minutes, oldest first; the last one is still running.
    QList<qint64> perMinute() const;
    qint64 lastHour() const; ///< pushes in all of them
    qint64 firstMinute() const; ///< start of the oldest minute, epoch ms by the clock as it goes now

private:
    struct Sample
    {
        qint64 at = 0, total = 0;
    };
    void advance(qint64 minute);
    qint64 movedBy() const;

    const Clocks m_clocks;
    std::deque<Sample> m_recent;
    std::array<qint64, Minutes> m_minutes{};
    qint64 m_minute = 0; ///< start of the running minute, epoch ms by the clock as it went at first
    qint64 m_offset = 0; ///< from the steady clock to that
};

/// The time within which a share of the pushes was answered: the upper bound, in ms, of the bucket that holds it; -1
/// without pushes, and INT_MAX above the last bound.
int ackWithinMs(const ReceiverStats &stats, double share);

} // namespace callboard
