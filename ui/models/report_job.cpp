// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/report_job.h"

#include "report/report_definition.h"
#include "report/report_head.h"

#include <QFileInfo>

namespace callboard {

namespace {

/// The table as a report of its own.
ReportDefinition definitionOf(const std::shared_ptr<const ShownTable> &shown)
{
    return {shown->table.name, "", "",
            [shown](const ReportRequest &request, Connection &connection, ReportWriter &writer,
                    const ReportProgress &progress, const ReportCancelled &cancelled) {
                if (cancelled && cancelled())
                    return qint64(-1);
                const QList<ShownRow> rows = shown->rows(connection);
                writeShownTable(*shown, reportHead(shown->table.title, request, rows.size()), rows, writer);
                if (progress)
                    progress(rows.size(), rows.size());
                return static_cast<qint64>(rows.size());
            }};
}

} // namespace

QString ReportJob::title() const
{
    return table ? table->table.title : reportTitle(report);
}

bool ReportJob::isRevealed() const
{
    return request.privacy == Privacy::Revealed;
}

ReportResult ReportJob::run(Connection &connection, const ReportProgress &progress,
                            const ReportCancelled &cancelled) const
{
    if (table)
        return runReport(definitionOf(table), request, connection, progress, cancelled);
    return runReport(report, request, connection, progress, cancelled);
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
