// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "record/protocol/push_message.h"
#include "store/read/delivery_queries.h"
#include "text/format.h"
#include "ui/common/tables/list_model.h"

namespace callboard {

/// An accepted message and what it says.
struct ReadMessage
{
    NumberedMessage message;
    PartMessage content; ///< of a record
    PushKind kind = PushKind::Record;
};

/// The messages that came last, newest first, with what they say: numbers are covered while `privacy` says so. The
/// format must outlive it.
using PushList = ListModel<ReadMessage>;
PushList *makePushList(const Format &format, const std::function<Privacy()> &privacy, QObject *parent);
inline constexpr int MostPushRows = 100;

/// Reads the latest messages and what they say. For a reader's connection.
QList<ReadMessage> readLatestMessages(Connection &connection);

} // namespace callboard
