// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"
#include "store_fixture.h"

namespace callboard::test {

/// Messages in the order in which they are stored: parts in both orders, repeats that agree and that do not, calls with
/// one part, bodies that are refused. `inOrder`: arrival times never go back; otherwise some do, as when a clock is
/// set.
QList<Arrival> someMessages(int calls, quint32 seed, bool inOrder);

/// Stores messages as they would come, in commits of random size.
void storeMessages(const StoreUrl &url, const QList<Arrival> &messages, quint32 seed = 1);

/// The messages that had arrived by then.
QList<Arrival> arrivedBy(const QList<Arrival> &messages, qint64 at);

/// Everything that a store counts and knows of its calls, in words, without the numbers of its rows and messages.
QStringList dumpStore(Connection &connection);

} // namespace callboard::test
