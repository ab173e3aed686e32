// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_job.h"

#include "files/output_file.h"
#include "report/as_of/as_of_report.h"
#include "report/definition/report_head.h"
#include "report/paper/paper_document.h"
#include "report/paper/paper_report_writer.h"
#include "report/report_definition.h"

#include <QFileInfo>

namespace callboard {

namespace {

/// The table as a report of its own.
ReportDefinition definitionOf(const std::shared_ptr<const TableExport> &shown)
{
    ReportDefinition made;
    made.name = shown->table.name;
    made.write = [shown](const ReportRequest &request, Connection &connection, ReportWriter &writer,
                         const ReportProgress &progress, const ReportCancelled &cancelled) {
        const ReportScope scope(request, connection, cancelled);
        scope.checkCancelled();
        const QList<ShownRow> rows = shown->rows(connection);
        writeShownTable(*shown, reportHead(scope, shown->table.title, rows.size()), rows, writer);
        if (progress)
            progress(rows.size(), rows.size());
        return static_cast<qint64>(rows.size());
    };
    return made;
}

} // namespace

QString ReportJob::title() const
{
    return table ? table->table.title : reportTitle(report);
}

QString ReportJob::refusal() const
{
    return table ? QString() : reportRefusal(report, request);
}

bool ReportJob::isRevealed() const
{
    return request.privacy == Privacy::Revealed;
}

ReportResult ReportJob::run(Connection &connection, const ReportProgress &progress,
                            const ReportCancelled &cancelled) const
{
    if (table) {
        OutputFile file(request.output, cancelled);
        return runReport(definitionOf(table), request, connection, file, progress, cancelled);
    }
    return runReport(report, request, connection, progress, cancelled);
}

std::shared_ptr<PaperDocument> ReportJob::collect(Connection &connection, const ReportCancelled &cancelled) const
{
    const ReportDefinition definition = table ? definitionOf(table) : *findReport(report);
    PaperReportWriter writer(request, cancelled);
    writeReport(definition, request, connection, writer, {}, cancelled);
    return writer.document();
}

ReportPreview ReportJob::preview(Connection &connection, int rows, const ReportCancelled &cancelled) const
{
    if (table)
        return previewReport(definitionOf(table), request, connection, rows, cancelled);
    return previewReport(report, request, connection, rows, cancelled);
}

FileCheck checkFile(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    return {folder.isDir(), folder.isWritable(), file.exists()};
}

} // namespace callboard
