// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"

namespace callboard::test {

/// Fills a new store with random calls of the last twenty hours, a good part of them of the last one: unknown codes,
/// codes that contradict time_answer, no code, calls without task, inbound ones, awaiting ones (some with a code),
/// outbound parts alone. Task "2" has a success rule of its own. Throws StoreError; not for the thread of windows.
void seedRandomCalls(const StoreUrl &url, int calls, quint32 seed);
/// The same with so many data rows in each task, for many calls.
void seedRandomContacts(const StoreUrl &url, int calls, quint32 seed, int rows);

} // namespace callboard::test
