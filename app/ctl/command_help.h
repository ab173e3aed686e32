// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"

namespace callboard {

/// What "callboardctl COMMAND --help" prints: usage, what the command does, its options with what holds without them,
/// in lines of 80 characters.
QString commandHelp(const Command &command);

/// The line of a command among all of them: its name and the first sentence of what it does, likewise.
QString commandLine(const Command &command);

} // namespace callboard
