// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_sink.h"

#include <QMutexLocker>

#include <algorithm>

namespace callboard {

Receipt FakeSink::receiptOf(const Arrival &arrival, bool available)
{
    const ReceiptKind kind = std::holds_alternative<Refusal>(arrival.content) ? ReceiptKind::Kept : ReceiptKind::Stored;
    return Receipt{arrival.connection, arrival.sequence, available ? kind : ReceiptKind::Unavailable};
}

void FakeSink::setMode(Mode mode)
{
    const QMutexLocker locker(&m_mutex);
    m_mode = mode;
}

void FakeSink::setState(const IngestState &state)
{
    const QMutexLocker locker(&m_mutex);
    m_state = state;
}

bool FakeSink::offer(Arrival &&arrival)
{
    const QMutexLocker locker(&m_mutex);
    if (m_mode == Mode::Full)
        return false;
    m_arrivals.append(arrival);
    if (m_mode == Mode::Hold)
        m_held.append(arrival);
    else if (arrival.sink)
        arrival.sink->deliver({receiptOf(arrival, m_mode == Mode::Answer)});
    return true;
}

IngestState FakeSink::ingestState() const
{
    const QMutexLocker locker(&m_mutex);
    return m_state;
}

QList<Arrival> FakeSink::arrivals() const
{
    const QMutexLocker locker(&m_mutex);
    return {m_arrivals.begin(), m_arrivals.end()}; // a list of its own: offer() goes on in the shared one
}

qsizetype FakeSink::count() const
{
    const QMutexLocker locker(&m_mutex);
    return m_arrivals.size();
}

void FakeSink::release(bool backwards)
{
    const QMutexLocker locker(&m_mutex);
    if (backwards)
        std::reverse(m_held.begin(), m_held.end());
    QList<Receipt> receipts;
    for (const Arrival &arrival : std::as_const(m_held))
        receipts.append(receiptOf(arrival, true));
    if (!m_held.isEmpty())
        m_held.first().sink->deliver(receipts);
    m_held.clear();
}

} // namespace callboard
