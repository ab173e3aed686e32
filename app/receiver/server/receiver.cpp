// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/server/receiver.h"

#include "receiver/net/listener.h"
#include "receiver/server/network_worker.h"

#include <QPointer>

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {
constexpr int MostFailuresShown = 20;
}

Receiver::Receiver(ReceiverConfig config, ArrivalSink &sink, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_sink(sink)
    , m_shared(std::make_shared<ReceiverShared>())
{ }

Receiver::~Receiver()
{
    shutdown();
}

void Receiver::startThreads()
{
    for (int i = 0; i < std::max(1, m_config.threads); ++i)
        startThread();
}

void Receiver::startThread()
{
    auto thread = std::make_unique<NetworkThread>(m_config, m_shared, m_sink);
    connect(thread->worker(), &NetworkWorker::noticed, this, &Receiver::noticed);
    m_threads.push_back(std::move(thread));
}

ReceiverStats Receiver::stats() const
{
    ReceiverStats stats = m_shared->counters.snapshot();
    stats.otherPaths = m_shared->otherPaths.latest();
    stats.failures = m_shared->senders.worst(MostFailuresShown, monotonicMs());
    return stats;
}

void Receiver::start()
{
    startThreads();
    m_threads.front()->post([this, config = m_config, sockets = m_sockets, opening = ++m_openings] {
        // The receiver joins this thread before it goes, so `this` is alive; its own thread takes the result.
        QMetaObject::invokeMethod(this, [this, opening, result = openReceiver(config, sockets)] {
            if (opening == m_openings)
                finishOpening(result);
        });
    });
}

bool Receiver::isSameDoor(const ReceiverConfig &config) const
{
    return m_sockets && config.address == m_config.address
        && (config.port == m_config.port || config.port == m_sockets->port)
        && m_sockets->listeners.size() == static_cast<std::size_t>(std::max(1, config.threads));
}

void Receiver::keepSockets(const OpenResult &result)
{
    auto sockets = std::make_shared<ListeningSockets>();
    sockets->listeners = duplicated(result.sockets.listeners);
    sockets->port = result.sockets.port;
    m_sockets = sockets->listeners.empty() ? nullptr : sockets;
}

void Receiver::restart(const ReceiverConfig &config)
{
    if (!isSameDoor(config))
        m_sockets.reset();
    m_config = config;
    m_shared->senders.pardonAll();
    m_url.clear();
    m_restarting = true;
    ++m_openings;
    for (const auto &thread : m_threads)
        thread->whenEnded(this, [this] { forgetRetired(); });
    drainThreads();
    std::move(m_threads.begin(), m_threads.end(), std::back_inserter(m_retired));
    m_threads.clear();
    forgetRetired();
}

/// The port is free only when the last thread that served it has ended.
void Receiver::forgetRetired()
{
    std::erase_if(m_retired, [](const auto &thread) { return thread->hasEnded(); });
    if (!m_retired.empty() || !std::exchange(m_restarting, false))
        return;
    start();
}

void Receiver::reload(const ReceiverConfig &config)
{
    if (m_threads.empty() || m_url.isEmpty())
        return;
    m_threads.front()->post([this, config, opening = m_openings] {
        QMetaObject::invokeMethod(this, [this, config, opening, result = readTlsFiles(config)] {
            if (opening == m_openings && !m_url.isEmpty())
                finishReloading(config, result);
        });
    });
}

void Receiver::finishReloading(const ReceiverConfig &config, const std::shared_ptr<OpenResult> &result)
{
    if (result->error.isEmpty()) {
        m_config.token = config.token;
        m_config.secondToken = config.secondToken;
        m_config.allow = config.allow;
        m_shared->senders.pardonAll();
        for (const auto &thread : m_threads)
            thread->post(
                [worker = thread->worker(), renewed = m_config, result] { worker->renew(renewed, result->tls); });
    }
    for (const QString &warning : std::as_const(result->warnings))
        Q_EMIT noticed(warning);
    Q_EMIT reloaded(result->error);
}

bool Receiver::startAndWait(QString *error)
{
    startThreads();
    std::promise<std::shared_ptr<OpenResult>> promise;
    m_threads.front()->post([this, &promise] { promise.set_value(openReceiver(m_config)); });
    const std::shared_ptr<OpenResult> result = promise.get_future().get();
    if (error)
        *error = result->error;
    return finishOpening(result);
}

/// Unless a restart makes it old news.
template <typename Function>
void Receiver::tellLater(Function tell)
{
    const auto deliver = [this, tell, opening = m_openings] {
        if (opening == m_openings)
            tell();
    };
    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
}

bool Receiver::finishOpening(const std::shared_ptr<OpenResult> &result)
{
    if (m_threads.empty()) // shut down meanwhile
        return false;
    if (!result->error.isEmpty()) {
        m_sockets.reset(); // nobody would ever be let in
        tellLater([this, reason = result->error] { Q_EMIT failed(reason); });
        return false;
    }
    m_url.setScheme(result->tls ? u"https"_s : u"http"_s);
    m_url.setHost(m_config.address.toString());
    m_url.setPort(result->sockets.port);
    m_url.setPath(m_config.path);
    keepSockets(*result);
    for (std::size_t i = 0; i < m_threads.size(); ++i) {
        m_threads[i]->post([worker = m_threads[i]->worker(), result, i] {
            worker->serve(result->sockets.listeners[i].take(), result->tls, result->maxConnections);
        });
    }
    tellLater([this, warnings = result->warnings] {
        Q_EMIT listening(m_url);
        for (const QString &warning : warnings)
            Q_EMIT noticed(warning);
    });
    return true;
}

void Receiver::stopAccepting()
{
    m_sockets.reset();
    for (const auto &thread : m_threads)
        thread->post([worker = thread->worker()] { worker->stopAccepting(); });
}

void Receiver::drainThreads()
{
    for (const auto &thread : m_threads)
        thread->post([worker = thread->worker()] { worker->drain(); });
}

void Receiver::shutdown()
{
    m_restarting = false;
    m_sockets.reset();
    drainThreads();
    m_threads.clear();
    m_retired.clear();
}

} // namespace callboard
