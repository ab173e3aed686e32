// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

/// One message of the journal.
struct JournalEntry
{
    qint64 arrivedAt = 0; ///< epoch ms
    QString remote;
    QByteArray body;
};

/// The raw journal (table `push`): messages are numbered; a row holds those of one commit, compressed together.
namespace Journal {

/// Writes one segment whose first message has that number. Inside a transaction.
void append(Connection &connection, qint64 firstPush, const QList<JournalEntry> &entries);

/// One message by its number, while the journal still has it.
std::optional<JournalEntry> find(Connection &connection, qint64 pushNumber);

/// Joins small neighbouring segments after that number into larger ones, inside a transaction of the caller's. Returns
/// the number up to which nothing is left to do.
qint64 compact(Connection &connection, qint64 fromPush);

/// Drops segments whose newest message is older. Returns how many messages went.
qint64 dropOlderThan(Connection &connection, qint64 epochMs);

QByteArray pack(const QList<JournalEntry> &entries);
QList<JournalEntry> unpack(const QByteArray &segment); ///< throws StoreError on a damaged one

} // namespace Journal
} // namespace callboard
