// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_head.h"
#include "report/definition/report_parts.h"
#include "report/report_definition.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LineReport)
};

QList<ReportChart> charts(const TableHead &head, qint64 rows)
{
    const qint64 bars = std::min(rows, MostBars);
    return {chartOf(head, head.title, ReportChart::Shape::Columns, {u"attempts"_s, u"connected"_s}, bars),
            chartOf(head, Texts::tr("Connect rate and line failure rate"), ReportChart::Shape::Columns,
                    {u"connect_rate"_s, u"line_failure_rate"_s}, bars)};
}

qint64 writeLines(const ReportRequest &request, Connection &connection, ReportWriter &writer,
                  const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportScope scope(request, connection, cancelled);
    const ValueTable lines = linesTable(scope);
    writer.begin(reportHead(scope, reportTitle(u"lines"_s), lines.rows.size()));
    return finish(writer, progress, writeValues(scope, writer, lines, request.columns));
}

} // namespace

qint64 writeValues(const ReportScope &scope, ReportWriter &writer, const ValueTable &table,
                   const QStringList &chosenColumns)
{
    const QList<Metric> figures = metricsAt(&MetricPlaces::group);
    const TableHead head{table.name, table.title,
                         QList<ReportFigureColumn>{{table.valueName, table.valueTitle}} + columnsOf(figures)};
    TableRows rows(scope, writer, head, charts(head, table.rows.size()), chosenColumns);
    for (const auto &[value, tally] : table.rows)
        rows.add(QList<ReportCell>{value} + cellsOf(figures, {.tally = tally}));
    rows.end(totalsLabel());
    return rows.count();
}

ValueTable linesTable(const ReportScope &scope)
{
    ValueTable table{
        u"lines"_s, Texts::tr("Attempts and connected calls by line"), u"line"_s, Texts::tr("Line (caller)"), {}};
    const QList<ValueTally> lines = loadLines(scope.connection(), scope.filter(), scope.rules());
    for (const ValueTally &line : lines)
        table.rows.append({line.value.isEmpty() ? Texts::tr("(no caller)") : scope.number(line.value), line.tally});
    return table;
}

ReportDefinition linesReport()
{
    return {u"lines"_s, QT_TRANSLATE_NOOP("Report", "Lines"),
            QT_TRANSLATE_NOOP("Report", "Attempts, connected calls and line failures by calling number"), writeLines};
}

} // namespace callboard
