// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMetaType>

namespace callboard {

/// How a run of the simulator went. Messages, not calls. Latencies are from the first byte sent to the whole answer.
struct SimulationReport
{
    qint64 sent = 0; ///< messages, each counted once however often it was tried
    qint64 acked = 0; ///< answered with success
    qint64 failed = 0; ///< given up after the last retry
    qint64 retried = 0; ///< further tries
    double seconds = 0;
    double rate = 0; ///< acked messages a second
    double p50Ms = 0, p90Ms = 0, p99Ms = 0, maxMs = 0;

    QJsonObject toJson() const;
};

} // namespace callboard

Q_DECLARE_METATYPE(callboard::SimulationReport)
