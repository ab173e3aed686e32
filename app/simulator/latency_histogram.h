// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace callboard {

/// Counts how long answers took in classes about 3 % wide, so that any number of them needs the same few kilobytes.
class LatencyHistogram
{
public:
    void add(qint64 microseconds);
    qint64 count() const { return m_count; }
    /// The time within which that share (0..1) was answered, ms; 0 when nothing was counted.
    double percentileMs(double share) const;
    double maxMs() const { return static_cast<double>(m_max) / 1000.0; }

private:
    static constexpr int StepBits = 5;
    static constexpr int ClassCount = 64 << StepBits;
    static int classOf(quint64 value);
    static double upperBound(int index);

    std::array<qint64, ClassCount> m_classes{};
    qint64 m_count = 0;
    qint64 m_max = 0;
};

} // namespace callboard
