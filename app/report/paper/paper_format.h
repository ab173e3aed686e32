// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_writer.h"
#include "text/format.h"

namespace callboard {

/// How figures stand on paper: in the language of the report, which a thread may have set for itself (see
/// LanguageSwitch), and with times in its zone.
Format paperFormat(const QTimeZone &zone);

/// A value on the axis of a chart.
QString axisText(const Format &format, ColumnKind kind, double value, double step);

} // namespace callboard
