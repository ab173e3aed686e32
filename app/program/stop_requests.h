// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <csignal>
#include <ctime>

namespace callboard {

/// What a signal that asks for the end means after those before it. The first one begins an orderly end. Managers of
/// services send SIGTERM twice, or SIGHUP behind it: for some seconds these are the same request. Whatever comes after
/// that, and SIGINT as either of the two, is a person who will not wait. For signal handlers: no lock, no memory; any
/// thread.
class StopRequests
{
public:
    enum class Answer {
        Begin,
        Ignore,
        EndAtOnce,
    };
    static constexpr int SameRequestSeconds = 5;

    void forget() { m_first = 0; }
    Answer take(int signalNumber)
    {
        timespec now = {};
        ::clock_gettime(CLOCK_MONOTONIC, &now);
        const bool isPerson = signalNumber == SIGINT;
        const long long seconds = now.tv_sec + 1; // never 0
        long long first = 0;
        if (m_first.compare_exchange_strong(first, 2 * seconds + (isPerson ? 1 : 0)))
            return Answer::Begin;
        const bool isSame = !isPerson && first % 2 == 0 && seconds - first / 2 < SameRequestSeconds;
        return isSame ? Answer::Ignore : Answer::EndAtOnce;
    }

private:
    static_assert(std::atomic<long long>::is_always_lock_free);
    std::atomic<long long> m_first = 0; ///< twice the s of the monotonic clock, and 1 for SIGINT; 0: none came
};

} // namespace callboard
