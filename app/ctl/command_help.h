// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"

namespace callboard {

/// What "callboardctl COMMAND --help" prints: usage, what the command does, its options with what holds without them,
/// in lines of 80 characters.
QString commandHelp(const Command &command);

/// The first sentence of what a command does.
QString shortSummary(const Command &command);

} // namespace callboard
