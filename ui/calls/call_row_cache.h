// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace callboard {

/// The calls of a long list that are in memory: pages of equal size, the least recently used ones dropped.
///
/// A plain class: it knows neither views nor queries. Rows that are looked up but not there are remembered as wanted,
/// so that all that a view asks for while it paints becomes one request. Used by one thread.
class CallRowCache
{
public:
    explicit CallRowCache(int pageRows = 128, int mostPages = 48);

    /// Forgets everything; the list now has that many rows.
    void reset(qint64 rows);
    qint64 rowCount() const { return m_rows; }
    int pageRows() const { return m_pageRows; }

    /// The call of a row, or nullptr; then its page is wanted from now on. The pointer lives until the next put() or
    /// reset().
    const CallRecord *find(qint64 row);
    /// The same without wanting it.
    const CallRecord *peek(qint64 row) const;

    /// Pages to ask for, the latest wanted first, at most `most`: older ones have been scrolled past and are forgotten.
    /// The pages returned count as asked for until put() or giveUp().
    QList<qint64> takeMissing(int most);
    bool hasMissing() const { return !m_wanted.isEmpty(); }

    /// A page has come. Ignored beyond the end of the list.
    void put(qint64 page, const QList<CallRecord> &calls);
    /// A newer image of a call that is held. Ignored for rows that are not.
    void replace(qint64 row, const CallRecord &call);
    /// A page will not come; it may be wanted again.
    void giveUp(qint64 page) { m_asked.remove(page); }
    void giveUpAll() { m_asked.clear(); }
    qsizetype heldPages() const { return m_pages.size(); }

private:
    struct Page
    {
        QList<CallRecord> calls;
        quint64 usedAt = 0;
    };
    void want(qint64 page);
    void evict();

    int m_pageRows;
    int m_mostPages;
    qint64 m_rows = 0;
    quint64 m_clock = 0;
    QHash<qint64, Page> m_pages;
    QList<qint64> m_wanted; ///< latest last
    QSet<qint64> m_asked;
};

} // namespace callboard
