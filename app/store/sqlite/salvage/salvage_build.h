// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/apply/batch_applier.h"
#include "store/sqlite/salvage/salvage.h"
#include "store/sqlite/salvage/salvage_scan.h"

#include <QHash>

namespace callboard {

/// Makes a new store from the rows that a SalvageScan found. The staging store is attached to the new one's connection
/// as `source`; everything happens in one transaction of the caller's. Throws StoreError.
///
/// Messages whose segments have a checksum that fits are the truth: calls that they cover are made from them. Other
/// calls are taken as their rows stand, and later messages are merged into them.
class SalvageBuild
{
public:
    SalvageBuild(Connection &connection, const SalvageScan &scan, const SalvageOptions &options);

    SalvageReport run();

private:
    void copyTables();
    void readSegments();
    void readSegment(const JournalSegment &segment);
    void dropContradictions();
    void adoptCalls(const QString &condition);
    void replayMessages();
    qint64 rowOf(const QString &uuid);
    void count();
    void keepPastCounts();
    void setCounter(const QString &name, qint64 atLeast);
    void listMissing();
    void listGaps();
    void listCalls();
    bool isBrought(const IndexedCall &call);
    void listHeads();
    void listTables();
    qint64 number(const QString &sql);
    void reportProgress(SalvageOptions::Phase phase, qint64 done, qint64 all) const;

    Connection &m_connection;
    const SalvageScan &m_scan;
    const SalvageOptions &m_options;
    BatchApplier m_applier;
    QHash<QString, qint64> m_idsInIndex; ///< of calls without a row
    qint64 m_lastPush = 0; ///< of the segment before
    qint64 m_nextId = 1;
    const qint64
        m_keptSince; ///< before that only counts are kept, and what is left of calls goes; epoch ms, 0: all are kept
    qint64 m_pastCalls = 0; ///< in those counts
    qint64 m_untaken = 0; ///< messages that this version does not accept
    SalvageReport m_report;
};

} // namespace callboard
