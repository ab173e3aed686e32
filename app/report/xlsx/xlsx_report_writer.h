// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <memory>

class QIODevice;

namespace callboard {

/// A report as an Excel workbook: a sheet a table with typed cells, frozen header, filter, totals and charts; what does
/// not fit on a sheet goes on to further ones. The last sheet says what the report says of itself. Text is always text.
/// Works in a private folder beside request.output, in constant memory. Throws ReportError where that can't be made.
std::unique_ptr<ReportWriter> makeXlsxWriter(const ReportRequest &request, QIODevice &device,
                                             const ReportCancelled &cancelled);

inline constexpr qint64 SheetRows = 1'048'576; ///< what a sheet holds, the header among them

/// The same with smaller sheets, for tests.
std::unique_ptr<ReportWriter> makeXlsxWriter(const ReportRequest &request, QIODevice &device,
                                             const ReportCancelled &cancelled, qint64 sheetRows);

} // namespace callboard
