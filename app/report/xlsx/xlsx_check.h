// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

class QFile;

namespace callboard {

/// Reads a packed workbook back: libxlsxwriter does not notice when a disk fills up while it packs, and leaves sheets
/// that end early. Every part must unpack and end with its root element, and each sheet must hold at least its rows
/// (`rowBytes`, by the order of sheets). Throws ReportError, or ReportCancelledError.
void checkXlsx(QFile &file, const QList<qint64> &rowBytes, const ReportCancelled &cancelled);

} // namespace callboard
