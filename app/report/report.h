// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call_filter.h"
#include "record/masking.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <functional>

class QSaveFile;

namespace callboard {

class Connection;

/// What is asked of a report. A value, copied to the thread that makes it.
struct ReportRequest
{
    CallFilter filter;
    Privacy privacy = Privacy::Masked;
    QStringList personalColumns; ///< while masked, the whole value of these customer columns is covered
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of all times in the file
    QString format = QStringLiteral("csv");
    QString output; ///< the file to write; replaced only by a complete one
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

/// The names that runReport() knows, in the order in which they are offered.
QStringList reportNames();

/// The formats of a report; empty for an unknown name.
QStringList reportFormats(const QString &name);

/// One sentence about a report, in the language of the program.
QString reportDescription(const QString &name);

/// Makes a report on the connection's thread. Reads one snapshot of the store page by page, so that memory stays the
/// same whatever the number of rows. `progress` and `cancelled` are called there after every page; both may be empty.
/// Does not throw: errors come back in the result.
ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection,
                       const ReportProgress &progress = {}, const ReportCancelled &cancelled = {});

/// The same into a given file that is not open yet, for callers that bring their own.
ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection, QSaveFile &file,
                       const ReportProgress &progress, const ReportCancelled &cancelled);

} // namespace callboard
