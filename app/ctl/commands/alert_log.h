// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_engine.h"

namespace callboard {

/// One line of a log about an alert that was raised or cleared. Holds ids, no name that people gave, and no phone
/// number in full.
QString logLine(const AlertChange &change);

} // namespace callboard
