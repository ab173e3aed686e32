// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/xlsx/xlsx_book.h"

namespace callboard {

/// The last sheet: what the report says of itself, and how many cells were too long for a workbook. The same stands in
/// the document's properties.
void addAbout(XlsxBook &book, const ReportHead &head, qint64 cutCells);

} // namespace callboard
