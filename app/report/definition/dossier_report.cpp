// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_head.h"
#include "report/definition/report_parts.h"
#include "report/report_definition.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostValues = 20; ///< of a customer column; the rest is summed up
constexpr qsizetype MostPivots = 40; ///< customer columns; each costs a pass over the calls
constexpr qsizetype MostHours = 7 * 24 + 1; ///< a week, also one in which clocks are put back; days tell more of longer

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DossierReport)
};

/// A ratio of counts is worth seeing apart: 3 of 4 is no 3,000 of 4,000.
bool isQuotient(Show show)
{
    return show == Show::Share || show == Show::Quotient || show == Show::Mean;
}

TableHead summaryHead()
{
    return {u"summary"_s,
            Texts::tr("Summary"),
            {{u"figure"_s, Texts::tr("Figure")},
             {u"value"_s, Texts::tr("Value")},
             {u"counted"_s, Texts::tr("Counted"), Show::Count},
             {u"of"_s, Texts::tr("Of"), Show::Count},
             {u"definition"_s, Texts::tr("Definition")}}};
}

/// One figure a row. The value's cell has the figure's own kind, whatever the column's.
void writeSummaryRow(ReportWriter &writer, Metric figure, const GroupFigures &group)
{
    const Show show = columnOf(figure).show;
    const ReportCell cell = cellOf(figure, group);
    const Ratio &ratio = cell.figure;
    writer.text(metricName(figure));
    writeCell(writer, show, cell);
    if (cell.isKnown && isQuotient(show) && show != Show::Mean) {
        writer.count(ratio.numerator);
        writer.count(ratio.denominator);
    } else {
        writer.empty();
        show == Show::Mean ? writer.count(ratio.denominator) : writer.empty();
    }
    writer.text(metricDefinition(figure));
    writer.endRow();
}

qint64 writeSummary(ReportWriter &writer, const GroupFigures &group)
{
    const QList<Metric> figures = metricsAt(&MetricPlaces::summary);
    writer.beginTable(summaryHead().toTable({}));
    for (const Metric figure : figures)
        writeSummaryRow(writer, figure, group);
    writer.endTable();
    return figures.size();
}

void writeFunnel(const ReportScope &scope, ReportWriter &writer, const Tally &tally)
{
    const TableHead head{u"funnel"_s,
                         Texts::tr("From attempt to success"),
                         {{u"step"_s, Texts::tr("Step")},
                          {u"calls"_s, Texts::tr("Calls"), Show::Count},
                          {u"share"_s, Texts::tr("Share of attempts"), Show::Share}}};
    TableRows rows(scope, writer, head, {chartOf(head, head.title, ReportChart::Shape::Bars, {u"calls"_s})});
    for (const Metric step : metricsAt(&MetricPlaces::funnel)) {
        const qint64 calls = metricRatio(step, tally).numerator;
        rows.add({metricName(step), Ratio{calls, 1}, Ratio{calls, tally.attempts}});
    }
    rows.end();
}

// --- Customer columns ----------------------------------------------------------------------------------------------

struct CustomerPivots
{
    QList<ValueTable> tables;
    QStringList ownValues; ///< columns that are left out: nearly every contact has a value of its own
    qsizetype personal = 0, tooMany = 0; ///< left out
};

QString valueText(const ReportScope &scope, const QString &value)
{
    return value.isEmpty() ? Texts::tr("(no value)") : scope.shown(value);
}

ValueTable pivotTable(const ReportScope &scope, const Pivot &pivot, const QString &column, qsizetype number)
{
    const QString shown = scope.shown(column);
    ValueTable table{u"customer-%1"_s.arg(number), Texts::tr("Customer column: %1").arg(shown), u"value"_s, shown, {}};
    for (const ValueTally &value : pivot.top)
        table.rows.append({valueText(scope, value.value), value.tally});
    if (pivot.otherValues > 0)
        table.rows.append({Texts::tr("(%1 other values)").arg(pivot.otherValues), pivot.others});
    return table;
}

/// Numbers and names tell contacts apart: a table of twenty out of hundreds of them says nothing.
bool isOwnOfEach(const Pivot &pivot, qint64 contacts)
{
    return pivot.otherValues > 0 && (pivot.top.size() + pivot.otherValues) * 2 > contacts;
}

/// How many contacts the kept calls of the scope are of.
qint64 keptContacts(const ReportScope &scope)
{
    CallFilter filter = scope.filter();
    filter.drill.pick = ContactPick::LastTry;
    return countCalls(scope.connection(), filter);
}

/// `contacts`: how many the campaign has in the scope.
CustomerPivots loadPivots(const ReportScope &scope, qint64 contacts)
{
    CustomerPivots pivots;
    qsizetype looked = 0;
    const QStringList all = loadCustomerColumns(scope.connection(), scope.filter());
    for (const QString &column : all) {
        if (scope.request().personalColumns.contains(column)) {
            ++pivots.personal;
        } else if (column.isEmpty() || looked == MostPivots) {
            ++pivots.tooMany;
        } else {
            ++looked;
            const Pivot pivot = loadPivot(scope.connection(), scope.filter(), column, scope.rules(), MostValues);
            if (isOwnOfEach(pivot, contacts))
                pivots.ownValues.append(scope.shown(column));
            else
                pivots.tables.append(pivotTable(scope, pivot, column, pivots.tables.size() + 1));
            scope.checkCancelled();
        }
    }
    return pivots;
}

void addHoursFact(const HourRows &hours, ReportFacts *facts)
{
    const QString title = Texts::tr("Hours");
    if (hours.rows.size() > MostHours)
        facts->append({title,
                       Texts::tr("left out, because the period is longer than a week; the report of hours "
                                 "has them")});
    else if (hours.isSparse)
        facts->append({title, Texts::tr("only those with calls, because the period has so many")});
}

ReportFacts factsOf(const CustomerPivots &pivots, const HourRows &hours)
{
    ReportFacts facts;
    if (pivots.personal > 0)
        facts.append({Texts::tr("Personal customer columns"), Texts::tr("%1 left out").arg(pivots.personal)});
    if (!pivots.ownValues.isEmpty())
        facts.append({Texts::tr("Customer columns"),
                      Texts::tr("left out, because nearly every contact has a value of its own: %1")
                          .arg(pivots.ownValues.join(Texts::tr(", ")))});
    if (pivots.tooMany > 0)
        facts.append({Texts::tr("Further customer columns"), Texts::tr("%1 left out").arg(pivots.tooMany)});
    addHoursFact(hours, &facts);
    return facts;
}

void writeParts(const ReportScope &scope, ReportWriter &writer, const QList<ReportCampaignRow> &campaigns,
                const QList<HourRow> &hours)
{
    writeCodes(scope, writer, loadCells(scope.connection(), scope.filter(), DayMs).cells, campaigns);
    if (hours.size() <= MostHours)
        writeHours(scope, writer, hours);
    writeDays(scope, writer, hours);
    writeWeek(scope, writer, hours);
    const RetryFigures retries = loadRetries(scope.connection(), scope.filter());
    writeYields(scope, writer, retries);
    writeTransitions(scope, writer, retries);
    writeValues(scope, writer, linesTable(scope));
}

qint64 writeReport(const ReportRequest &request, Connection &connection, ReportWriter &writer,
                   const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportScope scope(request, connection, cancelled);
    const QString taskId = request.filter.taskIds.value(0);
    const QList<ReportCampaignRow> campaigns = loadCampaigns(scope);
    GroupFigures figures = campaigns.isEmpty() ? GroupFigures{} : campaigns.constFirst().figures;
    figures.listSize = scope.task(taskId).listSize; // also where the period has no call
    const HourRows hours = loadHours(scope);
    const CustomerPivots pivots =
        loadPivots(scope, figures.contacts.isWhole ? figures.contacts.attempted : keptContacts(scope));
    const QString title = Texts::tr("Campaign dossier: %1").arg(scope.taskName(taskId));
    const qsizetype rows = metricsAt(&MetricPlaces::summary).size();
    writer.begin(reportHead(scope, title, rows, factsOf(pivots, hours)));
    writeSummary(writer, figures);
    writeFunnel(scope, writer, figures.tally);
    writeParts(scope, writer, campaigns, hours.rows);
    for (const ValueTable &table : pivots.tables)
        writeValues(scope, writer, table);
    return finish(writer, progress, rows);
}

QString refusal(const ReportRequest &request)
{
    if (!request.columns.isEmpty())
        return Texts::tr("A dossier is written whole: it takes no choice of columns.");
    if (request.filter.taskIds.size() == 1)
        return {};
    return Texts::tr("A dossier is of one campaign. Choose exactly one.");
}

} // namespace

ReportDefinition dossierReport()
{
    return {u"dossier"_s, QT_TRANSLATE_NOOP("Report", "Campaign dossier"),
            QT_TRANSLATE_NOOP("Report",
                              "Everything about one campaign: figures, outcomes, hours, tries, lines and "
                              "customer columns"),
            writeReport, refusal};
}

} // namespace callboard
