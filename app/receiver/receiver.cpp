// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver.h"

#include "receiver/listener.h"
#include "receiver/network_worker.h"

#include <QPointer>

#include <algorithm>
#include <future>

namespace callboard {

using namespace Qt::StringLiterals;

Receiver::Receiver(ReceiverConfig config, ArrivalSink &sink, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_sink(sink)
    , m_counters(std::make_shared<ReceiverCounters>())
{ }

Receiver::~Receiver()
{
    shutdown();
}

void Receiver::startThreads()
{
    for (int i = 0; i < std::max(1, m_config.threads); ++i)
        m_threads.push_back(std::make_unique<NetworkThread>(m_config, m_counters, m_sink));
}

void Receiver::start()
{
    startThreads();
    m_threads.front()->post([this, config = m_config] {
        // The receiver joins this thread before it goes, so `this` is alive; its own thread takes the result.
        QMetaObject::invokeMethod(this, [this, result = openReceiver(config)] { finishOpening(result); });
    });
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

bool Receiver::finishOpening(const std::shared_ptr<OpenResult> &result)
{
    if (m_threads.empty()) // shut down meanwhile
        return false;
    if (!result->error.isEmpty()) {
        const auto tell = [this, reason = result->error] { Q_EMIT failed(reason); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return false;
    }
    m_url.setScheme(result->tls ? u"https"_s : u"http"_s);
    m_url.setHost(m_config.address.toString());
    m_url.setPort(result->port);
    m_url.setPath(m_config.path);
    for (std::size_t i = 0; i < m_threads.size(); ++i) {
        m_threads[i]->post([worker = m_threads[i]->worker(), result, i] {
            worker->serve(result->listeners[i].take(), result->tls, result->maxConnections);
        });
    }
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT listening(m_url); }, Qt::QueuedConnection);
    return true;
}

void Receiver::stopAccepting()
{
    for (const auto &thread : m_threads)
        thread->post([worker = thread->worker()] { worker->stopAccepting(); });
}

void Receiver::shutdown()
{
    for (const auto &thread : m_threads)
        thread->post([worker = thread->worker()] { worker->drain(); });
    m_threads.clear();
}

} // namespace callboard
