// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "ui/session/exports/export_request.h"

class QAbstractItemView;
class QString;

namespace callboard {

class ChartPanel;
class FigurePanel;

/// The orders that an "Export…" sends to the page of reports: the report that says the same, of the same calls, and the
/// chart or table as it stands. GUI thread.
ExportRequest exportRequestOf(const ChartPanel &panel, const QString &report, const CallFilter &filter);
ExportRequest exportRequestOf(const FigurePanel &panel, const QString &report, const CallFilter &filter,
                              Privacy privacy = Privacy::Masked);
/// Of any table, by its accessible name.
ExportRequest exportRequestOf(const QAbstractItemView &view, const QString &report, const CallFilter &filter,
                              Privacy privacy = Privacy::Masked);

} // namespace callboard
