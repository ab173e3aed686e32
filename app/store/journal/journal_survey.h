// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journal/journal.h"
#include "store/journal/journal_gaps.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace callboard {

/// One reading of the whole journal: what is sound of it, what is damaged, what is lacking. Inside a transaction all of
/// it is of one moment. Otherwise it is read in pieces, each of its own moment, while messages come, segments are
/// joined and old ones go: it then has all messages that were there from the beginning to the end, each once. Belongs
/// to the connection's thread.
class JournalSurvey
{
public:
    /// The messages of a sound segment, and the number of the first.
    using Take = std::function<void(qint64 firstPush, const QList<JournalEntry> &entries)>;

    /// Reads, checks and unpacks every segment, by number; hands the sound ones to `take`. Throws StoreError.
    JournalSurvey(Connection &connection, const Take &take);

    qint64 messages() const { return m_messages; } ///< in sound segments
    qint64 end() const { return m_next; } ///< the number behind all that were ever given
    const QStringList &damage() const { return m_damage; } ///< a sentence for each damaged segment
    qint64 unreadable() const { return m_unreadable; } ///< messages of damaged segments
    /// The numbers without a message that can be read, lacking or damaged, by number.
    const QList<JournalGap> &holes() const { return m_holes; }

private:
    bool readPiece(Connection &connection, const Take &take);
    void takeJoined(Connection &connection, const Take &take);
    void takeSegment(const JournalSegment &segment, const Take &take);
    void noteHoleUpTo(qint64 end);

    qint64 m_messages = 0, m_unreadable = 0;
    qint64 m_next = 1; ///< the number behind what was read
    std::optional<qint64> m_lastFirst; ///< the number of the last segment's first message
    QStringList m_damage;
    QList<JournalGap> m_holes;
};

} // namespace callboard
