// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"
#include "ui/common/forms/warning_bar.h"
#include "ui/session/services.h"

#include <functional>

namespace callboard {

/// That the store can't be written, why, and what to do, over whatever page is shown; with a button that opens its
/// folder where that helps. Gone once writing works. GUI thread.
class StoreWarning : public WarningBar
{
    Q_OBJECT
public:
    using OpenFolder = std::function<void(const QString &folder)>;

    explicit StoreWarning(const Services &services, QWidget *parent = nullptr);

    void setOpenFolder(OpenFolder open) { m_openFolder = std::move(open); }

private:
    void showProblem(const StoreProblem &problem);

    Services m_services;
    StoreProblem m_problem;
    OpenFolder m_openFolder;
};

/// Shows the folder in the desktop's own program for that.
void openFolderOnDesktop(const QString &folder);

} // namespace callboard
