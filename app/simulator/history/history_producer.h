// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_message.h"
#include "simulator/call_generator.h"
#include "simulator/history_plan.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace callboard {

/// A message of invented history, read already.
struct HistoryMessage
{
    qint64 arrivedAt = 0; ///< epoch ms
    QByteArray body;
    PartMessage message;
};

/// Invents and parses history on a thread of its own, so that the thread with the store only stores. A few chunks
/// ahead, no more. Belongs to the thread that takes.
class HistoryProducer
{
public:
    using Chunk = std::vector<HistoryMessage>;

    /// No message arrives after `now` (epoch ms).
    HistoryProducer(const GeneratorConfig &config, HistoryPlan plan, qint64 now);
    /// Stops the thread, also before its end.
    ~HistoryProducer();
    Q_DISABLE_COPY_MOVE(HistoryProducer)

    /// The next messages, in time order of their calls; empty when that was all.
    Chunk take();
    /// Only once take() gave nothing.
    const CallGenerator &generator() const { return m_generator; }

private:
    void produce();
    bool addCall(Chunk &chunk);
    bool hand(Chunk &&chunk);

    CallGenerator m_generator;
    HistoryPlan m_plan;
    const qint64 m_now;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Chunk> m_ready;
    bool m_ended = false, m_unwanted = false;
    std::thread m_thread;
};

} // namespace callboard
