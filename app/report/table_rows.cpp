// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/table_rows.h"

#include <algorithm>

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

} // namespace

int TableHead::indexOf(const QString &columnName) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const FigureColumn &column) { return column.name == columnName; });
    Q_ASSERT(found != columns.end());
    return static_cast<int>(found - columns.begin());
}

ReportTable TableHead::toTable(const QList<ReportChart> &charts) const
{
    ReportTable table{.name = name, .title = title, .columns = {}, .charts = charts};
    for (const FigureColumn &column : columns)
        table.columns.append({.title = column.title, .kind = kindOf(column.show), .width = 0, .name = column.name});
    return table;
}

void writeCell(ReportWriter &writer, Show show, const ReportCell &cell)
{
    switch (show) {
    case Show::Text:
        return writer.text(cell.text);
    case Show::Moment:
        return writer.time(cell.figure.numerator);
    case Show::Number:
    case Show::Count:
        return writer.count(cell.figure.numerator);
    case Show::Share:
        return writer.share(cell.figure);
    case Show::Sum:
        return writer.duration(cell.figure.numerator);
    case Show::Quotient:
    case Show::Mean:
        return writeQuotient(writer, show, cell.figure);
    }
}

TableRows::TableRows(const ReportScope &scope, ReportWriter &writer, const TableHead &head,
                     const QList<ReportChart> &charts)
    : m_scope(scope)
    , m_writer(writer)
    , m_columns(head.columns)
    , m_sums(head.columns.size())
{
    m_scope.checkWanted();
    m_writer.beginTable(head.toTable(charts));
}

void TableRows::add(const QList<ReportCell> &cells)
{
    constexpr qint64 RowsBetweenLooks = 100;
    Q_ASSERT(cells.size() == m_columns.size());
    if (++m_rows % RowsBetweenLooks == 0)
        m_scope.checkWanted();
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        writeCell(m_writer, m_columns.at(i).show, cells.at(i));
        m_sums[i].numerator += cells.at(i).figure.numerator;
        m_sums[i].denominator += cells.at(i).figure.denominator;
    }
    m_writer.endRow();
}

void TableRows::end(const QString &label)
{
    if (!label.isEmpty() && m_rows > 0) {
        m_writer.beginTotals();
        m_writer.text(label);
        for (qsizetype i = 1; i < m_columns.size(); ++i)
            isSummed(m_columns.at(i).show) ? writeCell(m_writer, m_columns.at(i).show, m_sums.at(i)) : m_writer.empty();
        m_writer.endRow();
    }
    m_writer.endTable();
}

} // namespace callboard
