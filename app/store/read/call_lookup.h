// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "store/database/connection.h"

#include <QList>

namespace callboard {

/// Calls by their rows, in no particular order; rows that do not exist are left out. For a screenful of them. On a
/// reader's connection; may be interrupted; throws StoreError.
QList<CallRecord> loadCalls(Connection &connection, const QList<qint64> &ids);

} // namespace callboard
