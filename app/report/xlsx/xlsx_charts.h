// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/xlsx/xlsx_book.h"

namespace callboard {

/// Where a table stands on a sheet: the header in row 0, data rows from row 1 on.
struct SheetPlace
{
    lxw_worksheet *sheet = nullptr;
    QByteArray name; ///< of the sheet
    qint64 dataRows = 0;
};

/// Puts the table's charts to the right of it, as charts of the spreadsheet that show its cells.
void addCharts(XlsxBook &book, const SheetPlace &place, const ReportTable &table);

} // namespace callboard
