// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"

#include <QJsonObject>

namespace callboard {

/// A call as `callboardctl calls --json` writes it: every field that was said under the protocol's name (times in epoch
/// ms), then what is computed. Masks nothing; give it a masked call.
QJsonObject callJson(const CallRecord &call);

} // namespace callboard
