// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_chart.h"
#include "report/report.h"

#include <QDataStream>
#include <QTemporaryFile>

#include <vector>

namespace callboard {

/// One row as it will be printed.
struct PaperRow
{
    QStringList cells;
    bool isTotal = false;
};

/// Rows in a temporary file that only this user can read and that goes with the object: a report may have more rows
/// than memory. One thread. Functions throw ReportError when the disk does not take or give the rows.
class PaperSpool
{
public:
    PaperSpool();
    void append(const PaperRow &row);
    void endWriting();
    qint64 position() const { return m_file.pos(); }
    void seek(qint64 position);
    PaperRow read();

private:
    QTemporaryFile m_file;
    QDataStream m_stream;
};

/// A column that is printed, with the room that its cells ask for.
struct PaperColumn
{
    QString title;
    ColumnKind kind = ColumnKind::Text;
    double widest = 0; ///< cell, in dots
    double widestWord = 0; ///< that should not be broken
    bool isNumber() const { return kind != ColumnKind::Text && kind != ColumnKind::Time; }
};

struct PaperTable
{
    QString title;
    QList<PaperColumn> columns;
    QList<PaperChart> charts;
    qint64 offset = 0; ///< of its first row in the spool
    qint64 rows = 0; ///< with totals
};

/// A report that was collected and can be painted, any number of times and on several devices. One thread at a time.
struct PaperDocument
{
    ReportHead head; ///< with what paper leaves out added to the facts
    QTimeZone zone;
    QString made; ///< when and with what, for the foot of every page
    std::vector<PaperTable> tables;
    PaperSpool spool;
};

} // namespace callboard
