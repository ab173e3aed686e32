// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/store_work.h"

#include "store/database/connection.h"

#include <QThread>

namespace callboard {

StoreWork::StoreWork(QObject *parent)
    : QObject(parent)
{ }

StoreWork::~StoreWork()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void StoreWork::start(Task task)
{
    if (isRunning())
        return;
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    const auto later = [this](auto call) { QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection); };
    const Watch watch{
        [this, later](qint64 done, qint64 all) { later([this, done, all] { Q_EMIT progressed(done, all); }); },
        [flag = m_isCancelled] { return flag->load(); }};
    const auto run = [this, later, watch, task = std::move(task)] {
        try {
            task(watch);
            later([this] { end(End::Done, {}); });
        } catch (const QueryCancelled &) {
            later([this] { end(End::Cancelled, {}); });
        } catch (const StoreError &error) {
            later([this, problem = error.problem()] { end(End::Failed, problem); });
        }
    };
    m_thread.reset(QThread::create(run));
    m_thread->start();
}

void StoreWork::end(End end, const StoreProblem &problem)
{
    m_thread->wait();
    m_thread.reset();
    if (end == End::Done)
        Q_EMIT done();
    else if (end == End::Failed)
        Q_EMIT failed(problem);
    else
        Q_EMIT cancelled();
}

} // namespace callboard
