// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <memory>

class QIODevice;

namespace callboard {

/// A report as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, text as spreadsheetText() leaves it. The
/// header is the first line; what the report says of itself stands in the title of one last, otherwise empty column.
std::unique_ptr<ReportWriter> makeExcelCsvWriter(const ReportRequest &request, QIODevice &device,
                                                 const ReportCancelled &cancelled);

/// A report as CSV for programs: UTF-8, LF, RFC 4180, text exactly as it was pushed, times in ISO 8601 with offset and
/// milliseconds, durations in seconds, shares as fractions. Totals are left to the program. What the report says of
/// itself is in metadata().
std::unique_ptr<ReportWriter> makeRawCsvWriter(const ReportRequest &request, QIODevice &device,
                                               const ReportCancelled &cancelled);

} // namespace callboard
