// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv/csv_description.h"
#include "report/csv/csv_report_writer.h"
#include "report/csv/csv_writer.h"
#include "report/writer/report_text.h"

#include <QFileInfo>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

class RawCsvWriter : public ReportWriter
{
public:
    RawCsvWriter(const ReportRequest &request, QIODevice &device)
        : m_clock(request.zone)
        , m_csv(device, CsvStyle::Programs)
        , m_file(QFileInfo(request.output).fileName())
    { }

    void begin(const ReportHead &head) override { m_description.begin(head); }
    void beginTable(const ReportTable &table) override;
    void text(const QString &text) override { m_totals ? m_description.addTotal(text) : m_csv.text(text); }
    void count(qint64 number) override;
    void decimal(double number) override { text(decimalText(number)); }
    void share(const Ratio &ratio) override;
    void duration(qint64 ms) override { ascii(secondsText(ms, m_seconds)); }
    void time(qint64 epochMs) override { ascii(epochMs == 0 ? QByteArrayView() : m_clock.text(epochMs, true)); }
    void empty() override { ascii({}); }
    void endRow() override { m_totals ? m_description.endTotals() : m_csv.endRow(); }
    void beginTotals() override { m_totals = true; }
    void endTable() override;
    void finish() override { m_csv.flush(); }
    QByteArray metadata() const override { return m_description.json(m_file); }

private:
    void ascii(QByteArrayView cell);

    LocalClock m_clock;
    CsvWriter m_csv;
    QString m_file;
    CsvDescription m_description;
    std::array<char, 24> m_seconds{};
    int m_tables = 0; ///< ended ones
    bool m_totals = false;
};

void RawCsvWriter::beginTable(const ReportTable &table)
{
    if (m_tables > 0) {
        m_csv.endRow();
        m_csv.text(table.name);
        m_csv.endRow();
    }
    m_description.beginTable(table);
    for (const ReportColumn &column : table.columns)
        m_csv.text(columnName(column));
    m_csv.endRow();
}

void RawCsvWriter::ascii(QByteArrayView cell)
{
    m_totals ? m_description.addTotal(QString::fromLatin1(cell)) : m_csv.ascii(cell);
}

void RawCsvWriter::count(qint64 number)
{
    m_totals ? m_description.addTotal(QString::number(number)) : m_csv.number(number);
}

void RawCsvWriter::share(const Ratio &ratio)
{
    const std::optional<double> value = ratio.value();
    text(value ? decimalText(*value) : QString());
}

void RawCsvWriter::endTable()
{
    m_totals = false;
    ++m_tables;
}

} // namespace

std::unique_ptr<ReportWriter> makeRawCsvWriter(const ReportRequest &request, QIODevice &device, const ReportCancelled &)
{
    return std::make_unique<RawCsvWriter>(request, device);
}

} // namespace callboard
