// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_writer.h"

#include <QTimeZone>

/// Figures as text. Without group separators and with a point, so that programs and spreadsheets read them.
namespace callboard {

QString localTimeText(qint64 epochMs, const QTimeZone &zone); ///< "2026-11-22 09:00:00"; empty for 0
QString isoTimeText(qint64 epochMs, const QTimeZone &zone); ///< "2026-11-22T09:00:00.000+08:00"; empty for 0
QString secondsText(qint64 ms); ///< "28" or "21.400"
QString clockText(qint64 ms); ///< "1:02:03", hours as many as there are
QString decimalText(double number); ///< at most six digits behind the point
QString percentText(double share); ///< "12.34%"
/// What a report says of itself, on one line.
QString factsText(const ReportHead &head);

} // namespace callboard
