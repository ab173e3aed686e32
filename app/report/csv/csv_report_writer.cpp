// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv/csv_report_writer.h"

#include "report/csv/csv_writer.h"
#include "report/writer/report_text.h"

#include <QDateTime>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString unitTitle(const ReportColumn &column)
{
    const bool forPeople = !column.name.isEmpty();
    return forPeople && column.kind == ColumnKind::Duration ? column.title + u" (s)"_s : column.title;
}

class ExcelCsvWriter : public ReportWriter
{
public:
    ExcelCsvWriter(const ReportRequest &request, QIODevice &device)
        : m_clock(request.zone)
        , m_csv(device)
    { }

    void begin(const ReportHead &head) override { m_head = head; }
    void beginTable(const ReportTable &table) override;
    void text(const QString &text) override { m_csv.text(text); }
    void count(qint64 number) override { m_csv.number(number); }
    void decimal(double number) override { m_csv.verbatim(decimalText(number)); }
    void share(const Ratio &ratio) override;
    void duration(qint64 ms) override { m_csv.ascii(secondsText(ms, m_seconds)); }
    void time(qint64 epochMs) override { epochMs == 0 ? m_csv.empty() : m_csv.ascii(m_clock.text(epochMs)); }
    void empty() override { m_csv.empty(); }
    void endRow() override;
    void beginTotals() override { }
    void endTable() override { ++m_tables; }
    void finish() override { m_csv.flush(); }

private:
    LocalClock m_clock;
    std::array<char, 24> m_seconds{};
    CsvWriter m_csv;
    ReportHead m_head;
    int m_tables = 0; ///< ended ones
};

void ExcelCsvWriter::beginTable(const ReportTable &table)
{
    if (m_tables > 0) {
        m_csv.endRow();
        m_csv.text(table.title);
        m_csv.endRow();
    }
    for (const ReportColumn &column : table.columns)
        m_csv.text(unitTitle(column));
    if (m_tables == 0)
        m_csv.text(factsText(m_head));
    m_csv.endRow();
}

void ExcelCsvWriter::share(const Ratio &ratio)
{
    const std::optional<double> value = ratio.value();
    value ? m_csv.verbatim(percentText(*value)) : m_csv.empty();
}

void ExcelCsvWriter::endRow()
{
    if (m_tables == 0)
        m_csv.empty();
    m_csv.endRow();
}

} // namespace

std::unique_ptr<ReportWriter> makeExcelCsvWriter(const ReportRequest &request, QIODevice &device,
                                                 const ReportCancelled &)
{
    return std::make_unique<ExcelCsvWriter>(request, device);
}

} // namespace callboard
