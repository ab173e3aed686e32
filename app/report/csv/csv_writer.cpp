// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv/csv_writer.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace callboard {

namespace {

constexpr qsizetype BufferBytes = 128 * 1024;
constexpr qint64 LargestNumber = 999'999'999'999'999; ///< a spreadsheet keeps 15 digits

} // namespace

CsvWriter::CsvWriter(QIODevice &device, CsvStyle style)
    : m_device(device)
    , m_style(style)
    , m_buffer(BufferBytes, Qt::Uninitialized)
{
    if (style == CsvStyle::Spreadsheet) {
        std::memcpy(m_buffer.data(), "\xEF\xBB\xBF", 3);
        m_used = 3;
    }
}

/// Room for a cell of so many bytes, behind its comma.
char *CsvWriter::cell(qsizetype bytes)
{
    constexpr qsizetype Around = 4;
    if (m_used + bytes + Around > m_buffer.size())
        flush();
    if (bytes + Around > m_buffer.size())
        m_buffer.resize(bytes + Around);
    char *to = m_buffer.data() + m_used;
    if (m_rowStarted) {
        *to++ = ',';
        ++m_used;
    }
    m_rowStarted = true;
    return to;
}

void CsvWriter::text(QStringView text)
{
    const CellMarks marks = m_style == CsvStyle::Spreadsheet ? spreadsheetMarks(text) : CellMarks();
    endCell(writeCsvCell(cell(mostCellBytes(text)), text, marks));
}

void CsvWriter::verbatim(QStringView text)
{
    endCell(writeCsvCell(cell(mostCellBytes(text)), text));
}

void CsvWriter::ascii(QByteArrayView text)
{
    char *to = cell(text.size());
    endCell(std::copy(text.begin(), text.end(), to)); // unlike memcpy, that takes an empty view
}

void CsvWriter::number(qint64 number)
{
    constexpr qsizetype MostDigits = 20;
    if (m_style == CsvStyle::Spreadsheet && (number > LargestNumber || number < -LargestNumber))
        return text(QString::number(number));
    char *to = cell(MostDigits);
    endCell(std::to_chars(to, to + MostDigits, number).ptr);
}

void CsvWriter::endRow()
{
    constexpr qsizetype EndBytes = 2;
    if (m_used + EndBytes > m_buffer.size())
        flush();
    char *to = m_buffer.data() + m_used;
    if (m_style == CsvStyle::Spreadsheet)
        *to++ = '\r';
    *to++ = '\n';
    endCell(to);
    m_rowStarted = false;
    ++m_rows;
}

void CsvWriter::flush()
{
    const qsizetype bytes = std::exchange(m_used, 0);
    if (bytes > 0 && m_device.write(m_buffer.constData(), bytes) != bytes)
        throw ReportError(m_device.errorString());
}

} // namespace callboard
