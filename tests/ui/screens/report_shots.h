// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/photographer.h"

namespace callboard {

class ApplicationSession;

/// The page of reports: a queue that runs, with one that ended and one that failed; a table that was brought along.
QList<Photographer::Shot> reportShots(const QString &prefix, ApplicationSession &session);

} // namespace callboard
