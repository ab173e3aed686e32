// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_message.h"

namespace callboard {

/// Reads any body through a JSON document and decides what it is: the reference for every other reader.
/// Internal to parsePush(), which explains the rules. Pure; any thread.
std::variant<PartMessage, Refusal> readPushDocument(const QByteArray &body);

} // namespace callboard
