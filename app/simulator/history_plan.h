// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/random.h"

#include <optional>
#include <vector>

namespace callboard {

/// Spreads calls over the days before a moment as a call centre's days go, in the local time zone: mornings and
/// afternoons busy, a dip at noon, quiet evenings, few calls at weekends and hardly any at night.
class HistoryPlan
{
public:
    /// `calls` hang-up times in the `days` days that end at `endMs` (epoch ms).
    HistoryPlan(qint64 calls, int days, qint64 endMs, quint64 seed);

    /// The next hang-up time, epoch ms, never before the one before; nothing when all have been given.
    std::optional<qint64> next();

    qint64 calls() const { return m_calls; }

private:
    struct Slot
    {
        qint64 startMs;
        qint64 lengthMs;
        qint64 callsUpTo; ///< of the whole plan, this slot included
    };
    void share(const std::vector<double> &weights);

    qint64 m_calls;
    qint64 m_given = 0;
    std::vector<Slot> m_slots;
    std::size_t m_slot = 0;
    Random m_random;
};

/// How busy a moment is, relative to others (epoch ms, local time zone).
double busynessAt(qint64 timeMs);

} // namespace callboard
