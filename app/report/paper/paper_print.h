// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_document.h"

class QPagedPaintDevice;

namespace callboard {

/// How a document is brought onto a device.
struct PrintOptions
{
    /// Sheets are turned where columns ask for it. Otherwise all lie as the device's page layout says: what somebody
    /// chose in a print dialog stays.
    bool mayTurn = false;
    int firstPage = 0, lastPage = -1; ///< from 0; -1: all
    std::function<void()> afterPage; ///< may throw; may be empty
};

/// Paints a collected report on a file, a printer or a preview; the same lines and pages on each, as far as their paper
/// has the same size. Returns the number of pages that the whole document has. Throws ReportCancelledError within
/// 200 ms of `cancelled` (may be empty) saying so, and ReportError. On any thread; nothing is kept between two calls.
int paintReport(PaperDocument &document, QPagedPaintDevice &device, const PrintOptions &options,
                const ReportCancelled &cancelled);

} // namespace callboard
