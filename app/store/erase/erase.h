// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/found_bytes.h"
#include "store/database/store_url.h"
#include "store/erase/erasure_job.h"

#include <functional>

namespace callboard {

struct EraseOptions
{
    bool isDryRun = false; ///< only counts; works while the store is written
    bool atOnce = false; ///< messages younger than 30 days are not kept, hidden, either
    QString by{}; ///< "user@host", for the audit log
    std::function<void(qint64 done, qint64 all)> progress{};
    std::function<bool()> cancelled{}; ///< asked after every piece, a few milliseconds
};

/// What was erased where, and the proof.
struct EraseReport
{
    EraseCounts counts;
    QString numberHash; ///< as the audit log has it
    qint64 hiddenBefore = 0; ///< messages that earlier erasures of the number keep, hidden, now that this one is done
    qint64 dueAt = 0; ///< when what is hidden will be erased, epoch ms; 0: nothing is
    QMap<QString, qint64> remaining; ///< what a second reading of the whole store still found, by table
    QList<FoundBytes> found; ///< files in the store's folder that have the number's bytes
    QStringList copies; ///< other stores in that folder: not looked through, not touched
    /// Nothing of the number is left in the store but what is hidden.
    bool isProven() const;
};

/// Erases a person's number wherever the store has it, in one transaction, then reads all of it again and searches its
/// files byte by byte. Calls stay as counts. Needs the store for itself, but for a dry run. Takes seconds to minutes;
/// any worker thread. Throws StoreError, QueryCancelled when cancelled; the store is then as before.
EraseReport eraseNumber(const StoreUrl &url, const PersonNumber &number, const EraseOptions &options = {});

} // namespace callboard
