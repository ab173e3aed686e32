// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace callboard {

/// A small, fast source of chance (SplitMix64) whose sequence depends on the seed alone, on every machine, which the
/// distributions of the standard library do not promise. Not for secrets. Not shared between threads.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    { }

    quint64 next();
    /// 0 <= x < 1.
    double uniform();
    /// 0 <= x < bound; bound must not be 0.
    quint64 below(quint64 bound) { return next() % bound; }
    /// low <= x <= high.
    qint64 between(qint64 low, qint64 high);
    bool chance(double probability) { return uniform() < probability; }
    /// Most people are quick, a few take long: half of the values are below the median.
    qint64 logNormal(double median, double sigma);
    /// The gap to the next of events that come by themselves, on average `mean` apart.
    double exponential(double mean);

private:
    quint64 m_state;
};

/// A number that looks random but belongs to these two for ever.
quint64 mixed(quint64 a, quint64 b);

} // namespace callboard
