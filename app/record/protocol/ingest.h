// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_message.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>
#include <variant>

namespace callboard {

/// What became of an arrival.
enum class ReceiptKind : quint8 {
    Stored, ///< durable: the sender may be told "success"
    Kept, ///< refused, and durably kept in `rejected`
    Unavailable, ///< nothing was stored: the sender should try again later
};

/// The writer's answer to one arrival. `connection` and `sequence` come back exactly as they were offered.
struct Receipt
{
    quint64 connection = 0;
    quint64 sequence = 0;
    ReceiptKind kind = ReceiptKind::Unavailable;
};

/// Takes receipts. Called on the writer's thread, once per commit with all receipts for this sink; must return at once
/// (post to its own thread). Shared ownership: a sink outlives the arrivals that name it.
class ReceiptSink
{
public:
    ReceiptSink() = default;
    virtual ~ReceiptSink() = default;
    Q_DISABLE_COPY_MOVE(ReceiptSink)
    virtual void deliver(const QList<Receipt> &receipts) = 0;
};

/// One message on its way from the network to the store.
struct Arrival
{
    qint64 arrivedAt = 0; ///< epoch ms
    QString remote; ///< the sender's address
    QByteArray body; ///< as received; of a too large one its first 4 KiB
    PushKind ofAddress = PushKind::Record; ///< the kind that the address names to which it was sent
    PushContent content;
    std::shared_ptr<ReceiptSink> sink; ///< may be null: nobody waits
    quint64 connection = 0, sequence = 0; ///< opaque to the store, echoed in the receipt
    std::shared_ptr<void> memory{}; ///< what the receiver counts for it, given back when it is gone; may be null
};

/// What is known about the store's file since the program started.
enum class FileState : quint8 {
    Unknown, ///< not looked at, or the look could not be finished
    Checking,
    Sound, ///< when it was read at the start
    Damaged, ///< for good: nothing more is stored
};

/// How the store's ingest side is doing. A value, read from any thread.
struct IngestState
{
    qint64 queued = 0; ///< arrivals waiting
    qint64 queuedBytes = 0;
    bool writable = false; ///< false after a failed commit until one succeeds
    QString trouble; ///< what is wrong: English, for logs and health checks; empty when nothing is
    QString troubleCode; ///< the same in one word, such as "writing_full"
    FileState file = FileState::Unknown;
    bool retentionWaits = false; ///< nothing is removed for its age until the computer's clock is confirmed
    qint64 freeDiskBytes = -1; ///< on the store's volume; -1 unknown
    qint64 lastPushAt = 0; ///< epoch ms of the last stored arrival, 0 none yet
    qint64 commits = 0;
    qint64 committedArrivals = 0;
    qint64 acceptedBasic = 0, acceptedOutbound = 0, repeated = 0, refused = 0; ///< since the program started
    QMap<PushKind, qint64> acceptedOthers; ///< messages that are no records, since the program started
    qint64 largestBatch = 0;
};

/// Where arrivals go. All functions may be called from any thread and never block on the disk.
class ArrivalSink
{
public:
    ArrivalSink() = default;
    virtual ~ArrivalSink() = default;
    Q_DISABLE_COPY_MOVE(ArrivalSink)
    /// False, and nothing taken, when the queue is full or closed or the store is not writable: answer 503.
    virtual bool offer(Arrival &&arrival) = 0;
    virtual IngestState ingestState() const = 0;
};

} // namespace callboard
