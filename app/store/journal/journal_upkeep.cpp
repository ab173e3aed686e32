// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal/journal_upkeep.h"

#include "store/journal/journal.h"

namespace callboard {

void JournalUpkeep::slice()
{
    m_compactFrom = Journal::compact(m_connection, m_compactFrom);
    if (!m_isChecked)
        m_isChecked = !Journal::addChecksums(m_connection);
}

} // namespace callboard
