// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTextStream>

#include <algorithm>
#include <limits>

namespace callboard::test {

/// Prints what an operation costs, in nanoseconds: the best of many short rounds, because the others were disturbed by
/// something else on the machine.
template <typename Operation>
void measure(const QString &name, int times, Operation operation)
{
    constexpr int Rounds = 200;
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < Rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < times; ++i)
            operation();
        best = std::min(best, timer.nsecsElapsed() / times);
    }
    QTextStream(stdout) << name.leftJustified(36) << best << " ns\n";
}

} // namespace callboard::test
