// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/history_plan.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace callboard {

namespace {

constexpr qint64 SlotMs = 15 * 60'000;
constexpr qint64 DayMs = 86'400'000;
constexpr double Weekend = 0.35;

} // namespace

double busynessAt(qint64 timeMs)
{
    static constexpr std::array<double, 24> ByHour{0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.05,
                                                   0.50, 1.00, 1.30, 1.10, 0.45, 0.60, 1.10, 1.30,
                                                   1.20, 0.90, 0.50, 0.40, 0.20, 0.05, 0.02, 0.01};
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(timeMs);
    const double byDay = local.date().dayOfWeek() >= 6 ? Weekend : 1.0;
    return byDay * ByHour[static_cast<std::size_t>(local.time().hour())];
}

HistoryPlan::HistoryPlan(qint64 calls, int days, qint64 endMs, quint64 seed)
    : m_calls(calls)
    , m_random(seed ^ 0x415)
{
    const qint64 start = endMs - std::max(1, days) * DayMs;
    std::vector<double> weights;
    for (qint64 at = start; at < endMs; at += SlotMs) {
        m_slots.push_back({at, std::min(SlotMs, endMs - at), 0});
        weights.push_back(busynessAt(at) * (0.9 + 0.2 * m_random.uniform()));
    }
    share(weights);
}

void HistoryPlan::share(const std::vector<double> &weights)
{
    double total = 0;
    for (const double weight : weights)
        total += weight;
    double upTo = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        upTo += weights[i];
        m_slots[i].callsUpTo = std::llround(static_cast<double>(m_calls) * upTo / total);
    }
    m_slots.back().callsUpTo = m_calls;
}

std::optional<qint64> HistoryPlan::next()
{
    if (m_given >= m_calls)
        return std::nullopt;
    while (m_slots[m_slot].callsUpTo <= m_given)
        ++m_slot;
    const Slot &slot = m_slots[m_slot];
    const qint64 before = m_slot == 0 ? 0 : m_slots[m_slot - 1].callsUpTo;
    const auto place = static_cast<double>(m_given - before) + m_random.uniform();
    const auto inSlot = static_cast<double>(slot.callsUpTo - before);
    ++m_given;
    return slot.startMs + static_cast<qint64>(static_cast<double>(slot.lengthMs) * place / inSlot);
}

} // namespace callboard
