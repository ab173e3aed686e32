// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/format.h"
#include "ui/session/exports/shown_table.h"

#include <QHash>

namespace callboard {

/// Tables of the window whose export reads the store anew, so that it holds all rows and not only those that were
/// scrolled to. Made on the GUI thread; everything they need goes with them by value.

/// Every alert, newest first. `taskNames`: what people call the campaigns, by task.
ShownTable alertHistory(const QHash<QString, QString> &taskNames, const Format &format);
/// The whole audit log, newest first.
ShownTable auditLog(const Format &format);
/// The whole history of scheduled reports, newest first.
ShownTable scheduledRuns(const Format &format);
/// Every refused message, newest first, without its body.
ShownTable refusedMessages();

} // namespace callboard
