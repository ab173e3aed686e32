// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace callboard {

/// Makes pictures independent of the moment and the computer they are made on. This program replaces the functions of
/// the C library behind the clocks and the free disk space, so that Callboard and Qt need no way in for it. Any thread.
///
/// Until the first call the clocks are the computer's. Afterwards the wall clock and the steady one (Clocks) stand at
/// `epochMs`; timers and waits go by the monotonic clock, which goes on.
void stopClocks(qint64 epochMs);

/// Both stopped clocks go forward, as if so much time had passed (ms).
void moveClocks(qint64 ms);

} // namespace callboard
