// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace callboard {

/// The calls written last, as they stand in the store: the second part of a call mostly comes within seconds, and need
/// not be read back. Bounded; forgets the oldest first. Writer's thread. Must be cleared when a commit fails.
class RecentCalls
{
public:
    explicit RecentCalls(std::size_t capacity)
        : m_ring(capacity)
    { }

    /// Null when it is not remembered. Valid until the next put() or clear().
    const CallRecord *find(const QString &uuid) const;
    void put(const CallRecord &call);
    void clear();
    qsizetype size() const { return m_calls.size(); }

private:
    QStringList sharedHead(const QStringList &head);

    QHash<QString, CallRecord> m_calls;
    QSet<QStringList> m_heads; ///< those of the newest calls
    std::vector<QString> m_ring; ///< uuids in the order they came
    std::size_t m_next = 0;
};

} // namespace callboard
