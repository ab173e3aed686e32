// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace callboard {

/// The two ways to say what time it is. A value; its functions may be called from any thread.
struct Clocks
{
    std::function<qint64()> wall; ///< epoch ms; may be set to anything at any moment
    std::function<qint64()> steady; ///< ms since some moment; only goes forward, also while the computer sleeps
};

/// The system's.
Clocks systemClocks();

/// How old something is that happened `at` (epoch ms) when it is `nowMs`, ms. What lies in the future happened when the
/// clock was ahead: its age is 0, not less.
inline qint64 ageOf(qint64 at, qint64 nowMs)
{
    return at >= nowMs ? 0 : nowMs - at;
}

/// A moment that has passed, remembered by the steady clock: its age stays right when somebody sets the other one. A
/// value; the clocks are always the same ones.
class PastMoment
{
public:
    PastMoment() = default; ///< never
    static PastMoment now(const Clocks &clocks);
    /// What an earlier run or another program noted (epoch ms). In the future: now; 0 or less: never.
    static PastMoment at(qint64 epochMs, const Clocks &clocks);

    bool isKnown() const { return m_epoch != 0; }
    qint64 ageMs(const Clocks &clocks) const; ///< 0 for never, too
    /// By the clock as it goes now, epoch ms; 0: never.
    qint64 epochMs(const Clocks &clocks) const;

private:
    qint64 m_epoch = 0, m_steady = 0;
};

} // namespace callboard
