// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv_description.h"
#include "report/csv_report_writer.h"
#include "report/csv_text.h"
#include "report/report_text.h"

#include <QFileInfo>
#include <QIODevice>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BufferBytes = 64 * 1024;

class RawCsvWriter : public ReportWriter
{
public:
    RawCsvWriter(const ReportRequest &request, QIODevice &device)
        : m_zone(request.zone)
        , m_file(request.output)
        , m_device(device)
    { }

    void begin(const ReportHead &head) override { m_description.begin(head); }
    void beginTable(const ReportTable &table) override;
    void text(const QString &text) override { cell(text); }
    void count(qint64 number) override { cell(QString::number(number)); }
    void decimal(double number) override { cell(decimalText(number)); }
    void share(const Ratio &ratio) override;
    void duration(qint64 ms) override { cell(secondsText(ms)); }
    void time(qint64 epochMs) override { cell(isoTimeText(epochMs, m_zone)); }
    void empty() override { cell({}); }
    void endRow() override;
    void beginTotals() override { m_totals = true; }
    void endTable() override;
    void finish() override { flush(); }
    QByteArray metadata() const override { return m_description.json(QFileInfo(m_file).fileName()); }

private:
    void cell(const QString &text);
    void flush();

    QTimeZone m_zone;
    QString m_file;
    CsvDescription m_description;
    QIODevice &m_device;
    QByteArray m_buffer;
    int m_tables = 0; ///< ended ones
    bool m_rowStarted = false;
    bool m_totals = false;
};

void RawCsvWriter::beginTable(const ReportTable &table)
{
    if (m_tables > 0) {
        endRow();
        cell(table.name);
        endRow();
    }
    m_description.beginTable(table);
    for (const ReportColumn &column : table.columns)
        cell(columnName(column));
    endRow();
}

void RawCsvWriter::share(const Ratio &ratio)
{
    const std::optional<double> value = ratio.value();
    cell(value ? decimalText(*value) : QString());
}

void RawCsvWriter::cell(const QString &text)
{
    if (m_totals)
        return m_description.addTotal(text);
    if (m_rowStarted)
        m_buffer += ',';
    m_rowStarted = true;
    appendCsvCell(m_buffer, text);
}

void RawCsvWriter::endRow()
{
    if (m_totals)
        return m_description.endTotals();
    m_buffer += '\n';
    m_rowStarted = false;
    if (m_buffer.size() >= BufferBytes)
        flush();
}

void RawCsvWriter::endTable()
{
    m_totals = false;
    ++m_tables;
}

void RawCsvWriter::flush()
{
    if (m_device.write(m_buffer) != m_buffer.size())
        throw ReportError(m_device.errorString());
    m_buffer.clear();
}

} // namespace

std::unique_ptr<ReportWriter> makeRawCsvWriter(const ReportRequest &request, QIODevice &device, const ReportCancelled &)
{
    return std::make_unique<RawCsvWriter>(request, device);
}

} // namespace callboard
