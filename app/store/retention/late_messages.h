// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <QSet>
#include <QString>

#include <utility>

namespace callboard {

struct JournalEntry;

/// Takes raw messages of calls that are about to go out of the journal, where they arrived so late that their segment
/// still has messages that are to stay. Of such a message only its number, its arrival, the call's name and its
/// hang-up time are left, so that the journal stays without a gap and a rebuild knows why it makes no call of it. In
/// pieces of some milliseconds, and before the calls go: whatever ends a run, the next one finds them again. Belongs to
/// the thread of its connection; throws StoreError.
class LateMessages
{
public:
    explicit LateMessages(Connection &connection)
        : m_connection(connection)
    { }

    /// Begins anew, for the calls placed before `keptSince` (epoch ms).
    void restart(qint64 keptSince);
    bool isDone() const { return m_stage == Stage::Done; }
    /// One piece, inside a transaction of the caller's. Returns how many messages it emptied.
    qint64 step();

private:
    enum class Stage : quint8 { Begin, Calls, Segments, Done };

    void begin();
    void findCalls();
    qint64 emptySegments();
    bool empty(JournalEntry &entry) const;

    Connection &m_connection;
    Stage m_stage = Stage::Done;
    qint64 m_keptSince = 0;
    qint64 m_firstPush = 0; ///< the first message that the journal still has
    qint64 m_othersFollowMs = 0; ///< 0: none of them was ever accepted
    std::pair<qint64, qint64> m_lastCall; ///< looked at: its place in the list (placed_at, id)
    bool m_hasAllCalls = false; ///< none is left behind m_lastCall
    QSet<QString> m_uuids; ///< the calls whose messages are searched for
    qint64 m_firstArrival = 0, m_lastArrival = 0; ///< of these calls, epoch ms
    qint64 m_from = 0; ///< segments from this number on are still to be looked at
};

} // namespace callboard
