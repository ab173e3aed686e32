// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/value_tallies.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace callboard {

namespace {

constexpr qsizetype MostAtOnce = 4'000; ///< values whose tallies are kept at the first pass

quint64 hashOf(QByteArrayView value)
{
    static const size_t seed = QHashSeed::globalSeed();
    return qHash(value, seed);
}

void addTalk(Tally &tally, const GroupedCall &call)
{
    tally.talkMs += call.answered ? call.talkMs : 0; // all of them are outbound
}

Tally minus(Tally all, const Tally &part)
{
    for (auto member : {&Tally::calls, &Tally::attempts, &Tally::seizures, &Tally::connected, &Tally::answered,
                        &Tally::success, &Tally::awaiting, &Tally::awaitingSuccess, &Tally::lineFaults,
                        &Tally::timeouts, &Tally::reachedNetwork, &Tally::transfers, &Tally::talkMs})
        all.*member -= part.*member;
    return all;
}

bool comesFirst(const ValueTally &a, const ValueTally &b)
{
    return std::pair(-a.tally.attempts, a.value) < std::pair(-b.tally.attempts, b.value);
}

} // namespace

ValueTallies::ValueTallies(const FigureRules &rules, qsizetype most)
    : m_rules(rules)
    , m_most(most)
{ }

const Tally &ValueTallies::unitOf(const GroupedCall &call)
{
    QByteArray kind;
    kind.reserve(call.taskId.size() + call.result.size() + 2);
    kind.append(call.taskId).append('\0').append(call.result);
    kind.append(static_cast<char>('0' + int(call.basicOnly) + 2 * int(call.answered) + 4 * int(call.seized)));
    auto unit = m_units.find(kind);
    if (unit == m_units.end()) {
        const CellKey key{.taskId = m_texts.text(call.taskId),
                          .result = m_texts.text(call.result),
                          .basicOnly = call.basicOnly,
                          .outbound = true,
                          .answered = call.answered};
        CellSums sums;
        sums.calls = 1;
        sums.seized = call.seized ? 1 : 0;
        unit = m_units.insert(kind, tallyOf(key, sums, m_rules));
    }
    return *unit;
}

void ValueTallies::take(QByteArrayView value, const GroupedCall &call)
{
    const Tally &unit = unitOf(call);
    if (!m_isSecondPass) {
        ++m_attempts[hashOf(value)];
        m_others += unit; // all calls, until it is known which values are shown
        addTalk(m_others, call);
        if (m_isFull)
            return;
    }
    Tally &tally = tallyFor(value);
    tally += unit;
    addTalk(tally, call);
}

/// Where the call is counted; a value that is not shown has a place that is forgotten.
Tally &ValueTallies::tallyFor(QByteArrayView value)
{
    const auto key = QByteArray::fromRawData(value.data(), value.size());
    if (const auto known = m_tallies.find(key); known != m_tallies.end())
        return *known;
    if (!m_isSecondPass) {
        m_isFull = m_tallies.size() >= std::max(MostAtOnce, m_most + 1);
        return m_tallies[value.toByteArray()];
    }
    const qint64 attempts = m_attempts.value(hashOf(value));
    if (attempts == m_threshold)
        return tallyAmongEquals(storedText(value));
    return attempts > m_threshold ? m_tallies[value.toByteArray()] : m_forgotten;
}

/// Only the first values in their order stay. One that does belongs to them from its first call on.
Tally &ValueTallies::tallyAmongEquals(const QString &value)
{
    Tally &tally = m_equals[value];
    const auto room = static_cast<std::size_t>(m_most - m_above);
    if (m_equals.size() <= room)
        return tally;
    const bool isLast = std::prev(m_equals.end())->first == value;
    m_equals.erase(std::prev(m_equals.end()));
    return isLast ? m_forgotten : tally;
}

bool ValueTallies::wantsAnotherPass()
{
    if (m_isSecondPass || !m_isFull)
        return false;
    m_isSecondPass = true;
    m_tallies.clear();
    std::vector<qint64> attempts;
    attempts.reserve(m_attempts.size());
    for (const quint32 number : std::as_const(m_attempts))
        attempts.push_back(number);
    std::nth_element(attempts.begin(), attempts.begin() + (m_most - 1), attempts.end(), std::greater<>());
    m_threshold = attempts[static_cast<std::size_t>(m_most - 1)];
    m_above = std::count_if(attempts.begin(), attempts.end(), [this](qint64 n) { return n > m_threshold; });
    return true;
}

Pivot ValueTallies::result() const
{
    Pivot pivot;
    for (auto it = m_tallies.cbegin(); it != m_tallies.cend(); ++it)
        pivot.top.append({storedText(it.key()), it.value()});
    for (const auto &[value, tally] : m_equals)
        pivot.top.append({value, tally});
    std::sort(pivot.top.begin(), pivot.top.end(), comesFirst);
    // A single left-over value needs no less room than its sum.
    const auto values = static_cast<qsizetype>(m_attempts.size());
    if (values <= m_most + 1)
        return pivot;
    pivot.top.resize(m_most);
    pivot.otherValues = values - m_most;
    pivot.others = m_others;
    for (const ValueTally &shown : std::as_const(pivot.top))
        pivot.others = minus(pivot.others, shown.tally);
    return pivot;
}

} // namespace callboard
