// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/common/forms/warning_bar.h"
#include "ui/session/services.h"

namespace callboard {

/// That nothing is removed for its age because the computer's clock moved, and a button for a person who says that it
/// is right. Goes by itself when the clock is trusted again. GUI thread.
class ClockWarning : public WarningBar
{
    Q_OBJECT
public:
    explicit ClockWarning(const Services &services, QWidget *parent = nullptr);

    /// Looks into the store; called once a second while the page is looked at.
    void look();

private:
    void ask();

    Services m_services;
    ReadTicket m_look;
};

} // namespace callboard
