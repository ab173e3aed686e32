// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_kind.h"
#include "store/database/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <limits>
#include <optional>

namespace callboard {

/// One message of the journal.
struct JournalEntry
{
    qint64 arrivedAt = 0; ///< epoch ms
    QString remote;
    QByteArray body;
    PushKind kind = PushKind::Record;
};

/// A row of the table `push` as it stands there: the messages of one commit, or of several joined ones.
struct JournalSegment
{
    qint64 firstPush = 0; ///< number of its first message
    qint64 count = 0;
    qint64 firstArrival = 0, lastArrival = 0; ///< epoch ms, of its earliest and latest message
    QByteArray packed;
    qint64 checksum = 0; ///< 0: written before there were checksums

    /// Also where damage made nonsense of the numbers.
    qint64 lastPush() const { return static_cast<qint64>(quint64(firstPush) + quint64(count) - 1); }
};

/// A segment can't be read, or is not the one that was written. The sentence names its messages.
class DamagedSegment : public StoreError
{
public:
    DamagedSegment(const JournalSegment &segment, const StoreArgument &why);
};

/// The raw journal (table `push`): messages are numbered; a row holds those of one commit, or of several small ones of
/// a day, compressed together, with a checksum over its numbers and bytes. A segment of records alone has no kinds in
/// it, as all had once. Everything belongs to the connection's thread and throws StoreError.
namespace Journal {

/// Writes segments of at most 1,024 messages and a day, whose first message has that number. Inside a transaction.
void append(Connection &connection, qint64 firstPush, const QList<JournalEntry> &entries);
/// Writes other bodies in the place of that segment's. Inside a transaction.
void replace(Connection &connection, qint64 firstPush, const QList<JournalEntry> &entries);

/// Opens a segment and lets `change` have each message, with its number; where it changed one, the segment is written
/// anew. Returns how many it changed. Inside a transaction, unless `isDryRun`: then nothing is written. DamagedSegment
/// where it can't be read.
qint64 rewrite(Connection &connection, const JournalSegment &segment,
               const std::function<bool(qint64 number, JournalEntry &entry)> &change, bool isDryRun = false);

/// One message by its number, while the journal still has it. DamagedSegment where it can't be read.
std::optional<JournalEntry> find(Connection &connection, qint64 pushNumber);

/// The first segment that begins with that number or a later one.
std::optional<JournalSegment> segmentFrom(Connection &connection, qint64 pushNumber);
/// The segment that holds that number, or else the last one before it.
std::optional<JournalSegment> segmentUpTo(Connection &connection, qint64 pushNumber);
/// For statements of one's own: the columns of a segment, and the one that such a row holds.
QString segmentColumns();
JournalSegment readSegment(const QSqlQuery &row);

/// The messages of a segment. Throws DamagedSegment unless checksum, count and arrivals fit.
QList<JournalEntry> open(const JournalSegment &segment);

/// Joins small neighbouring segments after that number into larger ones, inside a transaction of the caller's. Damaged
/// ones stay as they are. Returns the number up to which nothing is left to do.
qint64 compact(Connection &connection, qint64 fromPush);

/// Gives a few segments of before their checksums, inside a transaction. False when none is left to look at.
bool addChecksums(Connection &connection);

/// Drops segments whose newest message is older, of those that begin at most at message `lastPush`, and notes the gap.
/// Inside a transaction. Returns how many messages went.
qint64 dropOlderThan(Connection &connection, qint64 epochMs, qint64 lastPush = std::numeric_limits<qint64>::max());

QByteArray pack(const QList<JournalEntry> &entries);
QList<JournalEntry> unpack(const QByteArray &packed); ///< throws StoreError on a damaged one

} // namespace Journal
} // namespace callboard
