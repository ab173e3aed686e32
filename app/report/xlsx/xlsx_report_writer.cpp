// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xlsx/xlsx_report_writer.h"

#include "report/writer/report_text.h"
#include "report/xlsx/xlsx_about.h"
#include "report/xlsx/xlsx_charts.h"

#include <QDateTime>

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr double MsPerDay = 86'400'000.0;
constexpr qint64 ExcelEpochMs = 2'209'161'600'000; ///< from 1899-12-30, day 0 of a spreadsheet, to 1970
constexpr qint64 FirstDay = 61; ///< 1900-03-01: before it spreadsheets differ about the calendar
constexpr qint64 LargestNumber = 999'999'999'999'999; ///< a spreadsheet keeps 15 digits
constexpr qint64 MeasuredRows = 500; ///< for the widths of columns
constexpr qint64 CheckRows = 1000;

class XlsxWriter : public ReportWriter
{
public:
    XlsxWriter(const ReportRequest &request, QIODevice &device, ReportCancelled cancelled, qint64 sheetRows)
        : m_device(device)
        , m_cancelled(std::move(cancelled))
        , m_sheetRows(sheetRows)
        , m_zone(request.zone)
        , m_clock(request.zone)
        , m_book(request.output)
    { }

    void begin(const ReportHead &head) override { m_head = head; }
    void beginTable(const ReportTable &table) override;
    void text(const QString &text) override;
    void count(qint64 number) override;
    void decimal(double number) override;
    void share(const Ratio &ratio) override;
    void duration(qint64 ms) override;
    void time(qint64 epochMs) override;
    void empty() override;
    void endRow() override;
    void beginTotals() override;
    void endTable() override;
    void finish() override;

private:
    void startSheet();
    void endSheet();
    void setUpPrinting(int width);
    void addFilter();
    void number(double value, ColumnKind kind, int width);
    void noteWidth(int width);
    void requireTaken(lxw_error error);

    QIODevice &m_device;
    ReportCancelled m_cancelled;
    qint64 m_sheetRows;
    QTimeZone m_zone;
    LocalClock m_clock;
    XlsxBook m_book;
    ReportHead m_head;
    ReportTable m_table;
    SheetPlace m_first; ///< the table's first sheet, which its charts show
    lxw_worksheet *m_sheet = nullptr;
    QList<int> m_widths;
    lxw_row_t m_row = 0;
    lxw_col_t m_column = 0;
    qint64 m_dataRows = 0; ///< of the sheet
    qint64 m_cut = 0; ///< cells that were too long
    int m_sheetsOfTable = 0;
    bool m_totals = false;
};

void XlsxWriter::beginTable(const ReportTable &table)
{
    m_table = table;
    m_totals = false;
    m_sheetsOfTable = 0;
    startSheet();
}

void XlsxWriter::startSheet()
{
    m_sheet = m_book.addSheet(m_table.title.isEmpty() ? m_table.name : m_table.title);
    m_widths.clear();
    m_dataRows = 0;
    m_row = 0;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const QString &title = m_table.columns.at(i).title;
        requireTaken(worksheet_write_string(m_sheet, 0, static_cast<lxw_col_t>(i), cellUtf8(title, &m_cut).constData(),
                                            m_book.headerFormat()));
        m_widths.append(shownWidth(title) + 3); // room for the filter's button
    }
    m_row = 1;
    worksheet_freeze_panes(m_sheet, 1, 0);
    if (m_sheetsOfTable++ == 0)
        m_first = {m_sheet, m_sheet->name, 0};
}

void XlsxWriter::requireTaken(lxw_error error)
{
    if (error != LXW_NO_ERROR)
        throw ReportError(QString::fromUtf8(lxw_strerror(error)));
}

void XlsxWriter::noteWidth(int width)
{
    if (m_row <= MeasuredRows || m_totals) {
        int &widest = m_widths[m_column];
        widest = std::max(widest, width);
    }
}

void XlsxWriter::text(const QString &text)
{
    if (text.isEmpty())
        return empty();
    if (m_row <= MeasuredRows || m_totals)
        noteWidth(shownWidth(QStringView(text).left(100)) + 1);
    requireTaken(worksheet_write_string(m_sheet, m_row, m_column, cellUtf8(text, &m_cut).constData(),
                                        m_totals ? m_book.format(ColumnKind::Text, true) : nullptr));
    ++m_column;
}

void XlsxWriter::number(double value, ColumnKind kind, int width)
{
    noteWidth(width);
    lxw_format *format = kind == ColumnKind::Count && !m_totals ? nullptr : m_book.format(kind, m_totals);
    requireTaken(worksheet_write_number(m_sheet, m_row, m_column, value, format));
    ++m_column;
}

void XlsxWriter::count(qint64 count)
{
    if (count > LargestNumber || count < -LargestNumber)
        return text(QString::number(count));
    number(static_cast<double>(count), ColumnKind::Count, 12);
}

void XlsxWriter::decimal(double value)
{
    std::isfinite(value) ? number(value, ColumnKind::Decimal, 10) : empty();
}

void XlsxWriter::share(const Ratio &ratio)
{
    const std::optional<double> value = ratio.value();
    value ? number(*value, ColumnKind::Share, 8) : empty();
}

void XlsxWriter::duration(qint64 ms)
{
    if (ms < 0) // a spreadsheet shows no negative durations
        return text(clockText(ms));
    number(static_cast<double>(ms) / MsPerDay, ColumnKind::Duration, 10);
}

/// To the second, as the CSV has it: spreadsheets round what they do not show.
void XlsxWriter::time(qint64 epochMs)
{
    if (epochMs == 0)
        return empty();
    const qint64 seconds = (m_clock.localMs(epochMs) + ExcelEpochMs) / 1000;
    const double day = static_cast<double>(seconds) * 1000.0 / MsPerDay;
    if (day < FirstDay)
        return text(localTimeText(epochMs, m_zone));
    number(day, ColumnKind::Time, 20);
}

void XlsxWriter::empty()
{
    if (m_totals)
        requireTaken(worksheet_write_blank(m_sheet, m_row, m_column, m_book.format(ColumnKind::Text, true)));
    ++m_column;
}

void XlsxWriter::endRow()
{
    m_column = 0;
    ++m_row;
    m_dataRows += m_totals ? 0 : 1;
    if (m_row % CheckRows == 0)
        m_book.check();
    if (m_row >= m_sheetRows) {
        endSheet();
        startSheet();
    }
}

/// The totals are not filtered: so it is set before them, for libxlsxwriter takes no earlier rows than the current one.
void XlsxWriter::addFilter()
{
    if (!m_table.columns.isEmpty() && m_dataRows > 0)
        requireTaken(worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(m_dataRows),
                                          static_cast<lxw_col_t>(m_table.columns.size() - 1)));
}

void XlsxWriter::beginTotals()
{
    addFilter();
    m_totals = true;
}

/// On A4, with the titles on every page; no column alone on another page, as long as it can be read then. `width`: of
/// all columns, in characters.
void XlsxWriter::setUpPrinting(int width)
{
    constexpr uint8_t A4 = 9;
    constexpr int WidestOnPortrait = 95, WidestOnOnePage = 300;
    worksheet_set_paper(m_sheet, A4);
    requireTaken(worksheet_repeat_rows(m_sheet, 0, 0));
    if (width > WidestOnPortrait || !m_table.charts.isEmpty())
        worksheet_set_landscape(m_sheet);
    if (width <= WidestOnOnePage)
        worksheet_fit_to_pages(m_sheet, 1, 0);
}

void XlsxWriter::endSheet()
{
    constexpr int Widest = 60, Narrowest = 6;
    int sheetWidth = 0;
    for (qsizetype i = 0; i < m_widths.size(); ++i) {
        const int wish = m_table.columns.at(i).width;
        const int width = std::clamp(wish > 0 ? wish : m_widths.at(i), Narrowest, Widest);
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(m_sheet, column, column, width, nullptr);
        sheetWidth += width;
    }
    setUpPrinting(sheetWidth);
    if (!m_totals)
        addFilter();
    if (m_sheet == m_first.sheet)
        m_first.dataRows = m_dataRows;
}

void XlsxWriter::endTable()
{
    endSheet();
    addCharts(m_book, m_first, m_table);
    m_totals = false;
}

void XlsxWriter::finish()
{
    addAbout(m_book, m_head, m_cut);
    m_book.closeInto(m_device, m_cancelled);
}

} // namespace

std::unique_ptr<ReportWriter> makeXlsxWriter(const ReportRequest &request, QIODevice &device,
                                             const ReportCancelled &cancelled)
{
    return makeXlsxWriter(request, device, cancelled, SheetRows);
}

std::unique_ptr<ReportWriter> makeXlsxWriter(const ReportRequest &request, QIODevice &device,
                                             const ReportCancelled &cancelled, qint64 sheetRows)
{
    return std::make_unique<XlsxWriter>(request, device, cancelled, sheetRows);
}

} // namespace callboard
