// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <memory>

class QIODevice;

namespace callboard {

/// One kind of file. Every report can be written in every format.
struct ReportFormat
{
    QString name; ///< stable: "csv", "csv-raw", "xlsx", "pdf"
    QString suffix; ///< of file names, without the dot
    const char *title; ///< English source of the context "ReportFormat"
    /// The device is open for writing, empty, and outlives the writer. `cancelled` (may be empty) is for a writer whose
    /// finish() takes long: it throws ReportCancelledError within 200 ms.
    std::unique_ptr<ReportWriter> (*make)(const ReportRequest &, QIODevice &, const ReportCancelled &cancelled);
};

/// All formats, in the order in which they are offered.
const QList<ReportFormat> &reportFormatList();

/// The format of that name, or nullptr.
const ReportFormat *findReportFormat(const QString &name);

/// A format's name for people, in the language of the program.
QString reportFormatTitle(const QString &name);

/// The writer of request.format, or null for an unknown one.
std::unique_ptr<ReportWriter> makeReportWriter(const ReportRequest &request, QIODevice &device,
                                               const ReportCancelled &cancelled = {});

} // namespace callboard
