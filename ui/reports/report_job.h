// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/session/exports/table_export.h"

#include <memory>

namespace callboard {

struct PaperDocument;

/// A report to be made, or a table of the window: a value that goes to the thread that makes it.
struct ReportJob
{
    QString report; ///< a name of reportNames(); not used where there is a table
    std::shared_ptr<const TableExport> table; ///< null: the report
    ReportRequest request;

    QString title() const; ///< in the language of the program
    QString refusal() const; ///< why it can't be made, for a person; empty: it can
    bool isRevealed() const; ///< the file holds personal data in full
    /// On the connection's thread, like the next ones; does not throw.
    ReportResult run(Connection &connection, const ReportProgress &progress, const ReportCancelled &cancelled) const;
    /// The whole report for paper, see paintReport(). Throws ReportError, ReportCancelledError and StoreError.
    std::shared_ptr<PaperDocument> collect(Connection &connection, const ReportCancelled &cancelled) const;
    /// Does not throw.
    ReportPreview preview(Connection &connection, int rows, const ReportCancelled &cancelled) const;
};

/// What a file's name says before anything is written. For a thread that may look at the disk.
struct FileCheck
{
    bool hasFolder = false, isWritable = false, isThere = false;
};
FileCheck checkFile(const QString &path);

} // namespace callboard
