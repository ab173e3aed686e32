// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/ingest.h"
#include "store/database/store_url.h"
#include "store/journal/journal_gaps.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace callboard {

/// How much a verification reads of one state of the store.
struct VerifyPieces
{
    qint64 calls = 200'000;
    qint64 contacts = 100'000;
    std::function<void(Connection &)> begun{}; ///< called at the beginning of every piece; for tests
};

/// What `callboardctl verify` found. Empty differences: everything can be recounted.
struct VerifyReport
{
    QStringList differences; ///< one sentence each; at most 100, then one that counts the rest
    qint64 calls = 0, rollups = 0, contacts = 0, pushes = 0;
    qint64 unreadable = 0; ///< messages in damaged segments of the journal
    qint64 wrongFigures = 0; ///< differences that counting anew mends, see rebuildStore()
    QList<JournalGap> gaps; ///< messages that are gone, as it was noted when they went: no difference
    qint64 recountedSince = 0; ///< epoch ms: the calls before are no longer kept, only their counts; 0: all are
    bool isClean() const { return differences.isEmpty(); }
};

/// Database integrity; every rollup and contact recounted from the calls by SQL of its own; every segment of the
/// journal read, unpacked and counted, and that the messages which calls name are theirs. Works while the store is
/// written: it reads pieces, each of one state, so that a large store does not keep the log growing. Throws StoreError.
VerifyReport verifyStore(const StoreUrl &url, const VerifyPieces &pieces = {});

/// What a rebuild made and what it left alone.
struct RebuildReport
{
    qint64 messages = 0; ///< that the journal has and that can be read
    qint64 callsMade = 0; ///< made again from their messages
    qint64 callsLeft = 0; ///< as they were: the journal does not have all of their messages
    qint64 callsGone = 0; ///< of before `keptSince`: no longer kept, so there is nothing to make; their counts stay
    qint64 keptSince = 0; ///< epoch ms; 0: all calls are kept
    qint64 unreadable = 0; ///< messages that this version does not take; their calls are left as they were
    QStringList damage; ///< a sentence for each segment that can't be read
    qint64 damagedMessages = 0; ///< of those segments
    QList<JournalGap> gaps; ///< messages that are gone
    /// False where messages are missing that should be there.
    bool isWhole() const;
};

/// Makes calls anew from the journal where it has all of their messages, and leaves the others as they are; rollups,
/// contacts and counters are then those of all calls. Messages found missing are noted as a gap. Needs the store for
/// itself. `progress` gets messages done and in all. Throws StoreError; the store is then as before.
RebuildReport rebuildStore(const StoreUrl &url, const std::function<void(qint64, qint64)> &progress = {});

/// Writes the whole file anew, without free pages; a store of an older program then shrinks by itself, too, when calls
/// are removed. Needs the store for itself and as much free disk as it takes. Throws StoreError; the store is then as
/// before.
struct CompactReport
{
    qint64 bytesBefore = 0, bytesAfter = 0;
};
CompactReport compactStore(const StoreUrl &url);

/// Bulk entry for believable history: the same merge, rollups and journal as the writer's, in large commits, synced
/// once at the end. Needs the store for itself. Not thread-safe; use from one thread.
class BulkLoader
{
public:
    explicit BulkLoader(const StoreUrl &url); ///< throws StoreError
    ~BulkLoader();
    Q_DISABLE_COPY_MOVE(BulkLoader)
    void add(qint64 arrivedAt, const QByteArray &body); ///< throws StoreError
    void addParsed(qint64 arrivedAt, const QByteArray &body, const PushContent &content);
    void finish(); ///< commits, indexes, syncs; throws StoreError
    void setTask(const QString &taskId, const QString &alias, qint64 listSize);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace callboard
