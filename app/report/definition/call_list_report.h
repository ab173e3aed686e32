// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/definition/call_columns.h"
#include "report/report.h"
#include "store/read/queries.h"

namespace callboard {

/// Where a call list comes from: a store, or a test.
struct CallListInput
{
    qint64 total = 0;
    /// Hands every call to `take`, which may change it, newest first, until that says false. May throw QueryCancelled.
    std::function<void(const std::function<bool(CallRecord &)> &take, const ReportCancelled &cancelled)> each;
    /// The shapes of the customer rows of all those calls.
    std::function<QList<RowShape>(const ReportCancelled &cancelled)> shapes;
    ResultMeanings meanings{}; ///< what decides about a call's class
    std::optional<ReportHead> head{}; ///< what the report says of itself; without one, what the request alone says
};

/// The calls of a store's connection. The caller holds a read transaction, so that all pages show one moment.
CallListInput storeCalls(Connection &connection, const CallFilter &filter);

/// Writes the call list: one row per call, newest first.
/// request.columns may name the fixed columns, "customer" for all of the customer's, or single ones ("customer.金额",
/// empty where no call has it). Returns the number of calls written, or -1 when cancelled. Throws ReportError and
/// StoreError.
qint64 writeCallList(const CallListInput &input, const ReportRequest &request, ReportWriter &writer,
                     const ReportProgress &progress, const ReportCancelled &cancelled);

} // namespace callboard
