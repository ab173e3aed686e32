// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include "report/report_definition.h"
#include "report/report_formats.h"
#include "report/report_snapshot.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString notWritten(const QString &file, const QString &reason)
{
    return QCoreApplication::translate("Report",
                                       "The file %1 could not be written: %2. An older file of that name is unchanged.")
        .arg(file, reason);
}

ReportResult write(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                   QSaveFile &file, const ReportProgress &progress, const ReportCancelled &cancelled)
{
    ReportResult result;
    const std::unique_ptr<ReportWriter> writer = makeReportWriter(request, file, cancelled);
    const ReadSnapshot snapshot(connection);
    result.rows = definition.write(request, connection, *writer, progress, cancelled);
    result.cancelled = result.rows < 0 || (cancelled && cancelled());
    if (result.cancelled) {
        file.cancelWriting();
        return {0, true, {}};
    }
    if (!file.commit())
        throw ReportError(file.errorString());
    return result;
}

} // namespace

QStringList reportNames()
{
    QStringList names;
    for (const ReportDefinition &definition : reportDefinitions())
        names.append(definition.name);
    return names;
}

QStringList reportFormats(const QString &name)
{
    QStringList formats;
    for (const ReportFormat &format : reportFormatList())
        formats.append(format.name);
    return findReport(name) ? formats : QStringList();
}

QString reportTitle(const QString &name)
{
    const ReportDefinition *definition = findReport(name);
    return definition ? tr(definition->title) : QString();
}

QString reportDescription(const QString &name)
{
    const ReportDefinition *definition = findReport(name);
    return definition ? tr(definition->description) : QString();
}

ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection, QSaveFile &file,
                       const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportDefinition *definition = findReport(name);
    if (!definition)
        return {0, false, QCoreApplication::translate("Report", "There is no report named %1.").arg(name)};
    if (!findReportFormat(request.format))
        return {0, false,
                QCoreApplication::translate("Report", "The report %1 has no format %2.").arg(name, request.format)};
    if (!file.open(QIODevice::WriteOnly))
        return {0, false, notWritten(file.fileName(), file.errorString())};
    try {
        return write(*definition, request, connection, file, progress, cancelled);
    } catch (const QueryCancelled &) {
        file.cancelWriting();
        return {0, true, {}};
    } catch (const ReportCancelledError &) {
        file.cancelWriting();
        return {0, true, {}};
    } catch (const StoreError &error) {
        file.cancelWriting();
        return {0, false, notWritten(file.fileName(), error.text())};
    } catch (const ReportError &error) {
        file.cancelWriting();
        return {0, false, notWritten(file.fileName(), error.text())};
    }
}

ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection,
                       const ReportProgress &progress, const ReportCancelled &cancelled)
{
    QSaveFile file(request.output);
    return runReport(name, request, connection, file, progress, cancelled);
}

} // namespace callboard
