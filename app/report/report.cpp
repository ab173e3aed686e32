// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include "files/output_file.h"
#include "report/as_of/as_of_report.h"
#include "report/report_formats.h"
#include "report/report_language.h"
#include "store/database/connection.h"
#include "store/database/store_problem_text.h"

#include <QCoreApplication>
#include <QFile>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString textOf(const ReportError &error)
{
    return error.text();
}

QString textOf(const StoreError &error)
{
    return error.readerText();
}

/// The file is there, its description is not.
class WrittenAlone : public ReportError
{
public:
    using ReportError::ReportError;
};

/// What the system reports stands in the language of the rest, where it is known.
QString notWritten(const QString &file, const QString &words)
{
    const QString reason = reportedText(words);
    return QCoreApplication::translate("Report",
                                       "The file %1 could not be written: %2. An older file of that name is unchanged.")
        .arg(file, reason);
}

/// What went into a device or pipe before is there.
QString failure(const OutputFile &file, const QString &words)
{
    if (file.isReplaced())
        return notWritten(file.fileName(), words);
    return QCoreApplication::translate("Report", "%1 could not be written: %2.")
        .arg(file.fileName(), reportedText(words));
}

void require(bool done, const OutputFile &file)
{
    if (!done)
        throw ReportError(file.errorString());
}

void requireDescription(bool done, const OutputFile &description)
{
    if (!done)
        throw ReportError(u"%1: %2"_s.arg(description.fileName(), description.errorString()));
}

/// Renames the finished file, and what describes it. All that can fail for lack of room is done before the first
/// rename, so that an older pair stays a pair; a description that does not belong to the new file never stays.
void replaceFiles(OutputFile &file, const QByteArray &metadata)
{
    if (metadata.isEmpty() || !file.isReplaced()) // nothing stands beside a pipe
        return require(file.commit(), file);
    OutputFile description(metadataName(file.fileName()));
    if (file.isPrivate())
        description.setPrivate();
    requireDescription(description.open(QIODevice::WriteOnly), description);
    requireDescription(description.write(metadata) == metadata.size() && description.flush(), description);
    require(file.flush() && file.commit(), file);
    if (description.commit())
        return;
    QFile::remove(description.fileName());
    const ProgramLanguage language;
    throw WrittenAlone(QCoreApplication::translate("Report", "The file %1 was written, but not its description %2: %3.")
                           .arg(file.fileName(), description.fileName(), reportedText(description.errorString())));
}

ReportResult write(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                   OutputFile &file, const ReportProgress &progress, const ReportCancelled &cancelled)
{
    std::unique_ptr<ReportWriter> writer = makeReportWriter(request, file, cancelled);
    const qint64 rows = writeReport(definition, request, connection, *writer, progress, cancelled);
    if (rows < 0 || (cancelled && cancelled()))
        throw ReportCancelledError();
    const QByteArray metadata = writer->metadata();
    writer.reset(); // what it kept beside the file goes before the file appears
    replaceFiles(file, metadata);
    return {rows, false, {}};
}

/// A pipe that takes nothing must not keep a read open while the store's log grows.
ReportCancelled stopped(Connection &connection, const ReportCancelled &cancelled)
{
    return [&connection, cancelled] { return (cancelled && cancelled()) || connection.hasOutstayed(); };
}

/// Whatever went wrong becomes a result; what was written so far goes.
ReportResult guarded(OutputFile &file, Connection &connection, const ReportCancelled &cancelled,
                     const std::function<ReportResult()> &run)
{
    ReportResult result;
    const auto failed = [&file](const auto &error) {
        const ProgramLanguage language;
        return failure(file, textOf(error));
    };
    try {
        return run();
    } catch (const QueryCancelled &) {
        result.cancelled = true;
    } catch (const ReportCancelledError &) {
        result.cancelled = true;
    } catch (const WrittenAlone &error) {
        result.error = error.text();
    } catch (const ReportError &error) {
        result.cancelled = cancelled && cancelled(); // a pipe that takes nothing any more
        result.error = result.cancelled ? QString() : failed(error);
    } catch (const StoreError &error) {
        result.error = failed(error);
    }
    if (connection.hasOutstayed() && !(cancelled && cancelled())) {
        result.cancelled = false;
        result.error = failed(ReadTooLong());
    }
    file.cancelWriting();
    return result;
}

} // namespace

QString metadataName(const QString &file)
{
    return file + u"-metadata.json"_s;
}

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
    return definition ? Texts::tr(definition->title) : QString();
}

QString reportDescription(const QString &name)
{
    const ReportDefinition *definition = findReport(name);
    return definition ? Texts::tr(definition->description) : QString();
}

QString reportRefusal(const QString &name, const ReportRequest &request)
{
    const ReportDefinition *definition = findReport(name);
    return definition ? refusalOf(*definition, request)
                      : QCoreApplication::translate("Report", "There is no report named %1.").arg(name);
}

QString refusalOf(const ReportDefinition &definition, const ReportRequest &request)
{
    if (!findReportFormat(request.format))
        return QCoreApplication::translate("Report", "The report %1 has no format %2.")
            .arg(definition.name, request.format);
    return definition.refusal ? definition.refusal(request) : QString();
}

ReportResult runReport(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                       OutputFile &file, const ReportProgress &progress, const ReportCancelled &cancelled)
{
    if (const QString refusal = refusalOf(definition, request); !refusal.isEmpty())
        return {0, false, refusal};
    if (request.privacy == Privacy::Revealed)
        file.setPrivate(); // whoever may read an older one with covered numbers may not therefore read these
    return guarded(file, connection, cancelled, [&] {
        require(file.open(QIODevice::WriteOnly), file);
        return write(definition, request, connection, file, progress, stopped(connection, cancelled));
    });
}

ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection, OutputFile &file,
                       const ReportProgress &progress, const ReportCancelled &cancelled)
{
    if (const ReportDefinition *definition = findReport(name))
        return runReport(*definition, request, connection, file, progress, cancelled);
    return {0, false, reportRefusal(name, request)};
}

ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection,
                       const ReportProgress &progress, const ReportCancelled &cancelled)
{
    OutputFile file(request.output, stopped(connection, cancelled));
    return runReport(name, request, connection, file, progress, cancelled);
}

} // namespace callboard
