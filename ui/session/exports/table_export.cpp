// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/exports/table_export.h"

#include "ui/common/charts/chart_data.h"
#include "ui/common/tables/figure_table.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString TableName = u"table"_s;

/// Numbers stay numbers where the whole column counts something.
bool isCounted(const FigureTable &figures, qsizetype column)
{
    return !figures.rows.isEmpty()
        && std::all_of(figures.rows.begin(), figures.rows.end(), [column](const FigureRow &row) {
               const FigureCell &cell = row.cells.at(column);
               return cell.text.isEmpty() || (cell.count >= 0 && cell.chips.isEmpty());
           });
}

ShownCell figureCell(const FigureCell &cell, ColumnKind kind)
{
    if (kind != ColumnKind::Count)
        return cell.text;
    return cell.text.isEmpty() ? ShownCell() : ShownCell(cell.count);
}

ReportColumn figureColumn(const FigureTable &figures, qsizetype column)
{
    const FigureColumn &from = figures.columns.at(column);
    ReportColumn made;
    made.title = from.word.isEmpty() ? from.title : from.title + u' ' + from.word;
    made.kind = isCounted(figures, column) ? ColumnKind::Count : ColumnKind::Text;
    return made;
}

bool isWhole(const ChartSeries &series)
{
    return std::all_of(series.values.begin(), series.values.end(),
                       [](double value) { return std::isnan(value) || value == std::floor(value); });
}

ShownCell chartCell(double value, ChartUnit unit, ColumnKind kind)
{
    if (std::isnan(value))
        return {};
    if (kind == ColumnKind::Count)
        return static_cast<qint64>(std::llround(value));
    constexpr double Exactness = 1e6; // no digits that only come from counting in halves
    return unit == ChartUnit::Share ? std::round(value * 100 * Exactness) / Exactness : value;
}

/// What a cell shows; what is checked or drawn has words for it.
QString cellText(const QModelIndex &index)
{
    const QVariant check = index.data(Qt::CheckStateRole);
    const QString text = index.data().toString();
    if (!text.isEmpty())
        return text;
    if (check.isValid())
        return check.toInt() == Qt::Checked ? QCoreApplication::translate("TableExport", "on")
                                            : QCoreApplication::translate("TableExport", "off");
    return index.data(Qt::AccessibleTextRole).toString().trimmed().replace(u'\n', u"; "_s);
}

void writeCell(const ShownCell &cell, ColumnKind kind, ReportWriter &writer)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return text->isEmpty() ? writer.empty() : writer.text(*text);
    if (const auto *decimal = std::get_if<double>(&cell))
        return writer.decimal(*decimal);
    const auto *number = std::get_if<qint64>(&cell);
    if (!number)
        return writer.empty();
    if (kind == ColumnKind::Time)
        return writer.time(*number);
    return kind == ColumnKind::Duration ? writer.duration(*number) : writer.count(*number);
}

} // namespace

TableExport shownRows(const ReportTable &table, const QList<ShownRow> &rows)
{
    TableExport shown;
    shown.table = table;
    shown.table.name = TableName;
    shown.rows = [rows](Connection &) { return rows; };
    shown.shownAt = QDateTime::currentMSecsSinceEpoch();
    return shown;
}

TableExport shownFigures(const QString &title, const FigureTable &figures, bool titled)
{
    ReportTable table{TableName, title, {}, {}};
    if (titled)
        table.columns.append({QCoreApplication::translate("TableExport", "Row"), ColumnKind::Text, 0, {}});
    for (qsizetype column = 0; column < figures.columns.size(); ++column)
        table.columns.append(figureColumn(figures, column));
    QList<ShownRow> rows;
    for (const FigureRow &from : figures.rows) {
        ShownRow row;
        if (titled)
            row.append(from.title);
        for (const FigureCell &cell : from.cells)
            row.append(figureCell(cell, table.columns.at(row.size()).kind));
        rows.append(row);
    }
    return shownRows(table, rows);
}

TableExport shownChart(const QString &title, const ChartData &chart)
{
    const bool isShare = chart.unit == ChartUnit::Share;
    ReportTable table{TableName, title, {{chart.categoryTitle, ColumnKind::Text, 0, {}}}, {}};
    for (const ChartSeries &series : chart.series)
        table.columns.append(
            {isShare ? QCoreApplication::translate("TableExport", "%1 (%)").arg(series.name) : series.name,
             !isShare && isWhole(series) ? ColumnKind::Count : ColumnKind::Decimal,
             0,
             {}});
    QList<ShownRow> rows;
    for (qsizetype i = 0; i < chart.categories.size(); ++i) {
        const ChartCategory &category = chart.categories.at(i);
        ShownRow row{category.fullText()};
        for (const ChartSeries &series : chart.series)
            row.append(chartCell(series.values.value(i), chart.unit, table.columns.at(row.size()).kind));
        rows.append(row);
    }
    return shownRows(table, rows);
}

TableExport shownModel(const QString &title, const QAbstractItemModel &model)
{
    ReportTable table{TableName, title, {}, {}};
    for (int column = 0; column < model.columnCount(); ++column)
        table.columns.append({model.headerData(column, Qt::Horizontal).toString(), ColumnKind::Text, 0, {}});
    QList<ShownRow> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        ShownRow cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells.append(cellText(model.index(row, column)));
        }
        rows.append(cells);
    }
    return shownRows(table, rows);
}

void writeShownTable(const TableExport &shown, const ReportHead &head, const QList<ShownRow> &rows,
                     ReportWriter &writer)
{
    writer.begin(head);
    writer.beginTable(shown.table);
    for (const ShownRow &row : rows) {
        for (qsizetype column = 0; column < shown.table.columns.size(); ++column)
            writeCell(row.value(column), shown.table.columns.at(column).kind, writer);
        writer.endRow();
    }
    writer.endTable();
    writer.finish();
}

} // namespace callboard
