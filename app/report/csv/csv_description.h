// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_writer.h"

#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

/// The description of a CSV for programs, after the W3C's "Metadata Vocabulary for Tabular Data" (CSV on the Web): its
/// columns and their kinds, and in the notes what the report says of itself. Totals, and tables after the first, which
/// that vocabulary does not know within one file, are notes too.
class CsvDescription
{
public:
    void begin(const ReportHead &head);
    void beginTable(const ReportTable &table);
    void addTotal(const QString &cell);
    void endTotals(); ///< of one row of totals
    QByteArray json(const QString &fileName) const;

private:
    ReportHead m_head;
    QList<ReportTable> m_tables;
    QJsonArray m_totals;
    QJsonObject m_row;
    qsizetype m_column = 0;
};

} // namespace callboard
