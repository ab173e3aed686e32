// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_message.h"

#include <optional>

namespace callboard {

/// Reads the usual flat push straight from its bytes, at a fraction of what a JSON document costs. Takes only what
/// leaves no doubt: each of the specification's fields at most once, with a text, a whole number of at most 15 digits,
/// null, or a list of texts. Nothing for everything else, refusable bodies included: readPushDocument() decides then,
/// and says exactly the same about every body that is taken here. Internal to parsePush(). Pure; any thread.
std::optional<PartMessage> scanUsualPush(const QByteArray &body);

} // namespace callboard
