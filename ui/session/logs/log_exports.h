// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/format.h"
#include "ui/session/exports/table_export.h"

#include <QHash>

namespace callboard {

/// Tables of the window whose export reads the store anew, so that it holds all rows and not only those that were
/// scrolled to. Made on the GUI thread; everything they need goes with them by value.

/// Every alert, newest first. `taskNames`: what people call the campaigns, by task.
TableExport alertHistory(const QHash<QString, QString> &taskNames, const Format &format);
/// The whole audit log, newest first.
TableExport auditLog(const Format &format);
/// The whole history of scheduled reports, newest first.
TableExport scheduledRuns(const Format &format);
/// Every refused message, newest first, without its body.
TableExport refusedMessages();

} // namespace callboard
