// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/csv/csv_text.h"
#include "report/writer/report_writer.h"

#include <QIODevice>
#include <QStringList>

namespace callboard {

/// Who reads it: spreadsheets (byte order mark, CRLF, text made harmless as spreadsheetText() does), or programs (LF,
/// text as it is).
enum class CsvStyle : quint8 { Spreadsheet, Programs };

/// Writes rows of a CSV after RFC 4180, in UTF-8. Buffers a little; one thread. Every function may throw ReportError
/// when the device does not take what is written.
class CsvWriter
{
public:
    /// The device must be open for writing and outlive the writer.
    explicit CsvWriter(QIODevice &device, CsvStyle style = CsvStyle::Spreadsheet);

    void text(QStringView text); ///< text of the platform
    void verbatim(QStringView cell); ///< what the program itself makes: numbers and times
    void ascii(QByteArrayView cell); ///< the same where nothing needs quotes
    void number(qint64 number);
    void empty() { endCell(cell(0)); }
    void endRow();
    void flush();
    qint64 rows() const { return m_rows; } ///< ended rows, the header among them

private:
    char *cell(qsizetype bytes);
    void endCell(const char *end) { m_used = end - m_buffer.constData(); }

    QIODevice &m_device;
    CsvStyle m_style;
    QByteArray m_buffer;
    qsizetype m_used = 0;
    qint64 m_rows = 0;
    bool m_rowStarted = false;
};

} // namespace callboard
