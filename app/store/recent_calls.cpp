// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recent_calls.h"

namespace callboard {

const CallRecord *RecentCalls::find(const QString &uuid) const
{
    const auto found = m_calls.constFind(uuid);
    return found == m_calls.cend() ? nullptr : &*found;
}

void RecentCalls::put(const CallRecord &call)
{
    const auto known = m_calls.find(call.fields.callUuid);
    if (known != m_calls.end()) {
        *known = call;
        return;
    }
    QString &place = m_ring[m_next];
    if (!place.isEmpty())
        m_calls.remove(place);
    place = call.fields.callUuid;
    m_next = (m_next + 1) % m_ring.size();
    m_calls.insert(place, call);
}

void RecentCalls::clear()
{
    m_calls.clear();
    m_ring.assign(m_ring.size(), QString());
}

} // namespace callboard
