// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"

#include <QString>

#include <array>

namespace callboard {

/// Upper bounds (ms, exclusive) of the talk-time classes; the last class is open. A talk of 0 is in the first.
inline constexpr std::array<qint64, 9> TalkBounds{5'000,   10'000,  20'000,  30'000, 60'000,
                                                  120'000, 180'000, 300'000, 600'000};
inline constexpr int TalkClassCount = static_cast<int>(TalkBounds.size()) + 1;

inline constexpr qint64 MinuteMs = 60'000;
inline constexpr qint64 QuarterMs = 15 * MinuteMs;
inline constexpr qint64 HourMs = 60 * MinuteMs;
inline constexpr qint64 DayMs = 24 * HourMs;

/// What makes calls count together. `bucket` is the start (epoch ms) of the stretch of time that holds the call's
/// placedAt(): a minute in commit notices, a quarter hour in the table `rollup`, larger on a board of many days.
struct CellKey
{
    qint64 bucket = 0;
    QString taskId{}; ///< empty for calls without task
    QString result{}; ///< `task_result`, empty where none was said
    bool basicOnly = false; ///< the outbound part is missing
    bool outbound = false;
    bool answered = false;

    bool isAwaiting() const { return basicOnly && outbound; }
    friend bool operator==(const CellKey &, const CellKey &) = default;
};
size_t qHash(const CellKey &key, size_t seed = 0);

/// Sums over the calls of a cell. Differences of sums are sums too: a changed call is minus its old image, plus its
/// new.
struct CellSums
{
    qint64 calls = 0;
    qint64 seized = 0; ///< `time_ring` > 0
    qint64 talkMs = 0; ///< of answered calls
    qint64 answerDelayMs = 0; ///< `time_answer` - `time_dial` of answered calls
    qint64 delayCalls = 0; ///< answered calls that said both times
    std::array<qint64, TalkClassCount> talkClasses{}; ///< answered calls by talk time, see TalkBounds

    CellSums &operator+=(const CellSums &o);
    CellSums &operator-=(const CellSums &o);
    bool isZero() const;
    friend bool operator==(const CellSums &, const CellSums &) = default;
};

/// The cell of a call for buckets of that size, and what the call adds to it.
CellKey cellKeyOf(const CallRecord &call, qint64 bucketMs);
CellSums cellSumsOf(const CallRecord &call);

/// The start of the bucket of that size that holds a time. Buckets are aligned to the epoch (UTC).
constexpr qint64 bucketStart(qint64 timeMs, qint64 bucketMs)
{
    return timeMs - ((timeMs % bucketMs) + bucketMs) % bucketMs;
}

} // namespace callboard
