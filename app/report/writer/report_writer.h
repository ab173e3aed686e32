// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/tally.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <stdexcept>
#include <utility>

namespace callboard {

/// A report that could not be written, and why. Never leaves the thread that runs the report.
class ReportError : public std::runtime_error
{
public:
    /// Words of the system or of a library.
    explicit ReportError(const QString &what)
        : std::runtime_error(what.toStdString())
        , m_first(what)
    { }
    /// Words of ours, marked for translation, with their %1 and %2.
    ReportError(const char *context, const char *source, const QString &first = {}, const QString &second = {})
        : std::runtime_error(source)
        , m_context(context)
        , m_source(source)
        , m_first(first)
        , m_second(second)
    { }
    /// A part of a sentence for a person, in the language of this moment, see ProgramLanguage.
    QString text() const;

private:
    const char *m_context = nullptr;
    const char *m_source = nullptr;
    QString m_first;
    QString m_second;
};

/// A writer was told to stop while it was at work.
class ReportCancelledError : public ReportError
{
public:
    ReportCancelledError()
        : ReportError(QStringLiteral("cancelled"))
    { }
};

/// What the cells of a column are, so that each format can write them as its own kind: a real number, date or duration.
enum class ColumnKind : quint8 {
    Text, ///< of the platform or of people: made harmless by every writer, digits and all kept as they are
    Count, ///< whole numbers
    Decimal, ///< numbers with a fraction
    Share, ///< a Ratio, shown in per cent
    Duration, ///< milliseconds
    Time ///< epoch ms, shown in the report's zone
};

struct ReportColumn
{
    QString title;
    ColumnKind kind = ColumnKind::Text;
    int width = 0; ///< in characters, a wish; 0: by the kind and the title
    QString name{}; ///< stable and English, for programs and ReportRequest::columns; empty: the title is that already
};

/// What programs call a column.
inline QString columnName(const ReportColumn &column)
{
    return column.name.isEmpty() ? column.title : column.name;
}

/// A chart of a table: one category a row, one series a column. Totals are not in it.
struct ReportChart
{
    enum class Shape : quint8 { Columns, StackedColumns, Bars, Lines };
    QString title;
    Shape shape = Shape::Columns;
    int category = 0; ///< the column that names the rows
    QList<int> series; ///< columns with numbers
    qint64 firstRow = 0, rows = -1; ///< of the table's data rows; -1: up to its end
};

/// One table of a report: a sheet, a section of a page, a block of a CSV.
struct ReportTable
{
    QString name; ///< stable, English, lower case: for files and programs
    QString title; ///< translated
    QList<ReportColumn> columns;
    QList<ReportChart> charts;
};

/// What a report says of itself before its tables: report, period, time zone, filter, made when, masked or not, rows.
struct ReportHead
{
    QString title; ///< translated
    QList<std::pair<QString, QString>> facts; ///< translated name and value, in the order in which they are shown
    qint64 rows = 0; ///< data rows of the first table
};

/// Takes a report table by table, row by row, cell by cell, and keeps no more of it than its format needs. One thread.
///
/// The order of calls: begin, then for each table beginTable, rows, endTable, at last finish. A row is one call per
/// column and endRow(); after beginTotals() the rows are sums of those before. Every function may throw ReportError
/// when the target does not take what is written; then the writer is only destroyed.
class ReportWriter
{
public:
    virtual ~ReportWriter() = default;

    virtual void begin(const ReportHead &head) = 0;
    virtual void beginTable(const ReportTable &table) = 0;
    virtual void text(const QString &text) = 0;
    virtual void count(qint64 number) = 0;
    virtual void decimal(double number) = 0;
    virtual void share(const Ratio &ratio) = 0; ///< without a denominator: an empty cell, or an en dash on paper
    virtual void duration(qint64 ms) = 0;
    virtual void time(qint64 epochMs) = 0; ///< 0: none
    virtual void empty() = 0;
    virtual void endRow() = 0;
    virtual void beginTotals() = 0;
    virtual void endTable() = 0;
    virtual void finish() = 0; ///< all is handed to the target; renaming the file is the caller's
    /// After finish(): what belongs into a second file beside the first, FILE-metadata.json; empty: there is none.
    virtual QByteArray metadata() const { return {}; }
};

} // namespace callboard
