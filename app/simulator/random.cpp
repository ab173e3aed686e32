// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/random.h"

#include <cmath>
#include <numbers>

namespace callboard {

quint64 Random::next()
{
    m_state += 0x9E3779B97F4A7C15U;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

double Random::uniform()
{
    constexpr double Step = 1.0 / static_cast<double>(quint64(1) << 53);
    return static_cast<double>(next() >> 11) * Step;
}

qint64 Random::between(qint64 low, qint64 high)
{
    return low + static_cast<qint64>(below(static_cast<quint64>(high - low) + 1));
}

qint64 Random::logNormal(double median, double sigma)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    const double normal = radius * std::cos(2.0 * std::numbers::pi * uniform());
    return std::llround(median * std::exp(sigma * normal));
}

double Random::exponential(double mean)
{
    return -mean * std::log(1.0 - uniform());
}

quint64 mixed(quint64 a, quint64 b)
{
    return Random(a ^ Random(b).next()).next();
}

} // namespace callboard
