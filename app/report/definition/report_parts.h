// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/definition/report_figures.h"
#include "report/writer/report_writer.h"

#include <QDate>

/// Tables that more than one report has. All may throw ReportError and StoreError.
namespace callboard {

/// The campaigns of a scope with all their figures, most attempts first.
struct ReportCampaignRow
{
    QString taskId;
    GroupFigures figures;
    QMap<QString, qint64> results; ///< outbound calls by code
};
QList<ReportCampaignRow> loadCampaigns(const ReportScope &scope);

/// One hour of the clocks, or the part of it that belongs to the period.
struct HourRow
{
    qint64 start = 0; ///< epoch ms
    QDate day; ///< on the clocks of the report's zone
    int hour = 0;
    int offsetSeconds = 0; ///< from UTC: where clocks are put back, an hour comes twice
    GroupFigures figures;
};
struct HourRows
{
    QList<HourRow> rows;
    bool isSparse = false; ///< the period has too many hours: only those with calls are there
};
HourRows loadHours(const ReportScope &scope);
qint64 writeHours(const ReportScope &scope, ReportWriter &writer, const QList<HourRow> &hours,
                  const QStringList &chosenColumns = {});
void writeDays(const ReportScope &scope, ReportWriter &writer, const QList<HourRow> &hours);
/// Hour of the day x weekday: attempts, and connect rate.
void writeWeek(const ReportScope &scope, ReportWriter &writer, const QList<HourRow> &hours);

/// Outbound calls by code: class, answered or not, and contacts by their last and best result.
void writeCodes(const ReportScope &scope, ReportWriter &writer, const CellMap &cells,
                const QList<ReportCampaignRow> &rows);

void writeYields(const ReportScope &scope, ReportWriter &writer, const RetryFigures &retries);
void writeTransitions(const ReportScope &scope, ReportWriter &writer, const RetryFigures &retries);

/// Rows of calls that have a value in common; `values` are shown as they are.
struct ValueTable
{
    QString name, title;
    QString valueName, valueTitle; ///< of the first column
    QList<std::pair<QString, Tally>> rows;
};
qint64 writeValues(const ReportScope &scope, ReportWriter &writer, const ValueTable &table,
                   const QStringList &chosenColumns = {});
ValueTable linesTable(const ReportScope &scope);

/// How many rows a chart can show at most.
inline constexpr qint64 MostBars = 20;

/// The end of every definition: returns `rows`.
qint64 finish(ReportWriter &writer, const ReportProgress &progress, qint64 rows);

} // namespace callboard
