// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/event_loop_monitor.h"

#include "files/terminal_stream.h"

#include <ctime>
#include <utility>

namespace callboard {

namespace {

constexpr int BeatMs = 5;
constexpr qint64 StallNs = 50'000'000;

/// Processor time of the calling thread, ns.
qint64 threadCpuNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

} // namespace

EventLoopMonitor::EventLoopMonitor(QObject *parent)
    : QObject(parent)
{
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(BeatMs);
    connect(&m_beat, &QTimer::timeout, this, &EventLoopMonitor::beat);
    connect(&m_report, &QTimer::timeout, this, &EventLoopMonitor::print);
    m_sinceBeat.start();
    m_cpuAtBeat = threadCpuNs();
    m_beat.start();
}

void EventLoopMonitor::report(int everyMs)
{
    m_report.start(everyMs);
}

void EventLoopMonitor::beat()
{
    const qint64 away = qMax<qint64>(0, m_sinceBeat.nsecsElapsed() - BeatMs * 1'000'000LL);
    m_sinceBeat.restart();
    const qint64 cpu = threadCpuNs();
    m_worstCpuNs = qMax(m_worstCpuNs, cpu - std::exchange(m_cpuAtBeat, cpu));
    m_recentNs = qMax(m_recentNs, away);
    m_worstNs = qMax(m_worstNs, away);
    m_over50 += away > StallNs ? 1 : 0;
}

void EventLoopMonitor::print()
{
    TerminalStream(stderr) << "heartbeat: worst " << worstMs() << " ms, since the last line " << recentMs()
                           << " ms, over 50 ms: " << m_over50 << " times, own work at most "
                           << static_cast<double>(m_worstCpuNs) / 1e6 << " ms\n";
    m_recentNs = 0;
}

} // namespace callboard
