// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/ingest.h"
#include "store/store_url.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace callboard {

/// What `callboardctl verify` found. Empty differences: everything can be recounted.
struct VerifyReport
{
    QStringList differences; ///< one sentence each; at most 100, then one that counts the rest
    qint64 calls = 0, rollups = 0, contacts = 0, pushes = 0;
    bool isClean() const { return differences.isEmpty(); }
};

/// Database integrity, and every rollup and contact recounted from the calls by SQL of its own. Works while the store
/// is written: it reads one snapshot. Throws StoreError.
VerifyReport verifyStore(const StoreUrl &url);

/// Makes calls, contacts and rollups anew from the journal. Needs the store for itself. `progress` gets messages done
/// and in all. Calls whose journal has been dropped stay as they are. Throws StoreError; the store is then as before.
qint64 rebuildStore(const StoreUrl &url, const std::function<void(qint64, qint64)> &progress = {});

/// A consistent copy while the receiver runs, written beside `file` (with ".part" behind its name) and renamed once it
/// is on the disk. `cancelled` is asked on the calling thread every few milliseconds; when it says so, nothing is left
/// of the copy, an older file of that name stays, and QueryCancelled is thrown. Throws StoreError, also where `file` is
/// the store itself or another one that is being written.
void backupStore(const StoreUrl &url, const QString &file, const std::function<bool()> &cancelled = {});

/// Bulk entry for believable history: the same merge, rollups and journal as the writer's, in large commits, synced
/// once at the end. Needs the store for itself. Not thread-safe; use from one thread.
class BulkLoader
{
public:
    explicit BulkLoader(const StoreUrl &url); ///< throws StoreError
    ~BulkLoader();
    Q_DISABLE_COPY_MOVE(BulkLoader)
    void add(qint64 arrivedAt, const QByteArray &body); ///< throws StoreError
    void addParsed(qint64 arrivedAt, const QByteArray &body, const PartMessage &message);
    void finish(); ///< commits, indexes, syncs; throws StoreError
    void setTask(const QString &taskId, const QString &alias, qint64 listSize);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace callboard
