// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <QList>
#include <QString>

namespace callboard {

/// Why messages that were numbered are not in the journal. Stored in `journal_gap.reason`: never renumber.
enum class GapReason : quint8 {
    Before = 1, ///< they were missing before gaps were noted
    Retention = 2, ///< dropped because of their age
    Erased = 3, ///< dropped together with what had to be erased
    Damage = 4, ///< their segments were damaged and could not be saved
    Missing = 5, ///< found missing by `rebuild`; nothing tells why
    NotCopied = 6, ///< this store is a copy without them
};

/// A run of numbers whose messages the journal does not have.
struct JournalGap
{
    qint64 firstPush = 0, lastPush = 0;
    GapReason reason = GapReason::Missing;
    qint64 at = 0; ///< when they went, epoch ms; 0 unknown

    qint64 count() const { return lastPush - firstPush + 1; }
    /// False where the messages should be there, and are not.
    bool isMeant() const { return reason != GapReason::Damage && reason != GapReason::Missing; }
};

/// The gaps of the journal (table `journal_gap`): noted in the transaction in which they are made, so that everybody
/// can tell what was meant to go from what was lost. Belongs to the connection's thread; everything throws StoreError.
namespace JournalGaps {

/// Notes that these messages go; joined with a neighbour that went for the same reason. Inside the transaction that
/// removes them.
void note(Connection &connection, const JournalGap &gap);

/// What was noted, by number.
QList<JournalGap> noted(Connection &connection);

/// The runs of numbers that are lacking, noted or not (their reason is Missing), by number.
QList<JournalGap> lacking(Connection &connection);

/// Those of them that nobody noted.
QList<JournalGap> unnoted(Connection &connection);

/// Notes all of the latter with that reason. Inside a transaction.
void noteUnnoted(Connection &connection, GapReason reason, qint64 at);

/// "Messages 5 to 20 of the journal are gone (16): dropped because of their age, 2026-11-22T09:00:00."
QString sentence(const JournalGap &gap);

/// The name of a reason in JSON documents, such as "retention".
QString nameOf(GapReason reason);

} // namespace JournalGaps
} // namespace callboard
