// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/call_row_cache.h"

#include <algorithm>

namespace callboard {

CallRowCache::CallRowCache(int pageRows, int mostPages)
    : m_pageRows(pageRows)
    , m_mostPages(mostPages)
{ }

void CallRowCache::reset(qint64 rows)
{
    m_rows = rows;
    m_pages.clear();
    m_wanted.clear();
    m_asked.clear();
}

const CallRecord *CallRowCache::find(qint64 row)
{
    const qint64 page = row / m_pageRows;
    const auto found = m_pages.find(page);
    if (found != m_pages.end()) {
        found->usedAt = ++m_clock;
        return peek(row);
    }
    want(page);
    return nullptr;
}

const CallRecord *CallRowCache::peek(qint64 row) const
{
    const auto found = m_pages.constFind(row / m_pageRows);
    if (row < 0 || row >= m_rows || found == m_pages.constEnd())
        return nullptr;
    const qsizetype inside = row % m_pageRows;
    return inside < found->calls.size() ? &found->calls.at(inside) : nullptr;
}

void CallRowCache::want(qint64 page)
{
    if (page < 0 || page * m_pageRows >= m_rows || m_asked.contains(page))
        return;
    if (!m_wanted.isEmpty() && m_wanted.constLast() == page)
        return;
    m_wanted.removeOne(page);
    m_wanted.append(page);
}

QList<qint64> CallRowCache::takeMissing(int most)
{
    QList<qint64> pages;
    while (!m_wanted.isEmpty() && pages.size() < most)
        pages.append(m_wanted.takeLast());
    m_wanted.clear();
    for (const qint64 page : std::as_const(pages))
        m_asked.insert(page);
    return pages;
}

void CallRowCache::put(qint64 page, const QList<CallRecord> &calls)
{
    m_asked.remove(page);
    m_wanted.removeOne(page);
    if (page < 0 || page * m_pageRows >= m_rows)
        return;
    m_pages.insert(page, {calls, ++m_clock});
    evict();
}

void CallRowCache::replace(qint64 row, const CallRecord &call)
{
    const auto found = m_pages.find(row / m_pageRows);
    if (found != m_pages.end() && row % m_pageRows < found->calls.size())
        found->calls[row % m_pageRows] = call;
}

void CallRowCache::evict()
{
    while (m_pages.size() > m_mostPages) {
        const auto oldest = std::min_element(m_pages.begin(), m_pages.end(),
                                             [](const Page &a, const Page &b) { return a.usedAt < b.usedAt; });
        m_pages.erase(oldest);
    }
}

} // namespace callboard
