// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/number_eraser.h"
#include "store/database/connection.h"
#include "store/journal/journal.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <limits>

namespace callboard {

/// What of the store an erasure works on.
struct EraseScope
{
    qint64 id = 0; ///< row of the table `erasure`, for hidden messages
    qint64 before = std::numeric_limits<qint64>::max(); ///< calls and messages that first arrived later stay
    qint64 hideFrom = std::numeric_limits<qint64>::max(); ///< messages that arrived since are kept, hidden
    bool isDryRun = false; ///< nothing is written
};

/// How many rows, or messages of the journal, were erased, by table; and what could not be.
struct EraseCounts
{
    QMap<QString, qint64> erased;
    qint64 hidden = 0; ///< messages that are kept, hidden, for a while; not among the erased ones
    qint64 lastHidden = 0; ///< arrival of the newest of them, epoch ms
    qint64 namesLeft = 0; ///< calls with the number in call_uuid, task_id or task_result
    qint64 campaignsLeft = 0; ///< campaigns with the number in their task_id
    qint64 packed = 0; ///< refused messages that are compressed, so that nobody can look into them
    QStringList damage; ///< segments of the journal that could not be looked through
};

/// Looks through all of a store for one number and erases it, piece by piece, each within some milliseconds and inside
/// a transaction of the caller's. After the last piece calls, contacts and rollups are in step, and the journal makes
/// the same calls again. Belongs to the connection's thread; throws StoreError. Who writes calls on this connection
/// forgets what it remembers of them after each piece.
class ErasureJob
{
public:
    ErasureJob(Connection &connection, NumberEraser eraser, const EraseScope &scope);

    /// One piece; false when nothing is left to do.
    bool step();
    qint64 done() const { return m_done; } ///< rows and messages looked at
    qint64 all() const { return m_all; } ///< about how many there are
    const EraseCounts &counts() const { return m_counts; }

    /// Columns with people's own texts, as "table.column": all that this looks through besides calls, their messages
    /// and their customer columns.
    static QStringList textColumns();

private:
    enum class Stage : quint8 { Calls, Journal, Heads, Refused, Texts, Done };

    bool stepCalls();
    bool stepJournal();
    bool stepRefused();
    void stepHeads();
    void stepTexts();
    void readHidden();
    static QList<CallRecord> readCalls(NativeStatement &bound);
    void eraseCalls(const QList<CallRecord> &calls);
    void writeCall(const CallRecord &call);
    void eraseSegment(const JournalSegment &segment);
    enum class Change : quint8 { None, Erased, Hidden };
    Change eraseEntry(qint64 number, JournalEntry &entry);
    Change eraseOther(qint64 number, JournalEntry &entry, const OtherPush &other);
    void hide(qint64 number, const JournalEntry &entry, const QString &uuid);
    void eraseColumn(const QString &table, const QString &column);
    void countCampaigns();
    void eraseRefused(qint64 id, const QString &error);
    bool mayWrite() const { return !m_scope.isDryRun; }
    void countAgain();
    void count(const QString &table, qint64 rows = 1);

    Connection &m_connection;
    const NumberEraser m_eraser;
    const EraseScope m_scope;
    EraseCounts m_counts;
    Stage m_stage = Stage::Calls;
    qint64 m_from = 0; ///< row or number after which the stage goes on
    bool m_isAgain = false; ///< a message told of a call whose earlier messages may have passed unseen
    QSet<QString> m_uuids; ///< the person's calls
    qint64 m_done = 0, m_all = 0;
};

} // namespace callboard
