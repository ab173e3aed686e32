// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/history/history_producer.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr std::size_t ChunkSize = 1'000;
constexpr std::size_t MostReady = 8;
constexpr qint64 BasicLagMs = 180;
constexpr qint64 OutboundLagMs = 1'100;

HistoryMessage parsed(qint64 arrivedAt, const QByteArray &body)
{
    return {arrivedAt, body, std::get<PartMessage>(parsePush(body))};
}

} // namespace

HistoryProducer::HistoryProducer(const GeneratorConfig &config, HistoryPlan plan, qint64 now)
    : m_generator(config)
    , m_plan(std::move(plan))
    , m_now(now)
    , m_thread([this] { produce(); })
{ }

HistoryProducer::~HistoryProducer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_unwanted = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

HistoryProducer::Chunk HistoryProducer::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty() || m_ended; });
    if (m_ready.empty())
        return {};
    Chunk chunk = std::move(m_ready.front());
    m_ready.pop_front();
    lock.unlock();
    m_changed.notify_all();
    return chunk;
}

void HistoryProducer::produce()
{
    Chunk chunk;
    bool wanted = true;
    while (wanted && addCall(chunk)) {
        if (chunk.size() >= ChunkSize)
            wanted = hand(std::exchange(chunk, {}));
    }
    if (wanted && !chunk.empty())
        hand(std::move(chunk));
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_all();
}

bool HistoryProducer::addCall(Chunk &chunk)
{
    const auto hangup = m_plan.next();
    if (!hangup)
        return false;
    const SimulatedCall call = m_generator.next(*hangup);
    chunk.push_back(parsed(std::min(m_now, call.hangupMs + BasicLagMs), call.basicBody));
    if (!call.outboundBody.isEmpty())
        chunk.push_back(parsed(std::min(m_now, call.hangupMs + OutboundLagMs), call.outboundBody));
    return true;
}

bool HistoryProducer::hand(Chunk &&chunk)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ready.size() < MostReady || m_unwanted; });
    if (m_unwanted)
        return false;
    m_ready.push_back(std::move(chunk));
    lock.unlock();
    m_changed.notify_all();
    return true;
}

} // namespace callboard
