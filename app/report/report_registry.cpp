// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_definition.h"

#include <algorithm>

namespace callboard {

const QList<ReportDefinition> &reportDefinitions()
{
    static const QList<ReportDefinition> list{
        callsReport(),   tasksReport(), resultsReport(),      hoursReport(),
        retriesReport(), linesReport(), completenessReport(), dossierReport(),
    };
    return list;
}

const ReportDefinition *findReport(const QString &name)
{
    const QList<ReportDefinition> &all = reportDefinitions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &report) { return report.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace callboard
