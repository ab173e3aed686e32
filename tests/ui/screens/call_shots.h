// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/photographer.h"

namespace callboard {

class ApplicationSession;

/// The calls of a campaign's failed tries with the chips of that filter; each tab of one call; the menus of columns,
/// of a call and of saved filters, and the dialogs behind the last.
QList<Photographer::Shot> callShots(const QString &prefix, ApplicationSession &session);

/// The menus of the frame: language and theme, campaigns, and that of a chart.
QList<Photographer::Shot> menuShots(const QString &prefix, ApplicationSession &session);

} // namespace callboard
