// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_message.h"
#include "store/read/contact_queries.h"

#include <QStringList>

/// Calls are kept for a while, their counts for ever. From `callsKeptSince` on (epoch ms, the start of a quarter hour)
/// every call is there; before it `rollup` and the tables past_… hold what was counted, and some calls may still stand
/// there until their slice goes. Everything throws StoreError.
namespace callboard {

/// Where such a message places a call that it makes: its hang-up time, or else its arrival.
qint64 placedBy(const PartMessage &message, qint64 arrivedAt);

/// Removes the first calls before that moment, in the order of lists, and keeps what past_… needs. Inside a transaction
/// of the caller's; returns how many went.
qint64 dropCallsBefore(Connection &connection, qint64 keptSince, int most);

/// Moves the boundary back to `latest` where it is later, but not before calls that have gone: those stay counts. A
/// line in the audit log says so. Inside a transaction of the caller's; returns the boundary that holds.
qint64 returnCallsKeptSince(Connection &connection, qint64 latest, qint64 now);

/// Calls whose basic part never came, of those that are no longer kept: in whole quarter hours of the range.
qint64 pastOutboundOnly(Connection &connection, const TimeRange &range, const QStringList &taskIds);
/// The same by quarter hour and task.
QMap<std::pair<qint64, QString>, qint64> pastOutboundOnlyCells(Connection &connection, const TimeRange &range,
                                                               const QStringList &taskIds);

} // namespace callboard
