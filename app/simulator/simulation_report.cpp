// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulation_report.h"

namespace callboard {

using namespace Qt::StringLiterals;

QJsonObject SimulationReport::toJson() const
{
    const QJsonObject latency{{u"p50"_s, p50Ms}, {u"p90"_s, p90Ms}, {u"p99"_s, p99Ms}, {u"max"_s, maxMs}};
    return {{u"sent"_s, sent},       {u"acked"_s, acked}, {u"failed"_s, failed},     {u"retried"_s, retried},
            {u"seconds"_s, seconds}, {u"rate"_s, rate},   {u"latency_ms"_s, latency}};
}

} // namespace callboard
