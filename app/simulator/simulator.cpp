// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulator.h"

#include <QDateTime>

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

SourceConfig withStart(SourceConfig config)
{
    if (config.startMs == 0)
        config.startMs = QDateTime::currentMSecsSinceEpoch();
    return config;
}

} // namespace

struct Simulator::Line
{
    Line(const QUrl &url, const QByteArray &token)
        : connection(url, token)
    { }
    PlatformConnection connection;
    SimulatedMessage message;
    qint64 sentNs = 0;
};

Simulator::Simulator(const SimulatorConfig &config, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_source(withStart(config.source))
{
    for (int i = 0; i < std::max(1, config.connections); ++i) {
        Line &line = *m_lines.emplace_back(std::make_unique<Line>(config.url, config.token));
        connect(&line.connection, &PlatformConnection::answered, this,
                [this, &line](const PushAnswer &answer) { onAnswer(line, answer); });
    }
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &Simulator::pump);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        giveUpLateAnswers();
        Q_EMIT progress(report());
    });
}

Simulator::~Simulator() = default;

void Simulator::start()
{
    m_clock.start();
    m_tick.start(1s);
    m_wake.start(0);
}

void Simulator::stop()
{
    m_stopping = true;
    m_again = {};
    m_wake.start(0);
}

SimulationReport Simulator::report() const
{
    SimulationReport report = m_report;
    const qint64 elapsed = m_endedMs >= 0 ? m_endedMs : (m_clock.isValid() ? m_clock.elapsed() : 0);
    report.seconds = static_cast<double>(elapsed) / 1000.0;
    report.rate = elapsed > 0 ? static_cast<double>(report.acked) / report.seconds : 0;
    report.p50Ms = m_latencies.percentileMs(0.50);
    report.p90Ms = m_latencies.percentileMs(0.90);
    report.p99Ms = m_latencies.percentileMs(0.99);
    report.maxMs = m_latencies.maxMs();
    return report;
}

void Simulator::pump()
{
    if (m_endedMs >= 0)
        return;
    for (const auto &line : m_lines) {
        if (!line->connection.isBusy() && !giveWork(*line))
            break;
    }
    waitOrFinish();
}

bool Simulator::giveWork(Line &line)
{
    std::optional<SimulatedMessage> message = takeDue();
    if (!message)
        return false;
    post(line, std::move(*message));
    return true;
}

std::optional<SimulatedMessage> Simulator::takeDue()
{
    if (m_stopping)
        return std::nullopt;
    if (!m_again.empty() && m_again.top().dueMs <= m_clock.elapsed()) {
        SimulatedMessage message = m_again.top().message;
        m_again.pop();
        return message;
    }
    const auto due = m_source.nextDueMs();
    const bool paced = m_config.source.rate > 0 || m_config.source.calls <= 0;
    if (!due || (paced && *due > m_clock.elapsed()))
        return std::nullopt;
    ++m_report.sent;
    return m_source.take();
}

std::optional<qint64> Simulator::msToNextDue()
{
    std::optional<qint64> due = m_source.nextDueMs();
    if (!m_again.empty())
        due = due ? std::min(*due, m_again.top().dueMs) : m_again.top().dueMs;
    return due ? std::optional(std::max<qint64>(0, *due - m_clock.elapsed())) : std::nullopt;
}

void Simulator::post(Line &line, SimulatedMessage message)
{
    line.message = std::move(message);
    line.sentNs = m_clock.nsecsElapsed();
    line.connection.post(line.message.body);
}

void Simulator::onAnswer(Line &line, const PushAnswer &answer)
{
    if (answer.isSuccess()) {
        ++m_report.acked;
        m_latencies.add((m_clock.nsecsElapsed() - line.sentNs) / 1000);
        Q_EMIT acknowledged(line.message.uuid);
    } else {
        retryOrFail(std::move(line.message));
    }
    if (!giveWork(line))
        waitOrFinish();
}

void Simulator::retryOrFail(SimulatedMessage message)
{
    if (message.failures >= m_config.retries || m_stopping) {
        ++m_report.failed;
        return;
    }
    ++m_report.retried;
    const qint64 pause = m_config.retryPauseMs << message.failures;
    ++message.failures;
    m_again.push({m_clock.elapsed() + pause, std::move(message)});
}

void Simulator::giveUpLateAnswers()
{
    const qint64 oldest = m_clock.nsecsElapsed() - m_config.answerLimitMs * 1'000'000;
    for (const auto &line : m_lines) {
        if (line->connection.isBusy() && line->sentNs < oldest)
            line->connection.abandon();
    }
}

void Simulator::waitOrFinish()
{
    if (busyLines() == m_lines.size())
        return; // the next answer goes on
    if (const auto wait = m_stopping ? std::nullopt : msToNextDue()) {
        m_wake.start(std::chrono::milliseconds(*wait));
        return;
    }
    if (busyLines() > 0 || m_endedMs >= 0)
        return;
    m_endedMs = m_clock.elapsed();
    m_tick.stop();
    Q_EMIT finished(report());
}

std::size_t Simulator::busyLines() const
{
    return static_cast<std::size_t>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const auto &line) { return line->connection.isBusy(); }));
}

} // namespace callboard
