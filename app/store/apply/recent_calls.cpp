// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/apply/recent_calls.h"

namespace callboard {

namespace {

/// Far more than campaigns that dial at the same time; a platform that makes heads up can't fill the memory.
constexpr qsizetype MostHeads = 256;

} // namespace

const CallRecord *RecentCalls::find(const QString &uuid) const
{
    const auto found = m_calls.constFind(uuid);
    return found == m_calls.cend() ? nullptr : &*found;
}

QStringList RecentCalls::sharedHead(const QStringList &head)
{
    const auto known = m_heads.constFind(head);
    if (known != m_heads.cend())
        return *known;
    if (m_heads.size() >= MostHeads)
        m_heads.clear();
    return *m_heads.insert(head);
}

void RecentCalls::put(const CallRecord &call)
{
    const auto known = m_calls.find(call.fields.callUuid);
    if (known != m_calls.end()) {
        *known = call;
        known->fields.taskRowHead = sharedHead(call.fields.taskRowHead);
        return;
    }
    QString &place = m_ring[m_next];
    if (!place.isEmpty())
        m_calls.remove(place);
    place = call.fields.callUuid;
    m_next = (m_next + 1) % m_ring.size();
    m_calls.insert(place, call)->fields.taskRowHead = sharedHead(call.fields.taskRowHead);
}

void RecentCalls::clear()
{
    m_calls.clear();
    m_heads.clear();
    m_ring.assign(m_ring.size(), QString());
}

} // namespace callboard
