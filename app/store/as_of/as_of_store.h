// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"
#include "store/database/private_folder.h"
#include "store/database/snapshot.h"

#include <QDir>

#include <functional>
#include <optional>

namespace callboard {

/// What a store of a past moment holds, and what of it could not be reconstructed.
struct AsOfFacts
{
    qint64 at = 0; ///< the moment, epoch ms
    qint64 calls = 0; ///< that were known then
    qint64 rebuilt = 0; ///< of these: messages came later, so that they were made anew from those of then
    qint64 shownAsNow = 0; ///< of these: messages came later, but those of then are no longer kept
    bool hasMessageCounts = true; ///< false: the journal does not reach back, accepted and repeated count calls' parts
};

struct AsOfOptions
{
    QString folder = QDir::tempPath(); ///< in which the private folder is made
    qint64 leaveFreeBytes = 256LL * 1024 * 1024; ///< on the volume of that folder
};

/// The store as it was known at a moment: made of what had arrived by then, in a private file that is gone with this
/// object. Any question that a reading connection answers can be asked of it.
///
/// Calls without later messages are copied, the others are merged again from the journal by the code that merges all
/// calls; rollups, contacts, refused messages and counters follow. What people decided has no history: campaigns have
/// today's names, list sizes and rules, codes those of today's meanings that held then. The journal itself, alerts and
/// the audit log are left out. Needs little memory whatever the store's size, and about as much disk as the calls in
/// it.
class AsOfStore
{
public:
    using Progress = std::function<void(qint64 done, qint64 all)>;
    using Cancelled = std::function<bool()>;

    /// Makes it on the thread of `now`, a reading connection outside of a transaction; from then on, and for as long as
    /// this lives, `now` reads the one moment that this was made from. Interrupting `now` stops both. `progress` and
    /// `cancelled` are called many times a second and may be empty. Throws StoreError, QueryCancelled when cancelled;
    /// no file is left then.
    AsOfStore(Connection &now, qint64 at, const Progress &progress = {}, const Cancelled &cancelled = {},
              const AsOfOptions &options = {});

    Connection &connection() { return *m_connection; } ///< reads the store of then
    Connection &now() { return m_now; } ///< reads the store of now
    const AsOfFacts &facts() const { return m_facts; }

private:
    void make(const Progress &progress, const Cancelled &cancelled);
    void checkRoom(const AsOfOptions &options) const;
    StoreUrl url() const { return StoreUrl::ofFile(m_folder.filePath(QStringLiteral("known.db"))); }

    Connection &m_now;
    PrivateFolder m_folder;
    AsOfFacts m_facts;
    std::optional<Snapshot> m_snapshot;
    std::optional<Connection> m_connection;
};

} // namespace callboard
