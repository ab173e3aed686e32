// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"

namespace callboard {

/// Finds the command that the arguments (the program's name first) ask for, runs it and returns the exit code. What
/// goes wrong is said on `console.err`.
int runCommandLine(const QStringList &arguments, const std::vector<Command> &commands, Console &console);

/// The end of a program that ran so: the exit code, 1 instead of 0 where not all of the output could be written.
int checkOutput(Console &console, int code);

} // namespace callboard
