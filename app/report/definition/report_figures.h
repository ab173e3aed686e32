// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/figure_table.h"
#include "report/definition/table_rows.h"
#include "store/read/campaign_queries.h"

namespace callboard {

/// A figure as a column, called, counted and defined as in the window.
ReportFigureColumn columnOf(Metric metric);
QList<ReportFigureColumn> columnsOf(const QList<Metric> &figures);
/// Without a value where the figure is not known.
ReportCell cellOf(Metric figure, const GroupFigures &group);
QList<ReportCell> cellsOf(const QList<Metric> &figures, const GroupFigures &group);

/// "campaign" and "task_id", with which the rows of campaigns begin, and their cells.
QList<ReportFigureColumn> taskColumns();
QList<ReportCell> taskCells(const ReportScope &scope, const QString &taskId);

/// A chart of some columns of a table by their names, against its first column; at most `mostRows` rows.
ReportChart chartOf(const TableHead &head, const QString &title, ReportChart::Shape shape, const QStringList &columns,
                    qint64 mostRows = -1);

/// The label of rows of sums.
QString totalsLabel();

} // namespace callboard
