// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "store/database/connection.h"

#include <QList>

namespace callboard {

enum class CallSortKey : quint8 {
    Time, ///< CallRecord::placedAt()
    Talk, ///< CallRecord::talkMs()
    Wait, ///< from dialling to the answer
};

/// The order of a list of calls. Calls without a talk or a wait stand at the end both ways; among equal ones the newest
/// come first.
struct CallOrder
{
    CallSortKey key = CallSortKey::Time;
    bool isAscending = false;
    bool isNewestFirst() const { return *this == CallOrder(); }
    friend bool operator==(const CallOrder &, const CallOrder &) = default;
};

/// The rows of all calls that a filter selects, in that order: eight bytes a call, so that any place of a long list is
/// reached at once and stands still while further calls arrive. On a reader's connection; may be interrupted; throws
/// StoreError.
QList<qint64> orderedCallIds(Connection &connection, const CallFilter &filter, const CallOrder &order);

} // namespace callboard
