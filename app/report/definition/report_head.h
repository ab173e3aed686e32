// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/definition/report_scope.h"
#include "report/writer/report_writer.h"

namespace callboard {

using ReportFacts = QList<std::pair<QString, QString>>;

/// What every report says of itself: period, campaigns and filter in words, time zone, made when and by which version,
/// masked or not, whose meanings of result codes, known at, rows; then what only this report has to say.
ReportHead reportHead(const ReportScope &scope, const QString &title, qint64 rows, const ReportFacts &more = {});

/// The same where no store is at hand: campaigns are called by their ids.
ReportHead reportHead(const QString &title, const ReportRequest &request, qint64 rows);

} // namespace callboard
