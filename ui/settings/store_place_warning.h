// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "store/database/store_problem.h"
#include "ui/common/forms/warning_bar.h"
#include "ui/session/services.h"

namespace callboard {

/// That the store lies where confirmed calls can be lost, such as on a network volume, and what to do. The place is
/// looked at on a reader's thread, once. GUI thread.
class StorePlaceWarning : public WarningBar
{
    Q_OBJECT
public:
    explicit StorePlaceWarning(const Services &services, QWidget *parent = nullptr);

    void setProblem(const StoreProblem &problem);

private:
    StoreProblem m_problem;
    ReadTicket m_look;
};

} // namespace callboard
