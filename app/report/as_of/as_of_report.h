// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_definition.h"

namespace callboard {

/// Writes a report as its request asks for it: of the store as it is, or as it was known at a moment. Everything is
/// read in one moment of the store. On the connection's thread; returns and throws as ReportDefinition::write does.
///
/// As known at a moment, a report is the same in every figure as one that had been made then, but for what people
/// decided about campaigns since (see AsOfStore); its title and facts say so, and what could not be reconstructed. It
/// ends with the table `changed`, what changed since by campaign, and the report `calls` with the table
/// `changed_calls`, each call that changed. `progress` counts the calls that are looked at first, then the rows.
qint64 writeReport(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                   ReportWriter &writer, const ReportProgress &progress, const ReportCancelled &cancelled);

} // namespace callboard
