// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_writer.h"

namespace callboard {

/// What stands above a column on paper, in the language of the report. The call list's columns have the protocol's
/// names, for programs; people who get a printed page do not know them. Any thread.
QString paperTitle(const ReportColumn &column);

} // namespace callboard
