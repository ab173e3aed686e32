// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "push_load.h"

#include <QString>
#include <QStringList>

/// A store with the calls of two months, of which retention is to keep 30 days, and what has to be true of it whatever
/// ends that retention, and whenever. Some of the old calls' messages came late, beside those of calls that stay.
class KeptStore
{
public:
    /// Makes the store in a new file; its newest message is of now, so that the clock is trusted.
    void make(const QString &storeFile);
    /// Parts of the calls that are to stay.
    const ConfirmedParts &kept() const { return m_kept; }
    void confirm(const ConfirmedParts &more) { m_kept.insert(more); }

    /// What `serve` needs to keep that long.
    static QStringList options() { return {QStringLiteral("--keep-calls"), QStringLiteral("30")}; }
    /// No call is left that is to go; of a store that may be in use.
    static bool isDone(const QString &storeFile);

    /// Opens the store as its writer would: every call that is to stay is there, and every other one is counted once,
    /// in its quarter hour; then lets retention go on to its end, and looks again. One sentence for each fault.
    QStringList faults(const QString &storeFile) const;

private:
    QStringList faultsNow(const QString &storeFile) const;

    ConfirmedParts m_kept;
    qint64 m_until = 0; ///< before it is what goes, epoch ms
    QStringList m_counts; ///< of before that moment
};
