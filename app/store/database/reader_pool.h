// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace callboard {

struct ReadJob;

/// Handle of a running query. Dropping it does not cancel. GUI code keeps one per question it asks.
class ReadTicket
{
public:
    ReadTicket() = default;
    explicit ReadTicket(std::shared_ptr<ReadJob> job)
        : m_job(std::move(job))
    { }
    /// The answer will not be delivered; a running statement is interrupted. Harmless when finished or empty.
    void cancel();
    bool isActive() const;

private:
    std::shared_ptr<ReadJob> m_job;
};

/// Read-only connections on worker threads. Questions are answered in the thread of the asker.
///
/// The pool and its askers live in one thread. `done` runs there, unless the ticket was cancelled or `context` is gone;
/// so does `failed`, with a sentence for a person. Each thread opens its connection lazily and keeps it. Destroying the
/// pool interrupts what runs and joins.
class ReaderPool : public QObject
{
    Q_OBJECT
public:
    ReaderPool(const StoreUrl &url, int threads, QObject *parent = nullptr);
    ~ReaderPool() override;

    using Failed = std::function<void(const QString &)>;

    template <class Result>
    ReadTicket ask(QObject *context, std::function<Result(Connection &)> question,
                   std::function<void(const Result &)> done, Failed failed = {});

private:
    using Work = std::function<std::function<void()>(Connection &)>;
    ReadTicket submit(QObject *context, Work work, Failed failed);
    class Worker;
    struct Jobs;
    std::shared_ptr<Jobs> m_jobs;
    std::vector<std::unique_ptr<Worker>> m_workers;
};

template <class Result>
ReadTicket ReaderPool::ask(QObject *context, std::function<Result(Connection &)> question,
                           std::function<void(const Result &)> done, Failed failed)
{
    Work work = [question = std::move(question), done = std::move(done)](Connection &connection) {
        auto result = std::make_shared<Result>(question(connection));
        return std::function<void()>([result, done] { done(*result); });
    };
    return submit(context, std::move(work), std::move(failed));
}

} // namespace callboard
