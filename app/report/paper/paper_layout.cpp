// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_layout.h"

#include "report/paper/paper_head.h"

#include <algorithm>
#include <cmath>

namespace callboard::paper {

namespace {

constexpr double SectionGap = points(11);
constexpr double ChartGap = points(8);
constexpr double EaseOnPortrait = 0.35; ///< below, texts have it better on a turned sheet
constexpr qint64 RowsKeptTogether = 4; ///< below a table's head
constexpr int RowsPerCancelCheck = 64;

/// Lets everything flow down the pages, one after the other.
class Flow
{
public:
    Flow(PaperDocument &document, const PaperFormatOfSheets &sheets, const Meters &meters,
         const ReportCancelled &cancelled)
        : m_document(document)
        , m_meters(meters)
        , m_cancelled(cancelled)
    {
        m_layout.sheets = sheets;
    }
    PaperLayout run();

private:
    /// Rows that stand together on a page.
    struct Chunk
    {
        PaperBlock block;
        double height = 0;
    };
    const PaperTable &table(int i) const { return m_document.tables[static_cast<std::size_t>(i)]; }
    const PaperSheet &sheet() const { return m_layout.sheetOf(m_layout.pages.back()); }
    double bottom() const { return sheet().inside.bottom() - FootHeight; }
    double room() const { return bottom() - m_y; }
    bool isFresh() const { return m_layout.pages.back().blocks.isEmpty(); }
    void newPage();
    void turn(int table);
    void place(PaperBlock block, double height);
    QList<PaperBand> chooseBands(const PaperTable &table);
    double tallestHead(int table) const;
    double beginningOf(int table) const;
    void placeTable(int table);
    void placeCharts(int table);
    void placeRows(int table);
    Chunk takeChunk(int table, double height);
    bool isBetterOnNewPage(int table, double height);
    bool readRow(int table);
    void checkCancelled();

    PaperDocument &m_document;
    const Meters &m_meters;
    const ReportCancelled &m_cancelled;
    PaperLayout m_layout;
    std::vector<bool> m_turned; ///< which tables lie on turned sheets
    double m_y = 0;
    // The row that comes next:
    qint64 m_row = 0, m_offset = 0;
    int m_lines = 0, m_line = 0; ///< all of it, and those on the page before
};

void Flow::checkCancelled()
{
    if (m_cancelled && m_cancelled())
        throw ReportCancelledError();
}

QList<PaperBand> Flow::chooseBands(const PaperTable &table)
{
    const double narrow = m_layout.sheets.portrait.inside.width(), wide = m_layout.sheets.landscape.inside.width();
    const bool mayTurn = m_layout.sheets.mayTurn;
    m_turned.push_back(false);
    if (table.columns.isEmpty())
        return {};
    if (const auto band = oneBand(table, narrow, mayTurn ? EaseOnPortrait : 0, m_meters))
        return {*band};
    m_turned.back() = mayTurn;
    if (const auto band = oneBand(table, mayTurn ? wide : narrow, 0, m_meters))
        return {*band};
    return severalBands(table, mayTurn ? wide : narrow, m_meters);
}

void Flow::newPage()
{
    PaperPage page;
    page.isLandscape = !m_layout.pages.empty() && m_layout.pages.back().isLandscape;
    m_layout.pages.push_back(page);
    m_y = sheet().inside.top() + (m_layout.pages.size() > 1 ? sheet().headHeight : 0);
    checkCancelled();
}

/// Goes on, on a sheet as the table wants it.
void Flow::turn(int table)
{
    const bool turned = m_turned[static_cast<std::size_t>(table)];
    if (m_layout.pages.back().isLandscape == turned)
        return;
    if (!isFresh())
        newPage();
    m_layout.pages.back().isLandscape = turned;
    m_y = sheet().inside.top() + (m_layout.pages.size() > 1 ? sheet().headHeight : 0);
}

void Flow::place(PaperBlock block, double height)
{
    block.top = m_y;
    block.height = height;
    m_layout.pages.back().blocks.append(block);
    m_y += height;
}

PaperLayout Flow::run()
{
    for (const PaperTable &table : m_document.tables)
        m_layout.bands.push_back(chooseBands(table));
    newPage();
    if (!m_turned.empty())
        turn(0);
    PaperBlock title;
    place(title, titleHeight(m_document, sheet().inside.width(), m_meters));
    for (int i = 0; i < static_cast<int>(m_document.tables.size()); ++i)
        placeTable(i);
    return std::move(m_layout);
}

double Flow::tallestHead(int i) const
{
    double tallest = 0;
    for (const PaperBand &band : m_layout.bands[static_cast<std::size_t>(i)])
        tallest = std::max(tallest, tableHeadHeight(table(i), band, m_meters));
    return tallest;
}

/// What must follow a heading on the same page: the table's head and a few rows.
double Flow::beginningOf(int i) const
{
    const double row = m_meters[Type::Body].lineHeight() + 2 * RowPadding;
    return tallestHead(i) + CaptionHeight
        + row * static_cast<double>(std::clamp<qint64>(table(i).rows, 1, RowsKeptTogether));
}

void Flow::placeTable(int i)
{
    turn(i);
    PaperBlock section;
    section.kind = PaperBlock::Kind::Section;
    section.table = i;
    double follows = beginningOf(i);
    for (const PaperChart &chart : table(i).charts) {
        if (!chart.isEmpty()) {
            follows = chartHeight(chart, sheet().inside.width(), m_meters);
            break;
        }
    }
    if (!isFresh() && room() < SectionGap + SectionHeight + follows)
        newPage();
    m_y += isFresh() ? 0 : SectionGap;
    if (!table(i).title.isEmpty() && table(i).title != m_document.head.title)
        place(section, SectionHeight);
    placeCharts(i);
    placeRows(i);
}

void Flow::placeCharts(int i)
{
    for (int chart = 0; chart < table(i).charts.size(); ++chart) {
        if (table(i).charts.at(chart).isEmpty())
            continue;
        const double height = std::min(chartHeight(table(i).charts.at(chart), sheet().inside.width(), m_meters),
                                       bottom() - sheet().inside.top() - sheet().headHeight);
        if (room() < height && !isFresh())
            newPage();
        PaperBlock block;
        block.kind = PaperBlock::Kind::Chart;
        block.table = i;
        block.item = chart;
        place(block, height);
        m_y += ChartGap;
    }
}

bool Flow::readRow(int i)
{
    if (m_row >= table(i).rows)
        return false;
    m_document.spool.seek(m_offset);
    const PaperRow row = m_document.spool.read();
    m_lines = 1;
    for (const PaperBand &band : m_layout.bands[static_cast<std::size_t>(i)])
        m_lines = std::max(m_lines, linesOf(row, table(i), band, m_meters));
    if (m_row % RowsPerCancelCheck == 0)
        checkCancelled();
    return true;
}

/// A row that does not fit here, but would fit on a page of its own.
bool Flow::isBetterOnNewPage(int i, double height)
{
    readRow(i);
    const double row = (m_lines - m_line) * m_meters[Type::Body].lineHeight() + 2 * RowPadding;
    const double whole = bottom() - sheet().inside.top() - sheet().headHeight - tallestHead(i) - CaptionHeight;
    return row > height && row <= whole;
}

/// As many rows as fit, at least one line of one.
Flow::Chunk Flow::takeChunk(int i, double height)
{
    const double line = m_meters[Type::Body].lineHeight();
    Chunk chunk;
    chunk.block.kind = PaperBlock::Kind::Rows;
    chunk.block.table = i;
    chunk.block.offset = m_offset;
    chunk.block.firstRow = m_row;
    chunk.block.firstLine = m_line;
    while (readRow(i)) {
        const double whole = (m_lines - m_line) * line + 2 * RowPadding;
        if (chunk.height + whole <= height) {
            chunk.height += whole;
            m_offset = m_document.spool.position();
            ++m_row;
            m_line = 0;
            ++chunk.block.rows;
            continue;
        }
        if (chunk.block.rows == 0) { // taller than what is left: some lines now, the others on the next page
            const int some = std::max(1, static_cast<int>(std::floor((height - 2 * RowPadding) / line)));
            m_line += some;
            chunk.block.endLine = m_line;
            chunk.block.rows = 1;
            chunk.height += some * line + 2 * RowPadding;
        }
        break;
    }
    return chunk;
}

void Flow::placeRows(int i)
{
    if (table(i).rows == 0) {
        PaperBlock note;
        note.kind = PaperBlock::Kind::Note;
        note.table = i;
        place(note, SectionHeight);
        return;
    }
    m_row = m_line = 0;
    m_offset = table(i).offset;
    const QList<PaperBand> &bands = m_layout.bands[static_cast<std::size_t>(i)];
    while (m_row < table(i).rows) {
        if (!isFresh() && (room() < beginningOf(i) || isBetterOnNewPage(i, room() - tallestHead(i) - CaptionHeight)))
            newPage();
        const bool isFirst = m_row == 0 && m_line == 0;
        const double above = tallestHead(i) + (bands.size() > 1 || !isFirst ? CaptionHeight : 0);
        Chunk chunk = takeChunk(i, room() - above);
        chunk.block.isContinued = !isFirst;
        for (int band = 0; band < bands.size(); ++band) {
            chunk.block.item = band;
            const double head = tableHeadHeight(table(i), bands.at(band), m_meters)
                + (needsCaption(chunk.block, m_layout) ? CaptionHeight : 0);
            if (band > 0 && room() < head + chunk.height)
                newPage();
            place(chunk.block, head + chunk.height);
        }
    }
}

} // namespace

double tableHeadHeight(const PaperTable &table, const PaperBand &band, const Meters &meters)
{
    const Meter &meter = meters[Type::Head];
    qsizetype lines = 1;
    for (qsizetype i = 0; i < band.columns.size(); ++i) {
        const QString &title = table.columns.at(band.columns.at(i)).title;
        lines = std::max(lines, meter.lines(title, band.widths.at(i) - 2 * CellPadding).size());
    }
    return static_cast<double>(lines) * meter.lineHeight() + 3 * RowPadding;
}

int linesOf(const PaperRow &row, const PaperTable &table, const PaperBand &band, const Meters &meters)
{
    const Meter &meter = meters[row.isTotal ? Type::BodyBold : Type::Body];
    qsizetype lines = 1;
    for (qsizetype i = 0; i < band.columns.size(); ++i) {
        const int column = band.columns.at(i);
        const double width = band.widths.at(i) - 2 * CellPadding;
        const QString &text = row.cells.at(column);
        if (table.columns.at(column).kind == ColumnKind::Text && !meter.isOneLine(text, width))
            lines = std::max(lines, meter.lines(text, width).size());
    }
    return static_cast<int>(lines);
}

bool needsCaption(const PaperBlock &block, const PaperLayout &layout)
{
    return block.isContinued || layout.bands[static_cast<std::size_t>(block.table)].size() > 1;
}

PaperLayout layOut(PaperDocument &document, const PaperFormatOfSheets &sheets, const Meters &meters,
                   const ReportCancelled &cancelled)
{
    return Flow(document, sheets, meters, cancelled).run();
}

} // namespace callboard::paper
