// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/call_list_report.h"

#include "report/definition/report_head.h"
#include "report/report_definition.h"
#include "store/read/call_stream.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString CustomerName = u"customer"_s;

constexpr qint64 AskEvery = 100; ///< rows, so that a cancel is seen well within 200 ms
constexpr qint64 TellEvery = 1000; ///< rows

/// Hands every call to `take`; false when cancelled. `told` hears of the rows so far now and then, and at the end.
bool forEachCall(const CallListInput &input, const std::function<void(CallRecord &)> &take,
                 const std::function<void(qint64)> &told, const ReportCancelled &cancelled)
{
    qint64 rows = 0;
    bool stopped = cancelled && cancelled();
    const auto one = [&](CallRecord &call) {
        stopped = ++rows % AskEvery == 0 && cancelled && cancelled();
        if (stopped)
            return false;
        take(call);
        if (rows % TellEvery == 0)
            told(rows);
        return true;
    };
    if (!stopped)
        input.each(one, cancelled);
    if (!stopped)
        told(rows);
    return !stopped;
}

/// Which columns a call list has, in which order: fixed ones, and those of the customer.
class CallLayout
{
public:
    /// Throws ReportError when `wanted` names a column that there never is.
    CallLayout(const ReportRequest &request, const CustomerColumns &customer, const ResultMeanings &meanings);
    const QList<ReportColumn> &columns() const { return m_columns; }
    void writeRow(ReportWriter &writer, const CallRecord &call) const;

private:
    struct Cell
    {
        const CallColumn *fixed = nullptr;
        qsizetype customer = -1; ///< position in CustomerColumns::titles(); -1: always empty
    };
    void addFixed(const CallColumn &column);
    void addCustomer(qsizetype position, const QString &title);
    void addRequested(const QString &name, const QStringList &customerTitles);

    const CustomerColumns &m_customer;
    std::vector<CallColumn> m_fixed;
    QList<ReportColumn> m_columns;
    std::vector<Cell> m_cells;
    bool m_hasCustomer = false;
};

CallLayout::CallLayout(const ReportRequest &request, const CustomerColumns &customer, const ResultMeanings &meanings)
    : m_customer(customer)
    , m_fixed(callColumns(request.zone, meanings))
{
    const QStringList titles = customer.titles();
    if (!request.columns.isEmpty()) {
        for (const QString &name : request.columns)
            addRequested(name, titles);
        return;
    }
    for (const CallColumn &column : m_fixed)
        addFixed(column);
    addRequested(CustomerName, titles);
}

void CallLayout::addFixed(const CallColumn &column)
{
    m_cells.push_back({&column, -1});
    m_columns.append({.title = column.title, .kind = column.kind, .width = 0, .name = {}});
}

void CallLayout::addCustomer(qsizetype position, const QString &title)
{
    m_hasCustomer = m_hasCustomer || position >= 0;
    m_cells.push_back({nullptr, position});
    m_columns.append({.title = title, .kind = ColumnKind::Text, .width = 0, .name = {}});
}

void CallLayout::addRequested(const QString &name, const QStringList &customerTitles)
{
    const auto fixed =
        std::find_if(m_fixed.begin(), m_fixed.end(), [&](const CallColumn &column) { return column.title == name; });
    if (fixed != m_fixed.end())
        return addFixed(*fixed);
    if (name == CustomerName) {
        for (qsizetype i = 0; i < customerTitles.size(); ++i)
            addCustomer(i, customerTitles.at(i));
        return;
    }
    if (!name.startsWith(CustomerName + u'.'))
        throw ReportError("CallListReport", QT_TRANSLATE_NOOP("CallListReport", "there is no column %1"), name);
    addCustomer(customerTitles.indexOf(name), name);
}

void CallLayout::writeRow(ReportWriter &writer, const CallRecord &call) const
{
    const CustomerRow customer = m_hasCustomer ? m_customer.row(call) : CustomerRow();
    for (const Cell &cell : m_cells) {
        if (cell.fixed)
            cell.fixed->write(writer, call);
        else
            cell.customer >= 0 ? writer.text(customer.cell(cell.customer)) : writer.empty();
    }
    writer.endRow();
}

/// The names of columns are covered as those in the rows are, or a number in a name would be seen, and not its values.
CustomerColumns customerColumns(const QList<RowShape> &shapes, const ReportRequest &request)
{
    CustomerColumns columns;
    for (const RowShape &shape : shapes) {
        CallRecord call;
        call.fields.taskRowHead = shape.head;
        const bool covered = request.privacy == Privacy::Masked;
        columns.add(covered ? masked(call).fields.taskRowHead : shape.head, shape.values);
    }
    return columns;
}

QString title()
{
    return QCoreApplication::translate("Report", "Calls");
}

qint64 writeCalls(const ReportRequest &request, Connection &connection, ReportWriter &writer,
                  const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportScope scope(request, connection, cancelled);
    CallListInput input = storeCalls(connection, request.filter);
    input.meanings = scope.rules().meanings();
    input.head = reportHead(scope, title(), input.total);
    return writeCallList(input, request, writer, progress, cancelled);
}

} // namespace

CallListInput storeCalls(Connection &connection, const CallFilter &filter)
{
    CallListInput input;
    input.total = countCalls(connection, filter);
    input.each = [&connection, filter](const std::function<bool(CallRecord &)> &take,
                                       const ReportCancelled &cancelled) {
        CallStream stream(connection, filter);
        CallRecord *call = stream.next(cancelled);
        while (call && take(*call))
            call = stream.next(cancelled);
    };
    input.shapes = [&connection, filter](const ReportCancelled &cancelled) {
        return loadRowShapes(connection, filter, cancelled);
    };
    return input;
}

qint64 writeCallList(const CallListInput &input, const ReportRequest &request, ReportWriter &writer,
                     const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const CustomerColumns customer = customerColumns(input.shapes(cancelled), request);
    const CallLayout layout(request, customer, input.meanings);
    writer.begin(input.head.value_or(reportHead(title(), request, input.total)));
    writer.beginTable({.name = u"calls"_s, .title = title(), .columns = layout.columns(), .charts = {}});
    qint64 written = 0;
    const auto write = [&](CallRecord &call) {
        if (request.privacy == Privacy::Masked)
            call = masked(std::move(call), request.personalColumns);
        layout.writeRow(writer, call);
        ++written;
    };
    const auto told = [&](qint64 rows) {
        if (progress)
            progress(rows, input.total);
    };
    if (!forEachCall(input, write, told, cancelled))
        return -1;
    writer.endTable();
    writer.finish();
    return written;
}

ReportDefinition callsReport()
{
    return {u"calls"_s, QT_TRANSLATE_NOOP("Report", "Calls"),
            QT_TRANSLATE_NOOP("Report", "Every call with all its fields, newest first"), writeCalls};
}

} // namespace callboard
