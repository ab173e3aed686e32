// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/message_source.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace callboard {

namespace {

constexpr double WaveMs = 7 * 60'000.0; ///< how the pace of endless campaigns swells and ebbs
constexpr double WaveShare = 0.5;

/// Unpaced calls hang up in the past, so that the last one ends as the run begins.
qint64 baseOf(const SourceConfig &config)
{
    if (config.rate > 0 || config.calls <= 0)
        return config.startMs;
    return config.startMs
        - static_cast<qint64>(static_cast<double>(config.calls) * 1000.0 / MessageSource::UnpacedRate);
}

} // namespace

MessageSource::MessageSource(const SourceConfig &config)
    : m_config(config)
    , m_generator(config.generator)
    , m_random(mixed(config.generator.seed, 0x5E9D))
    , m_baseMs(baseOf(config))
{ }

std::optional<qint64> MessageSource::nextDueMs()
{
    planAhead();
    return m_planned.empty() ? std::nullopt : std::optional(m_planned.top().dueMs);
}

SimulatedMessage MessageSource::take()
{
    SimulatedMessage message = m_planned.top().message;
    m_planned.pop();
    return message;
}

/// A message may only leave when no call that is still to come could have one that is due before it.
void MessageSource::planAhead()
{
    while ((isEndless() || m_callCount < m_config.calls)
           && (m_planned.empty() || m_nextCallMs <= static_cast<double>(m_planned.top().dueMs)))
        planCall();
}

double MessageSource::gapToNextCall()
{
    if (!isEndless())
        return 1000.0 / (m_config.rate > 0 ? m_config.rate : UnpacedRate);
    const double wave = 1.0 + WaveShare * std::sin(2 * std::numbers::pi * m_nextCallMs / WaveMs);
    const double rate = (m_config.rate > 0 ? m_config.rate : EndlessRate) * wave;
    return m_random.exponential(1000.0 / rate);
}

void MessageSource::planCall()
{
    const auto now = static_cast<qint64>(m_nextCallMs);
    const SimulatedCall call = m_generator.next(m_baseMs + now);
    ++m_callCount;
    m_nextCallMs += gapToNextCall();
    qint64 first = now + m_random.between(20, 300);
    qint64 second = first + m_random.logNormal(900, 0.7);
    if (m_random.chance(m_config.disorder)) {
        std::swap(first, second);
        first += m_random.logNormal(2'000, 0.9);
        second += m_random.logNormal(2'000, 0.9);
    }
    const bool basicSent = planMessage(call, call.basicBody, first);
    const bool outboundSent = !call.outboundBody.isEmpty() && planMessage(call, call.outboundBody, second);
    if (!isEndless())
        m_expectation.addCall(call, m_generator.campaigns().at(call.campaign), basicSent, outboundSent);
}

bool MessageSource::planMessage(const SimulatedCall &call, const QByteArray &body, qint64 dueMs)
{
    if (m_random.chance(m_config.lost))
        return false;
    m_planned.push({dueMs, m_order++, {call.uuid, body, 0}});
    if (!m_random.chance(m_config.duplicates))
        return true;
    m_planned.push({dueMs + m_random.logNormal(5'000, 1.2), m_order++, {call.uuid, body, 0}});
    if (!isEndless())
        m_expectation.addCopy();
    return true;
}

} // namespace callboard
