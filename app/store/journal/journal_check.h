// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <functional>

namespace callboard {

/// The journal's part of `verify`: every segment can be read and is the one that was written, nothing is lacking but
/// what was noted, and the messages that calls name are there and of that call. Each difference is one sentence.
/// Needs 32 bytes of memory for a call. Throws StoreError.
struct JournalFigures
{
    qint64 messages = 0; ///< that can be read
    qint64 unreadable = 0; ///< of damaged segments
    qint64 takenOtherwise = 0; ///< that a call names, and that today are no such part of it: a rebuild mends it
};
JournalFigures checkJournal(Connection &connection, const std::function<void(const QString &difference)> &say);

} // namespace callboard
