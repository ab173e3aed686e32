// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/latency_histogram.h"
#include "simulator/message_source.h"
#include "simulator/platform_connection.h"
#include "simulator/simulation_report.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <queue>
#include <vector>

namespace callboard {

/// Where to push, and what.
struct SimulatorConfig
{
    QUrl url; ///< http://HOST:PORT/PATH
    QByteArray token; ///< sent as `Authorization: Bearer` when not empty
    int connections = 8;
    int retries = 3; ///< further tries of a message that was not answered with success
    qint64 retryPauseMs = 300; ///< before the first further try; doubled each time
    qint64 answerLimitMs = 15'000; ///< an answer later than this counts as none
    SourceConfig source; ///< `startMs` 0: now
};

/// Behaves as the dialling platform over real HTTP: two messages per outbound call, disorder, repeats, losses, and
/// retries when the answer is not 200 `"success"`. Asynchronous; lives in one thread with an event loop.
class Simulator : public QObject
{
    Q_OBJECT

public:
    explicit Simulator(const SimulatorConfig &config, QObject *parent = nullptr);
    ~Simulator() override;

    /// Begins; once only.
    void start();
    /// Sends nothing new; finished() follows once the requests under way are answered.
    void stop();

    SimulationReport report() const;
    /// What a fresh store must say of all that was to be sent; complete with finished() of a run that was not stopped.
    QJsonObject expectation() const { return m_source.expectation().toJson(); }

Q_SIGNALS:
    /// About once a second while running.
    void progress(const callboard::SimulationReport &report);
    /// A message of this call was answered with success.
    void acknowledged(const QByteArray &callUuid);
    /// The last signal. Never emitted from inside start() or stop().
    void finished(const callboard::SimulationReport &report);

private:
    struct Line; ///< one connection and the message on it
    struct Again
    {
        qint64 dueMs;
        SimulatedMessage message;
        bool operator>(const Again &o) const { return dueMs > o.dueMs; }
    };

    void pump();
    bool giveWork(Line &line);
    std::optional<SimulatedMessage> takeDue();
    std::optional<qint64> msToNextDue();
    void post(Line &line, SimulatedMessage message);
    void onAnswer(Line &line, const PushAnswer &answer);
    void retryOrFail(SimulatedMessage message);
    void giveUpLateAnswers();
    void waitOrFinish();
    std::size_t busyLines() const;

    SimulatorConfig m_config;
    MessageSource m_source;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::priority_queue<Again, std::vector<Again>, std::greater<>> m_again;
    LatencyHistogram m_latencies;
    SimulationReport m_report;
    QElapsedTimer m_clock;
    qint64 m_endedMs = -1;
    QTimer m_wake, m_tick;
    bool m_stopping = false;
};

} // namespace callboard
