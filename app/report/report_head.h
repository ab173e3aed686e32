// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace callboard {

/// What every report says of itself: period, time zone, made when and by which version, masked or not, rows.
ReportHead reportHead(const QString &title, const ReportRequest &request, qint64 rows);

} // namespace callboard
