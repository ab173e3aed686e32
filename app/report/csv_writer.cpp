// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv_writer.h"

#include <QCoreApplication>

namespace callboard {

namespace {
constexpr qsizetype BufferBytes = 64 * 1024;
}

CsvWriter::CsvWriter(QIODevice &device)
    : m_device(device)
    , m_buffer("\xEF\xBB\xBF")
{ }

void CsvWriter::separate()
{
    if (m_rowStarted)
        m_buffer += ',';
    m_rowStarted = true;
}

void CsvWriter::text(const QString &text)
{
    separate();
    appendCsvCell(m_buffer, spreadsheetText(text));
}

void CsvWriter::verbatim(const QString &cell)
{
    separate();
    appendCsvCell(m_buffer, cell);
}

void CsvWriter::number(qint64 number)
{
    separate();
    m_buffer += QByteArray::number(number);
}

void CsvWriter::empty()
{
    separate();
}

void CsvWriter::endRow()
{
    m_buffer += "\r\n";
    m_rowStarted = false;
    ++m_rows;
    if (m_buffer.size() >= BufferBytes)
        flush();
}

void CsvWriter::flush()
{
    if (m_buffer.isEmpty())
        return;
    if (m_device.write(m_buffer) != m_buffer.size())
        throw ReportError(m_device.errorString());
    m_buffer.clear();
}

} // namespace callboard
