// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/latency_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace callboard {

void LatencyHistogram::add(qint64 microseconds)
{
    const qint64 value = std::max<qint64>(0, microseconds);
    ++m_classes[static_cast<std::size_t>(classOf(static_cast<quint64>(value)))];
    ++m_count;
    m_max = std::max(m_max, value);
}

/// The exponent of two in the upper bits, the next five bits of the value in the lower ones.
int LatencyHistogram::classOf(quint64 value)
{
    if (value < (1U << StepBits))
        return static_cast<int>(value);
    const int exponent = std::bit_width(value) - 1 - StepBits;
    return ((exponent + 1) << StepBits) + static_cast<int>((value >> exponent) & ((1U << StepBits) - 1));
}

double LatencyHistogram::upperBound(int index)
{
    if (index < (1 << StepBits))
        return index;
    const int exponent = (index >> StepBits) - 1;
    const quint64 steps = (1U << StepBits) + (static_cast<quint64>(index) & ((1U << StepBits) - 1)) + 1;
    return static_cast<double>(steps << exponent) - 1;
}

double LatencyHistogram::percentileMs(double share) const
{
    const auto wanted = static_cast<qint64>(std::ceil(share * static_cast<double>(m_count)));
    qint64 seen = 0;
    for (std::size_t i = 0; i < m_classes.size() && m_count > 0; ++i) {
        seen += m_classes[i];
        if (seen >= std::max<qint64>(1, wanted))
            return std::min(upperBound(static_cast<int>(i)), static_cast<double>(m_max)) / 1000.0;
    }
    return 0;
}

} // namespace callboard
