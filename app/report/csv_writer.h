// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/csv_text.h"
#include "report/report_writer.h"

#include <QIODevice>
#include <QStringList>

namespace callboard {

/// Writes rows of a CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, RFC 4180. Buffers a little; one thread.
/// Every function may throw ReportError when the device does not take what is written.
class CsvWriter
{
public:
    /// The device must be open for writing and outlive the writer.
    explicit CsvWriter(QIODevice &device);

    void text(const QString &text); ///< text of the platform: made harmless, see spreadsheetText()
    void verbatim(const QString &cell); ///< what the program itself makes: numbers and times
    void number(qint64 number);
    void empty();
    void endRow();
    void flush();
    qint64 rows() const { return m_rows; } ///< ended rows, the header among them

private:
    void separate();

    QIODevice &m_device;
    QByteArray m_buffer;
    qint64 m_rows = 0;
    bool m_rowStarted = false;
};

} // namespace callboard
