// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/drill_filter.h"
#include "record/protocol/push_kind.h"
#include "store/database/connection.h"

#include <QMap>

#include <utility>

namespace callboard {

/// Accepted messages that are no records, by quarter hour of their arrival (epoch ms) and kind.
using OtherPushCounts = QMap<std::pair<qint64, PushKind>, qint64>;

/// The table `other_push`: how many such messages were accepted. Counts stay when the messages themselves are no longer
/// kept. Everything belongs to the connection's thread and throws StoreError.
namespace OtherPushes {

/// Adds to the counts, inside a transaction.
void add(Connection &connection, const OtherPushCounts &counts);
/// Raises counts to what was found, inside a transaction: of messages that were counted as records once, or whose
/// counts were lost. None is lowered, since messages go before their counts.
void raiseTo(Connection &connection, const OtherPushCounts &counts);
/// All that arrived in whole quarter hours of a range.
OtherPushCounts count(Connection &connection, const TimeRange &arrivedAt);
/// The same since the store exists, by kind.
QMap<PushKind, qint64> total(Connection &connection);
/// The kinds together.
qint64 sum(const QMap<PushKind, qint64> &byKind);

} // namespace OtherPushes
} // namespace callboard
