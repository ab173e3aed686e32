// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/writer/masking_writer.h"

#include "record/call/masking.h"

namespace callboard {

void MaskingWriter::begin(const ReportHead &head)
{
    ReportHead covered = head;
    covered.title = maskId(head.title);
    for (auto &[name, value] : covered.facts) {
        name = maskId(name);
        value = maskId(value);
    }
    m_writer.begin(covered);
}

void MaskingWriter::beginTable(const ReportTable &table)
{
    ReportTable covered = table;
    covered.title = maskId(table.title);
    for (ReportColumn &column : covered.columns) {
        column.title = maskId(column.title);
        column.name = maskId(column.name);
    }
    for (ReportChart &chart : covered.charts)
        chart.title = maskId(chart.title);
    m_writer.beginTable(covered);
}

void MaskingWriter::text(const QString &text)
{
    if (mayHoldPhone(text))
        m_writer.text(maskId(text));
    else
        m_writer.text(text); // as it is, which needs no copy
}

void MaskingWriter::count(qint64 number)
{
    looksLikePhone(number) ? m_writer.text(maskId(QString::number(number))) : m_writer.count(number);
}

} // namespace callboard
