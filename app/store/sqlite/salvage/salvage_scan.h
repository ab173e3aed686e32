// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/pages/page_tree.h"
#include "store/sqlite/salvage/salvage_tables.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace callboard {

/// What indexes still hold of a call.
struct IndexedCall
{
    QString uuid; ///< empty where only the list's index names it
    qint64 placedAt = 0; ///< epoch ms; 0 where only the index of uuids names it
    QString taskId;
};

/// Takes the rows out of the pages of a damaged store and puts them into a staging store of today's schema, where
/// statements can look at them. Every page is looked at, whether or not a tree still leads there. Belongs to the
/// staging connection's thread.
class SalvageScan
{
public:
    /// `look` is called now and then with pages done and in all; it may throw to end the scan.
    using Progress = std::function<void(qint64 done, qint64 all)>;
    SalvageScan(PageSource &source, Connection &stage, Progress progress);

    /// Inside a transaction of the caller's. Throws StoreError.
    void run();

    qint64 rows() const { return m_rows; }
    /// Rows that stand in a page and can't be read, by table.
    const QMap<QString, qint64> &brokenRows() const { return m_brokenRows; }
    /// Tables whose trees lead to pages that are gone.
    const QSet<QString> &brokenTrees() const { return m_brokenTrees; }
    /// Pages that hold nothing which could be told.
    qint64 unknownPages() const { return m_unknownPages; }
    /// True where the log was left out, because it belongs to another file.
    bool isLogLeftOut() const { return m_logLeftOut; }
    /// The store's counters (table meta) that could be read.
    const QMap<QString, qint64> &counters() const { return m_counters; }
    /// Calls that stand in indexes and whose rows were not found, by row number.
    const QMap<qint64, IndexedCall> &callsWithoutRow() const { return m_callsWithoutRow; }

private:
    enum class LogOrigin : quint8 { ThisStore, OtherStore, Unknown };
    struct Roots
    {
        QMap<qint64, const SalvageTable *> tables; ///< by root page
        QList<qint64> others; ///< of indexes
        qint64 faults = 0;
    };
    Roots findRoots(PageSet &seen) const;
    void guessRoots(Roots &roots) const;
    qint64 countFaults() const;
    void chooseLog();
    LogOrigin originOfLog() const;
    void takeTrees(PageSet &seen);
    void takeLostPages(const PageSet &seen);
    void takePage(const PageCells &page, const SalvageTable *table);
    void takeRecord(const CellRecord &record, const SalvageTable &table);
    void takeIndexPages();
    void takeIndexEntry(const CellRecord &record);
    const SalvageTable *tableOf(const CellRecord &record, bool inTable) const;
    void insert(const CellRecord &record, const SalvageTable &table);
    void countPage();

    PageSource &m_source;
    Connection &m_stage;
    const Progress m_progress;
    const QList<SalvageTable> m_tables;
    QHash<std::pair<const SalvageTable *, qsizetype>, QString> m_insertTexts;
    QSet<qint64> m_overflow; ///< pages that rows continue in
    QList<qint64> m_indexPages;
    QSet<qint64> m_callIds; ///< brought
    QMap<qint64, IndexedCall> m_callsWithoutRow;
    QMap<QString, qint64> m_brokenRows, m_counters;
    QSet<QString> m_brokenTrees;
    qint64 m_rows = 0, m_done = 0, m_unknownPages = 0;
    bool m_logLeftOut = false;
};

} // namespace callboard
