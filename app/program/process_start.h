// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace callboard {

/// What a program does first, before Qt or anything else opens a file, on its only thread:
/// - descriptors 0 to 2 that came closed are opened on /dev/null, though writing there fails as before; the next file
///   opened, a store or a socket, would get the number, and a message for a person would be written into it;
/// - a file at its limit of size (ulimit -f) makes write() fail, as a full disk does, instead of ending the program;
/// - files and folders that are made are for their owner alone, whatever the umask was: they hold personal data;
/// - what Qt writes to the standard error can't steer a terminal.
void prepareProcess();

/// False where the standard output came closed: nobody wants to read what is written there.
bool isStandardOutputOpen();

} // namespace callboard
