// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/photographer.h"

namespace callboard {

class ApplicationSession;
struct ScreenOptions;

/// The receiver after it has taken and refused messages: the last ones, and a refused one.
QList<Photographer::Shot> receiverShots(const ScreenOptions &options, ApplicationSession &session);

} // namespace callboard
