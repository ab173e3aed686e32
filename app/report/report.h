// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "record/filter/call_filter.h"
#include "report/writer/report_writer.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <functional>

namespace callboard {

class Connection;
class OutputFile;

/// Which decisions about result codes count: today's, or those that held at the end of the period.
enum class MeaningsOf : quint8 { Today, TheirTime };

/// What is asked of a report. A value, copied to the thread that makes it.
struct ReportRequest
{
    CallFilter filter;
    Privacy privacy = Privacy::Masked;
    QStringList personalColumns; ///< while masked, the whole value of these customer columns is covered
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of all times in the file
    QString format = QStringLiteral("csv");
    QString output; ///< a file, replaced only by a complete one, or a device or pipe, written into (OutputFile)
    QStringList columns; ///< names of the first table's columns to write, in this order; empty: all
    MeaningsOf meaningsOf = MeaningsOf::Today;
    qint64 asOf = 0; ///< only what had arrived by then, epoch ms; 0: all
};

/// What became of it. Without `error` and not cancelled, the file is complete; otherwise an older file is as it was.
struct ReportResult
{
    qint64 rows = 0; ///< data rows, equal to the number of calls that the filter selects
    bool cancelled = false;
    QString error; ///< for a person; empty: none
};

using ReportProgress = std::function<void(qint64 rows, qint64 total)>;
using ReportCancelled = std::function<bool()>;

/// Where the description of a written file stands, for formats that have one.
QString metadataName(const QString &file);

/// The names that runReport() knows, in the order in which they are offered.
QStringList reportNames();

/// The formats of a report (see report_formats.h); empty for an unknown name.
QStringList reportFormats(const QString &name);

/// A report's name for people, in the language of the program.
QString reportTitle(const QString &name);

/// One sentence about a report, in the language of the program.
QString reportDescription(const QString &name);

/// Why there can't be such a report, as a sentence for a person: unknown names and formats, a dossier of two campaigns.
/// Empty: there can. Does not look at the store; any thread.
QString reportRefusal(const QString &name, const ReportRequest &request);

/// Makes a report on the connection's thread. Reads one snapshot of the store page by page, so that memory stays the
/// same whatever the number of rows. `progress` and `cancelled` are called there many times a second; both may be
/// empty. Does not throw: errors come back in the result.
///
/// The file, and its FILE-metadata.json where the format has one, are written beside their names and renamed when they
/// are complete. Beside a device or a pipe there is no description.
ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection,
                       const ReportProgress &progress = {}, const ReportCancelled &cancelled = {});

/// The same into a given file that is not open yet, for callers that bring their own.
ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection, OutputFile &file,
                       const ReportProgress &progress, const ReportCancelled &cancelled);

/// A table as a person would see it: the first rows as display texts, one text a column.
struct PreviewTable
{
    ReportTable table;
    QList<QStringList> rows;
    QList<QStringList> totals;
    bool hasMore = false; ///< there are rows that are not shown
};

/// The beginning of a report, for a look before it is written.
struct ReportPreview
{
    ReportHead head;
    QList<PreviewTable> tables;
    bool hasMore = false; ///< tables may follow that are not shown: one of those here was too long to read to its end
    bool cancelled = false;
    QString error; ///< for a person; empty: none
};

/// The first `rows` rows of each table, on the connection's thread. Does not throw.
ReportPreview previewReport(const QString &name, const ReportRequest &request, Connection &connection, int rows,
                            const ReportCancelled &cancelled = {});

} // namespace callboard
