// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/person_number.h"
#include "record/filter/call_filter.h"

namespace callboard {

/// The filter without what names persons: numbers, and what stands in customers' columns. Only such a filter is written
/// where nobody asked for it to be kept. Any thread.
CallFilter withoutPersons(CallFilter filter);

/// Whether the filter names that person, in any of its texts. Any thread.
bool namesPerson(const CallFilter &filter, const PersonNumber &person);

} // namespace callboard
