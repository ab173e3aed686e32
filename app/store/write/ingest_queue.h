// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/ingest.h"

#include <QList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace callboard {

/// What the writer is asked to do beside arrivals; runs on the writer's thread.
using WriterTask = std::function<void()>;

/// The bounded queue between the receiver and the writer. All functions may be called from any thread; only take()
/// waits.
class IngestQueue
{
public:
    IngestQueue(qint64 maxArrivals, qint64 maxBytes)
        : m_maxArrivals(maxArrivals)
        , m_maxBytes(maxBytes)
    { }

    /// False, and nothing taken, when full, closed or refusing.
    bool push(Arrival &&arrival);
    /// Tasks are never refused before close(); they run between batches.
    bool pushTask(WriterTask task);

    struct Taken
    {
        QList<Arrival> arrivals;
        std::vector<WriterTask> tasks;
        bool closed = false; ///< closed, and nothing is left
    };
    /// Waits until there is something, the queue is closed, or the time is over; takes all, at most so many arrivals.
    Taken take(int maxArrivals, std::chrono::milliseconds atMost);

    /// While refusing, push() takes nothing; what is queued stays.
    void setRefusing(bool refusing);
    void close();

    qint64 size() const;
    qint64 bytes() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    QList<Arrival> m_arrivals;
    std::vector<WriterTask> m_tasks;
    const qint64 m_maxArrivals, m_maxBytes;
    qint64 m_bytes = 0;
    bool m_refusing = false, m_closed = false;
};

} // namespace callboard
