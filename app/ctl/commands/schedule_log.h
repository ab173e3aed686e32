// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule/report_schedule.h"

namespace callboard {

/// Local time to the second with its offset; empty for 0.
QString localMoment(qint64 epochMs);

/// One line of a log about a run that ended. Holds no name that people or the platform gave, and no number in full.
QString logLine(const ReportRun &run);

} // namespace callboard
