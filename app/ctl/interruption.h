// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace callboard {

/// For commands without an event loop: while this lives, the first SIGTERM, SIGINT or SIGHUP only sets a flag that the
/// work looks at, so that it leaves no unfinished files; a later one ends the process at once (StopRequests). A signal
/// that is ignored from the start (nohup) stays so. Signal handlers belong to the process, so at most one object at a
/// time, and none of TerminationSignals beside it.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Q_DISABLE_COPY_MOVE(Interruption)

    /// Any thread.
    static bool isRequested();
    /// Throws CommandError with a sentence when it was.
    static void check();
};

} // namespace callboard
