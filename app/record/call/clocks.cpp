// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/clocks.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>

#include <time.h>

namespace callboard {

namespace {

/// Not CLOCK_MONOTONIC: that one stands still while the computer sleeps, and every nap would look like a clock that was
/// set.
qint64 steadyMs()
{
    constexpr qint64 NanosecondsPerMs = 1'000'000;
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) != 0)
        clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1'000LL + time.tv_nsec / NanosecondsPerMs;
}

} // namespace

Clocks systemClocks()
{
    return {[] { return QDateTime::currentMSecsSinceEpoch(); }, steadyMs};
}

PastMoment PastMoment::now(const Clocks &clocks)
{
    return at(clocks.wall(), clocks);
}

PastMoment PastMoment::at(qint64 epochMs, const Clocks &clocks)
{
    PastMoment moment;
    if (epochMs <= 0)
        return moment;
    const qint64 age = ageOf(epochMs, clocks.wall());
    moment.m_epoch = clocks.wall() - age;
    moment.m_steady = clocks.steady() - age;
    return moment;
}

qint64 PastMoment::ageMs(const Clocks &clocks) const
{
    return isKnown() ? std::max<qint64>(0, clocks.steady() - m_steady) : 0;
}

/// The same number as long as nobody set the clock: two clocks never agree to the millisecond.
qint64 PastMoment::epochMs(const Clocks &clocks) const
{
    constexpr qint64 NotSetMs = 2'000;
    if (!isKnown())
        return 0;
    const qint64 moment = clocks.wall() - ageMs(clocks);
    return std::llabs(moment - m_epoch) < NotSetMs ? m_epoch : moment;
}

} // namespace callboard
