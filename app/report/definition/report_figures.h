// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/definition/table_rows.h"
#include "store/read/campaign_queries.h"

#include <functional>

namespace callboard {

/// All that is counted of one group of calls: a campaign, an hour, a line.
struct GroupFigures
{
    Tally tally{};
    ContactFigures contacts{};
    qint64 answeredTalkMs = 0; ///< of all answered calls, inbound ones too
    qint64 listSize = 0; ///< 0: unknown
    ContactCount triedEver{}; ///< contacts tried at any time, for the progress
};

/// One figure as every report shows it: counted and defined as in the window.
struct ReportFigure
{
    ReportFigureColumn column;
    QString definition; ///< translated
    std::function<Ratio(const GroupFigures &)> of;
    std::function<bool(const GroupFigures &)> isKnown{}; ///< empty: always
};

/// Attempts, rates, outcomes and talk of calls: the short list that groups such as hours and lines are shown with.
QList<ReportFigure> groupFigures();
/// Everything that is known of a campaign's calls and contacts. `rules`: those that they were counted by.
QList<ReportFigure> campaignFigures(const FigureRules &rules);
/// The part of the list above that is about contacts.
QList<ReportFigure> contactFigures(const FigureRules &rules);

QList<ReportFigureColumn> columnsOf(const QList<ReportFigure> &figures);
/// Without a value where the figure is not known.
ReportCell cellOf(const ReportFigure &figure, const GroupFigures &group);
QList<ReportCell> cellsOf(const QList<ReportFigure> &figures, const GroupFigures &group);

/// "campaign" and "task_id", with which the rows of campaigns begin, and their cells.
QList<ReportFigureColumn> taskColumns();
QList<ReportCell> taskCells(const ReportScope &scope, const QString &taskId);

/// A chart of some columns of a table by their names, against its first column; at most `mostRows` rows.
ReportChart chartOf(const TableHead &head, const QString &title, ReportChart::Shape shape, const QStringList &columns,
                    qint64 mostRows = -1);

/// The label of rows of sums.
QString totalsLabel();

} // namespace callboard
