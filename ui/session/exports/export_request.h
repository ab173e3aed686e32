// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "ui/session/exports/table_export.h"

#include <memory>

namespace callboard {

/// What an "Export…" wants to hand on: the fitting report with the calls that the place is about, and the table or
/// chart itself as it stands there. Where the report is not known, or empty, the table is what is exported.
struct ExportRequest
{
    QString report; ///< a name of reportNames(), or empty
    CallFilter filter; ///< with the range and campaigns of the place
    std::shared_ptr<const TableExport> table; ///< null: there is only the report
};

} // namespace callboard
