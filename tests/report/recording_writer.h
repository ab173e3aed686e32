// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_definition.h"
#include "report/writer/report_text.h"
#include "store/database/snapshot.h"

#include <QStringList>

#include <optional>
#include <stdexcept>

namespace callboard::test {

/// One cell as it was handed over.
struct RecordedCell
{
    enum class Kind { Text, Count, Decimal, Share, Duration, Time, Empty } kind = Kind::Empty;
    QString text{};
    qint64 number = 0;
    double decimal = 0;
    Ratio ratio{};
    friend bool operator==(const RecordedCell &a, const RecordedCell &b)
    {
        return a.kind == b.kind && a.text == b.text && a.number == b.number && a.ratio.numerator == b.ratio.numerator
            && a.ratio.denominator == b.ratio.denominator;
    }
};

struct RecordedTable
{
    ReportTable table;
    QList<QList<RecordedCell>> rows, totals;

    qsizetype column(const QString &name) const
    {
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            if (columnName(table.columns.at(i)) == name)
                return i;
        }
        throw std::runtime_error("no column " + name.toStdString());
    }
    const RecordedCell &cell(qsizetype row, const QString &name) const { return rows.at(row).at(column(name)); }
    qint64 number(qsizetype row, const QString &name) const { return cell(row, name).number; }
    QString text(qsizetype row, const QString &name) const { return cell(row, name).text; }
    const RecordedCell &total(const QString &name) const { return totals.at(0).at(column(name)); }
    /// The row whose column has that text, or -1.
    qsizetype rowOf(const QString &name, const QString &value) const
    {
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (text(row, name) == value)
                return row;
        }
        return -1;
    }
};

/// Keeps a report as it was handed over, checks the order of the calls, and prints it as text.
class RecordingWriter : public ReportWriter
{
public:
    ReportHead head;
    QList<RecordedTable> tables;
    bool isFinished = false;
    QStringList faults; ///< calls out of order, rows of wrong length

    void begin(const ReportHead &h) override { head = h; }
    void beginTable(const ReportTable &table) override
    {
        require(!m_inTable, "a table inside a table");
        m_inTable = true;
        m_inTotals = false;
        tables.append({table, {}, {}});
        for (const ReportChart &chart : table.charts) {
            require(chart.category >= 0 && chart.category < table.columns.size(), "a chart without category");
            for (const int column : chart.series)
                require(column >= 0 && column < table.columns.size() && column != chart.category, "a chart's series");
        }
    }
    void text(const QString &text) override { m_row.append({RecordedCell::Kind::Text, text}); }
    void count(qint64 number) override { m_row.append({RecordedCell::Kind::Count, {}, number}); }
    void decimal(double number) override { m_row.append({RecordedCell::Kind::Decimal, {}, 0, number}); }
    void share(const Ratio &ratio) override { m_row.append({RecordedCell::Kind::Share, {}, 0, 0, ratio}); }
    void duration(qint64 ms) override { m_row.append({RecordedCell::Kind::Duration, {}, ms}); }
    void time(qint64 epochMs) override { m_row.append({RecordedCell::Kind::Time, {}, epochMs}); }
    void empty() override { m_row.append(RecordedCell{}); }
    void endRow() override
    {
        RecordedTable &table = tables.last();
        require(m_inTable && m_row.size() == table.table.columns.size(), "a row of wrong length");
        (m_inTotals ? table.totals : table.rows).append(std::exchange(m_row, {}));
    }
    void beginTotals() override { m_inTotals = true; }
    void endTable() override
    {
        require(m_inTable && m_row.isEmpty(), "a table that ends inside a row");
        m_inTable = false;
        for (const ReportChart &chart : tables.constLast().table.charts)
            require(chart.firstRow + std::max<qint64>(0, chart.rows) <= tables.constLast().rows.size(),
                    "a chart of rows that are not there");
    }
    void finish() override { isFinished = !m_inTable; }

    const RecordedTable &table(const QString &name) const
    {
        for (const RecordedTable &table : tables) {
            if (table.table.name == name)
                return table;
        }
        throw std::runtime_error("no table " + name.toStdString());
    }
    QString fact(const QString &name) const
    {
        for (const auto &[key, value] : head.facts) {
            if (key == name)
                return value;
        }
        return {};
    }
    QString print() const
    {
        QStringList lines{head.title};
        for (const auto &[name, value] : head.facts)
            lines.append(name + QStringLiteral(": ") + value);
        for (const RecordedTable &table : tables)
            lines += printed(table);
        return lines.join(u'\n');
    }

private:
    static QString printed(const RecordedCell &cell)
    {
        switch (cell.kind) {
        case RecordedCell::Kind::Text:
            return cell.text;
        case RecordedCell::Kind::Count:
        case RecordedCell::Kind::Time:
            return QString::number(cell.number);
        case RecordedCell::Kind::Decimal:
            return decimalText(cell.decimal);
        case RecordedCell::Kind::Share:
            return QStringLiteral("%1/%2").arg(cell.ratio.numerator).arg(cell.ratio.denominator);
        case RecordedCell::Kind::Duration:
            return clockText(cell.number);
        case RecordedCell::Kind::Empty:
            break;
        }
        return QStringLiteral("-");
    }
    static QStringList printed(const RecordedTable &table)
    {
        QStringList lines{QStringLiteral("== ") + table.table.name + QStringLiteral(" | ") + table.table.title};
        QStringList titles;
        for (const ReportColumn &column : table.table.columns)
            titles.append(column.title);
        lines.append(titles.join(QStringLiteral(" | ")));
        for (const auto &row : table.rows + table.totals) {
            QStringList cells;
            for (const RecordedCell &cell : row)
                cells.append(printed(cell));
            lines.append(cells.join(QStringLiteral(" | ")));
        }
        return lines;
    }
    void require(bool condition, const char *fault)
    {
        if (!condition)
            faults.append(QString::fromLatin1(fault));
    }

    QList<RecordedCell> m_row;
    bool m_inTable = false, m_inTotals = false;
};

/// Makes a report of a store in one read, as runReport() does.
inline RecordingWriter recorded(const QString &name, const ReportRequest &request, Connection &connection)
{
    RecordingWriter writer;
    const Snapshot snapshot(connection);
    const qint64 rows = findReport(name)->write(request, connection, writer, {}, {});
    if (rows != writer.head.rows || rows != writer.tables.value(0).rows.size())
        writer.faults.append(QStringLiteral("the head says %1 rows, %2 were written").arg(writer.head.rows).arg(rows));
    if (!writer.isFinished)
        writer.faults.append(QStringLiteral("not finished"));
    return writer;
}

} // namespace callboard::test
