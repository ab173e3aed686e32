// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/ingest_queue.h"

namespace callboard {

bool IngestQueue::push(Arrival &&arrival)
{
    const qint64 size = arrival.body.size();
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_refusing || m_arrivals.size() >= m_maxArrivals || m_bytes + size > m_maxBytes)
            return false;
        wake = m_arrivals.isEmpty();
        m_arrivals.append(std::move(arrival));
        m_bytes += size;
    }
    if (wake)
        m_filled.notify_one();
    return true;
}

bool IngestQueue::pushTask(WriterTask task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_filled.notify_one();
    return true;
}

IngestQueue::Taken IngestQueue::take(int maxArrivals, std::chrono::milliseconds atMost)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, atMost, [this] { return m_closed || !m_arrivals.isEmpty() || !m_tasks.empty(); });
    Taken taken;
    taken.tasks.swap(m_tasks);
    if (m_arrivals.size() <= maxArrivals) {
        taken.arrivals.swap(m_arrivals);
        m_bytes = 0;
    } else {
        taken.arrivals = m_arrivals.first(maxArrivals);
        m_arrivals.remove(0, maxArrivals);
        for (const Arrival &arrival : std::as_const(taken.arrivals))
            m_bytes -= arrival.body.size();
    }
    taken.closed = m_closed && taken.arrivals.isEmpty() && taken.tasks.empty();
    return taken;
}

void IngestQueue::setRefusing(bool refusing)
{
    const std::lock_guard lock(m_mutex);
    m_refusing = refusing;
}

void IngestQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_filled.notify_all();
}

qint64 IngestQueue::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_arrivals.size();
}

qint64 IngestQueue::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace callboard
