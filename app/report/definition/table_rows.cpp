// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/table_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <optional>

namespace callboard {

namespace {

ColumnKind kindOf(Show show)
{
    switch (show) {
    case Show::Text:
        return ColumnKind::Text;
    case Show::Moment:
        return ColumnKind::Time;
    case Show::Number:
    case Show::Count:
        return ColumnKind::Count;
    case Show::Share:
    case Show::PartOfAll:
        return ColumnKind::Share;
    case Show::Quotient:
        return ColumnKind::Decimal;
    case Show::Sum:
    case Show::Mean:
        return ColumnKind::Duration;
    }
    return ColumnKind::Text;
}

bool isSummed(Show show)
{
    return show != Show::Text && show != Show::Moment && show != Show::Number;
}

void writeQuotient(ReportWriter &writer, Show show, const Ratio &ratio)
{
    const auto value = ratio.value();
    if (!value)
        return writer.empty();
    show == Show::Mean ? writer.duration(qRound64(*value)) : writer.decimal(*value);
}

QList<qsizetype> positionsOf(const TableHead &head, const QStringList &chosen)
{
    QList<qsizetype> positions(chosen.isEmpty() ? head.columns.size() : 0);
    std::iota(positions.begin(), positions.end(), 0);
    for (const QString &name : chosen) {
        const auto found = std::find_if(head.columns.begin(), head.columns.end(),
                                        [&](const ReportFigureColumn &column) { return column.name == name; });
        if (found == head.columns.end())
            throw ReportError("Report", QT_TRANSLATE_NOOP("Report", "there is no column %1"), name);
        positions.append(found - head.columns.begin());
    }
    return positions;
}

/// A chart stays where its category and at least one of its series do.
std::optional<ReportChart> chosenPart(ReportChart chart, const QList<qsizetype> &positions)
{
    chart.category = static_cast<int>(positions.indexOf(chart.category));
    QList<int> series;
    for (const int column : std::as_const(chart.series)) {
        if (positions.contains(column))
            series.append(static_cast<int>(positions.indexOf(column)));
    }
    chart.series = series;
    return chart.category < 0 || series.isEmpty() ? std::nullopt : std::optional(chart);
}

ReportTable chosenPart(const ReportTable &whole, const QList<qsizetype> &positions)
{
    ReportTable table{.name = whole.name, .title = whole.title, .columns = {}, .charts = {}};
    for (const qsizetype position : positions)
        table.columns.append(whole.columns.at(position));
    for (const ReportChart &chart : whole.charts) {
        if (const auto part = chosenPart(chart, positions))
            table.charts.append(*part);
    }
    return table;
}

} // namespace

int TableHead::indexOf(const QString &columnName) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ReportFigureColumn &column) { return column.name == columnName; });
    Q_ASSERT(found != columns.end());
    return static_cast<int>(found - columns.begin());
}

ReportTable TableHead::toTable(const QList<ReportChart> &charts) const
{
    ReportTable table{.name = name, .title = title, .columns = {}, .charts = charts};
    for (const ReportFigureColumn &column : columns)
        table.columns.append({.title = column.title, .kind = kindOf(column.show), .width = 0, .name = column.name});
    return table;
}

void writeCell(ReportWriter &writer, Show show, const ReportCell &cell)
{
    if (!cell.isKnown)
        return writer.empty();
    switch (show) {
    case Show::Text:
        return writer.text(cell.text);
    case Show::Moment:
        return writer.time(cell.figure.numerator);
    case Show::Number:
    case Show::Count:
        return writer.count(cell.figure.numerator);
    case Show::Share:
    case Show::PartOfAll:
        return writer.share(cell.figure);
    case Show::Sum:
        return writer.duration(cell.figure.numerator);
    case Show::Quotient:
    case Show::Mean:
        return writeQuotient(writer, show, cell.figure);
    }
}

TableRows::TableRows(const ReportScope &scope, ReportWriter &writer, const TableHead &head,
                     const QList<ReportChart> &charts, const QStringList &chosenColumns)
    : m_scope(scope)
    , m_writer(writer)
    , m_columns(head.columns)
    , m_chosen(positionsOf(head, chosenColumns))
    , m_sums(head.columns.size(), ReportCell(Ratio{}))
{
    m_scope.checkCancelled();
    m_writer.beginTable(chosenPart(head.toTable(charts), m_chosen));
}

void TableRows::add(const QList<ReportCell> &cells)
{
    constexpr qint64 RowsPerCancelCheck = 100;
    Q_ASSERT(cells.size() == m_columns.size());
    if (++m_rows % RowsPerCancelCheck == 0)
        m_scope.checkCancelled();
    for (const qsizetype i : std::as_const(m_chosen)) {
        const Ratio &figure = cells.at(i).figure;
        writeCell(m_writer, m_columns.at(i).show, cells.at(i));
        ReportCell &sum = m_sums[i];
        sum.isKnown = sum.isKnown && cells.at(i).isKnown;
        sum.figure.numerator += figure.numerator;
        sum.figure.denominator =
            figure.denominator + (m_columns.at(i).show == Show::PartOfAll ? 0 : sum.figure.denominator);
    }
    m_writer.endRow();
}

void TableRows::end(const QString &label)
{
    if (!label.isEmpty() && m_rows > 0) {
        m_writer.beginTotals();
        for (const qsizetype i : std::as_const(m_chosen)) {
            if (isSummed(m_columns.at(i).show))
                writeCell(m_writer, m_columns.at(i).show, m_sums.at(i));
            else
                i == m_chosen.constFirst() ? m_writer.text(label) : m_writer.empty();
        }
        m_writer.endRow();
    }
    m_writer.endTable();
}

} // namespace callboard
