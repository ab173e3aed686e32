// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <functional>

namespace callboard {

/// One report: what it says, whatever the format.
struct ReportDefinition
{
    QString name; ///< stable, for the command line and schedules
    const char *title; ///< English sources of the context "Report"
    const char *description;
    /// Reads the store inside the caller's read transaction and writes everything from begin() to finish(). Returns the
    /// data rows of the first table, or -1 when cancelled. Throws ReportError and StoreError.
    std::function<qint64(const ReportRequest &, Connection &, ReportWriter &, const ReportProgress &,
                         const ReportCancelled &)>
        write;
    /// Why the report can't be made of such a request, as a sentence for a person; nothing: it can.
    QString (*refusal)(const ReportRequest &) = nullptr;
};

/// All reports, in the order in which they are offered. A new one is one file with its definition, one line here and
/// one in report_registry.cpp.
const QList<ReportDefinition> &reportDefinitions();
ReportDefinition callsReport();
ReportDefinition tasksReport();
ReportDefinition resultsReport();
ReportDefinition hoursReport();
ReportDefinition retriesReport();
ReportDefinition linesReport();
ReportDefinition completenessReport();
ReportDefinition dossierReport();

/// The definition of that name, or nullptr.
const ReportDefinition *findReport(const QString &name);

/// What reportRefusal(), runReport() and previewReport() do, of a definition that need not be in the list, such as a
/// table of the window.
QString refusalOf(const ReportDefinition &definition, const ReportRequest &request);
ReportResult runReport(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                       OutputFile &file, const ReportProgress &progress, const ReportCancelled &cancelled);
ReportPreview previewReport(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                            int rows, const ReportCancelled &cancelled);

} // namespace callboard
