// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/definition/report_scope.h"
#include "report/writer/report_writer.h"

namespace callboard {

/// How a column shows its figure.
enum class Show : quint8 {
    Text,
    Moment, ///< the numerator as a time
    Number, ///< the numerator, not summed up: a number that names the row
    Count, ///< the numerator
    Share, ///< the quotient in per cent
    PartOfAll, ///< a share whose denominator is the same in every row
    Quotient, ///< with decimals
    Sum, ///< the numerator as a duration
    Mean ///< the quotient as a duration
};

struct ReportFigureColumn
{
    QString name; ///< stable, for programs
    QString title; ///< translated
    Show show = Show::Text;
};

/// A text, or a figure with what it was made of, so that totals are quotients of sums.
struct ReportCell
{
    ReportCell(const QString &words) // NOLINT: rows are lists of cells
        : text(words)
    { }
    ReportCell(const Ratio &ratio) // NOLINT
        : figure(ratio)
    { }
    ReportCell(qint64 number) // NOLINT
        : figure{number, 1}
    { }
    /// A figure that nobody can tell, empty: then there is no total of its column either.
    static ReportCell unknown()
    {
        ReportCell cell{Ratio{}};
        cell.isKnown = false;
        return cell;
    }
    QString text;
    Ratio figure{};
    bool isKnown = true;
};

/// What a table is, before its rows.
struct TableHead
{
    QString name; ///< stable, for programs
    QString title; ///< translated
    QList<ReportFigureColumn> columns;

    /// The position of a column, which must be there.
    int indexOf(const QString &columnName) const;
    ReportTable toTable(const QList<ReportChart> &charts) const;
};

/// Writes a value as a column shows it. Quotients without a denominator are empty.
void writeCell(ReportWriter &writer, Show show, const ReportCell &cell);

/// One table on its way to a writer: hands rows on at once and remembers their sums.
class TableRows
{
public:
    /// Begins the table. References outlive this. `chosenColumns` names the columns that are written, in their order;
    /// empty: all. Like all functions here it may throw ReportError.
    TableRows(const ReportScope &scope, ReportWriter &writer, const TableHead &head,
              const QList<ReportChart> &charts = {}, const QStringList &chosenColumns = {});
    void add(const QList<ReportCell> &cells); ///< one for each column of the head
    /// Ends the table with a row of sums, called `label`, or, with an empty label or without rows, without one.
    void end(const QString &label = {});
    qint64 count() const { return m_rows; }

private:
    const ReportScope &m_scope;
    ReportWriter &m_writer;
    QList<ReportFigureColumn> m_columns;
    QList<qsizetype> m_chosen; ///< positions of the columns that are written
    QList<ReportCell> m_sums;
    qint64 m_rows = 0;
};

} // namespace callboard
