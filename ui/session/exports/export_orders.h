// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "ui/session/exports/report_order.h"

class QAbstractItemView;
class QString;

namespace callboard {

class ChartPanel;
class FigurePanel;

/// The orders that an "Export…" sends to the page of reports: the report that says the same, of the same calls, and the
/// chart or table as it stands. GUI thread.
ReportOrder orderOf(const ChartPanel &panel, const QString &report, const CallFilter &filter);
ReportOrder orderOf(const FigurePanel &panel, const QString &report, const CallFilter &filter,
                    Privacy privacy = Privacy::Masked);
/// Of any table, by its accessible name.
ReportOrder orderOf(const QAbstractItemView &view, const QString &report, const CallFilter &filter,
                    Privacy privacy = Privacy::Masked);

} // namespace callboard
