// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/http/reply.h"
#include "receiver/request/receiver_stats.h"
#include "record/protocol/ingest.h"

namespace callboard {

/// GET /healthz: 200 while the store can take pushes, else 503. `nowMs` is epoch ms.
Reply healthReply(const IngestState &ingest, qint64 nowMs);

/// GET /metrics: everything countable, as Prometheus text (version 0.0.4). `nowMs` is epoch ms; `kinds` are those with
/// a line of their own.
Reply metricsReply(const ReceiverStats &stats, const IngestState &ingest, const QList<PushKindInfo> &kinds,
                   qint64 nowMs);

} // namespace callboard
