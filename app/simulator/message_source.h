// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/expectation.h"

#include <optional>
#include <queue>
#include <vector>

namespace callboard {

/// One message on its way to the receiver. Bodies are shared between copies.
struct SimulatedMessage
{
    QByteArray uuid; ///< of its call
    QByteArray body;
    int failures = 0;
};

/// What to send, and how disorderly. Probabilities are 0..1.
struct SourceConfig
{
    GeneratorConfig generator;
    qint64 calls = 1'000; ///< 0: without end
    double rate = 0; ///< calls a second; 0: as many as can be sent, hung up at the pace of `UnpacedRate`
    double disorder = 0; ///< of calls: outbound part first, both parts shuffled among other calls'
    double duplicates = 0; ///< of messages: sent once more, sometimes much later
    double lost = 0; ///< of messages: never sent
    qint64 startMs = 0; ///< epoch ms at which the run begins
};

/// Turns generated calls into messages in the order in which the platform would send them. Time here is milliseconds
/// since the run began, on paper: who sends decides whether to wait for it. Without end there is no expectation.
class MessageSource
{
public:
    static constexpr double UnpacedRate = 20; ///< calls a second on paper, when nobody waits
    static constexpr double EndlessRate = 12; ///< calls a second on average, when none is asked for and there is no end

    explicit MessageSource(const SourceConfig &config);

    /// When the next message is due; nothing when all have been taken.
    std::optional<qint64> nextDueMs();
    /// The next message. Only while nextDueMs() has a value.
    SimulatedMessage take();
    /// What the store must say of all messages, complete once nextDueMs() has no value.
    const Expectation &expectation() const { return m_expectation; }

private:
    struct Planned
    {
        qint64 dueMs;
        qint64 order; ///< keeps equal times in the order of planning
        SimulatedMessage message;
        bool operator>(const Planned &o) const { return dueMs != o.dueMs ? dueMs > o.dueMs : order > o.order; }
    };

    bool isEndless() const { return m_config.calls <= 0; }
    void planAhead();
    void planCall();
    double gapToNextCall();
    bool planMessage(const SimulatedCall &call, const QByteArray &body, qint64 dueMs);

    SourceConfig m_config;
    CallGenerator m_generator;
    Random m_random; ///< of its own, so that disorder does not change the calls
    Expectation m_expectation;
    std::priority_queue<Planned, std::vector<Planned>, std::greater<>> m_planned;
    double m_nextCallMs = 0;
    qint64 m_callCount = 0;
    qint64 m_order = 0;
    qint64 m_baseMs; ///< epoch ms of the time 0
};

} // namespace callboard
