// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace callboard {

/// Measures how long the GUI thread is away from its event loop: a beat every few ms, and the longest time between two.
/// Beside it stands the longest time that the thread itself worked between two beats: on a busy machine the rest is
/// waiting for a processor.
/// Lives on the thread it measures.
class EventLoopMonitor : public QObject
{
    Q_OBJECT
public:
    explicit EventLoopMonitor(QObject *parent = nullptr);

    double worstMs() const { return static_cast<double>(m_worstNs) / 1e6; } ///< since the start
    double recentMs() const { return static_cast<double>(m_recentNs) / 1e6; } ///< since the last report
    /// The longest own work between two beats.
    double worstOwnMs() const { return static_cast<double>(m_worstCpuNs) / 1e6; }
    /// Prints worst and recent stall on stderr every `everyMs`.
    void report(int everyMs);

private:
    void beat();
    void print();
    QTimer m_beat, m_report;
    QElapsedTimer m_sinceBeat;
    qint64 m_worstNs = 0, m_recentNs = 0, m_over50 = 0;
    qint64 m_cpuAtBeat = 0, m_worstCpuNs = 0;
};

} // namespace callboard
