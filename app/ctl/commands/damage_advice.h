// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"
#include "text/count_text.h"

namespace callboard {

/// What it means that so many messages stand in damaged segments of the journal, and what a person can do: a paragraph.
inline QString damageAdvice(qint64 messages, const StoreUrl &store)
{
    using namespace Qt::StringLiterals;
    return u"%1 can't be read any more. The calls that were made of what is damaged are in the store and counted; they "
           "can't be made again. \"callboardctl salvage --store %2 --output sqlite:NEW-FILE\" makes a store without "
           "the damage, which notes what is gone; verify of that one ends with 0."_s.arg(
               countText(messages, u"message as it was received"_s, u"messages as they were received"_s),
               store.toString());
}

} // namespace callboard
