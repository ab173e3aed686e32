// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journal/journal_gaps.h"

#include <QJsonArray>

namespace callboard {

/// Gaps of the journal as `verify --json` and `rebuild --json` list them.
QJsonArray gapsJson(const QList<JournalGap> &gaps);

} // namespace callboard
