// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/call_list_report.h"

namespace callboard {

namespace {

/// Small enough that a cancel is seen well within 200 ms, large enough that a page's fixed cost does not count.
constexpr int PageRows = 1000;

/// Hands every call to `take`; false when cancelled. `paged` hears of the rows so far after every page.
bool forEachCall(const CallListInput &input, const std::function<void(const CallRecord &)> &take,
                 const std::function<void(qint64)> &paged, const ReportCancelled &cancelled)
{
    CallKey after;
    qint64 rows = 0;
    while (true) {
        if (cancelled && cancelled())
            return false;
        const QList<CallRecord> calls = input.page(after, PageRows);
        for (const CallRecord &call : calls)
            take(call);
        rows += calls.size();
        paged(rows);
        if (calls.size() < PageRows)
            return true;
        after = keyOf(calls.constLast());
    }
}

void writeHeader(CsvWriter &csv, const std::vector<CallColumn> &columns, const CustomerColumns &customer)
{
    for (const CallColumn &column : columns)
        csv.text(column.title);
    for (const QString &title : customer.titles())
        csv.text(title);
    csv.endRow();
}

void writeCall(CsvWriter &csv, const std::vector<CallColumn> &columns, const CustomerColumns &customer,
               const CallRecord &call)
{
    for (const CallColumn &column : columns)
        column.write(csv, call);
    customer.write(csv, call);
    csv.endRow();
}

} // namespace

CallListInput storeCalls(Connection &connection, const CallFilter &filter)
{
    CallListInput input;
    input.total = countCalls(connection, filter);
    input.page = [&connection, filter](const CallKey &after, int limit) {
        return loadCallPage(connection, filter, after, limit);
    };
    return input;
}

qint64 writeCallList(const CallListInput &input, const ReportRequest &request, QIODevice &device,
                     const ReportProgress &progress, const ReportCancelled &cancelled)
{
    CustomerColumns customer;
    if (!forEachCall(
            input, [&](const CallRecord &call) { customer.add(call); }, [](qint64) {}, cancelled))
        return -1;

    CsvWriter csv(device);
    const std::vector<CallColumn> columns = callColumns(request.zone);
    writeHeader(csv, columns, customer);
    const auto write = [&](const CallRecord &call) {
        const bool covered = request.privacy == Privacy::Masked;
        writeCall(csv, columns, customer, covered ? masked(call, request.personalColumns) : call);
    };
    const auto paged = [&](qint64 rows) {
        if (progress)
            progress(rows, input.total);
    };
    if (!forEachCall(input, write, paged, cancelled))
        return -1;
    csv.flush();
    return csv.rows() - 1;
}

} // namespace callboard
