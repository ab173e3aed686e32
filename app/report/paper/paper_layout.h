// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_columns.h"

#include <QRectF>

#include <vector>

namespace callboard {

/// A sheet of paper in dots, and the part of it between header and footer.
struct PaperSheet
{
    double width = 0, height = 0;
    QRectF inside; ///< the margins taken off
    double headHeight = 0; ///< of the head that pages after the first have
};

/// Something on a page.
struct PaperBlock
{
    enum class Kind : quint8 { Title, Section, Chart, Rows, Note };
    Kind kind = Kind::Title;
    double top = 0, height = 0;
    int table = -1;
    int item = 0; ///< of charts: which; of rows: the band
    qint64 offset = 0; ///< in the spool, of the first row
    qint64 firstRow = 0, rows = 0;
    int firstLine = 0; ///< of the first row: more are on the page before
    int endLine = -1; ///< of the last row: the lines from here are on the next page; -1: none
    bool isContinued = false; ///< the same table began on a page before
};

struct PaperPage
{
    bool isLandscape = false;
    QList<PaperBlock> blocks;
};

/// Which sheets a report is laid out for.
struct PaperFormatOfSheets
{
    PaperSheet portrait, landscape;
    bool mayTurn = true; ///< false: everything on `portrait`, whatever its shape (a printer's paper was chosen)
};

/// The pages of a document: what stands where. Knows no device; a page costs some hundred bytes.
struct PaperLayout
{
    PaperFormatOfSheets sheets;
    std::vector<PaperPage> pages;
    std::vector<QList<PaperBand>> bands; ///< one list a table
    const PaperSheet &sheetOf(const PaperPage &page) const
    {
        return page.isLandscape ? sheets.landscape : sheets.portrait;
    }
};

namespace paper {

inline constexpr double RowPadding = points(2.1); ///< above and below a row's lines
inline constexpr double SectionHeight = points(24);
inline constexpr double CaptionHeight = points(13); ///< of "continued", "columns 8 to 15 of 43"
inline constexpr double FootHeight = points(20);

double tableHeadHeight(const PaperTable &table, const PaperBand &band, const Meters &meters);
/// How many lines a row takes in a band.
int linesOf(const PaperRow &row, const PaperTable &table, const PaperBand &band, const Meters &meters);
bool needsCaption(const PaperBlock &block, const PaperLayout &layout);

/// Reads all rows once and decides what stands on which page. Throws ReportCancelledError and ReportError.
PaperLayout layOut(PaperDocument &document, const PaperFormatOfSheets &sheets, const Meters &meters,
                   const ReportCancelled &cancelled);

} // namespace paper

} // namespace callboard
