// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace callboard {

struct SalvageReport;

/// What a salvage brought into a new store, and the list of what is missing. Accepted: go on with the new store. GUI
/// thread.
class SalvageDialog : public QDialog
{
    Q_OBJECT
public:
    SalvageDialog(const QString &output, const SalvageReport &report, QWidget *parent = nullptr);
};

} // namespace callboard
