// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "record/call/result_meanings.h"
#include "store/read/call_order.h"
#include "text/format.h"

#include <functional>
#include <optional>
#include <span>

namespace callboard {

/// What cells need beside the call.
struct CallCellContext
{
    const Format &format;
    std::function<QString(const QString &)> taskName; ///< alias of a task
    ResultMeanings meanings;
};

/// One column of the call table. `id` is stored in settings: never rename.
struct CallTableColumn
{
    const char *id;
    const char *title; ///< English source, context "CallTable"
    const char *explanation; ///< tooltip of the header, context "CallTable"
    Qt::Alignment alignment;
    int width; ///< px at scale 1
    bool shown; ///< unless the user chose otherwise
    QString (*value)(const CallRecord &, const CallCellContext &);
};

/// All columns in their first order.
std::span<const CallTableColumn> callTableColumns();

/// Position of a column, or -1.
int callTableColumn(QLatin1StringView id);

/// What a click on a column's header sorts by; nothing for most columns.
std::optional<CallSortKey> callSortKey(int column);
/// The column of that key.
int callSortColumn(CallSortKey key);

/// "Awaiting outcome", "Inbound", or the result's word with its code.
QString callResultText(const CallRecord &call, const ResultMeanings &meanings, const Format &format);

/// "inbound", "outbound", or the number that was pushed.
QString callDirectionText(const CallRecord &call);

/// The customer row in one line.
QString callCustomerText(const CallRecord &call);

} // namespace callboard
