// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_writer.h"
#include "store/database/connection.h"

#include <functional>
#include <variant>

class QAbstractItemModel;

namespace callboard {

struct ChartData;
struct FigureTable;

/// One cell: nothing, a text, a whole number (also a duration or a moment, as the column's kind says), or a number.
using ShownCell = std::variant<std::monostate, QString, qint64, double>;
using ShownRow = QList<ShownCell>;

/// A table or chart of the window as it is shown, to be exported like a report. What is covered on the screen is
/// covered here.
struct TableExport
{
    ReportTable table;
    /// Gives all rows, on a reader's thread: those that were shown, or those that the store has of them. Throws
    /// StoreError.
    std::function<QList<ShownRow>(Connection &)> rows;
    qint64 shownAt = 0; ///< epoch ms
    bool isRevealed = false; ///< personal data was shown in full
};

/// Rows that are there already.
TableExport shownRows(const ReportTable &table, const QList<ShownRow> &rows);
/// A table of figures; `titled` when the titles of its rows are a column of the view.
TableExport shownFigures(const QString &title, const FigureTable &figures, bool titled);
/// The table twin of a chart; shares are in per cent.
TableExport shownChart(const QString &title, const ChartData &chart);
/// The texts of a model, as its table shows them.
TableExport shownModel(const QString &title, const QAbstractItemModel &model);

/// Writes the table from begin() to finish().
void writeShownTable(const TableExport &shown, const ReportHead &head, const QList<ShownRow> &rows,
                     ReportWriter &writer);

} // namespace callboard
