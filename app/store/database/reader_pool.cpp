// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/reader_pool.h"

#include "store/database/schema.h"
#include "store/database/store_problem_text.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace callboard {

using namespace Qt::StringLiterals;

/// One question. `running` is guarded by the mutex: interrupting and closing a connection must not meet.
struct ReadJob
{
    QPointer<QObject> context; ///< only looked at in the pool's thread
    std::function<std::function<void()>(Connection &)> work;
    ReaderPool::Failed failed;
    std::atomic<bool> cancelled = false;
    std::atomic<bool> finished = false;
    std::mutex mutex;
    Connection *running = nullptr;
};

void ReadTicket::cancel()
{
    if (!m_job)
        return;
    m_job->cancelled = true;
    const std::lock_guard lock(m_job->mutex);
    if (m_job->running)
        m_job->running->interrupt();
}

bool ReadTicket::isActive() const
{
    return m_job && !m_job->cancelled && !m_job->finished;
}

struct ReaderPool::Jobs
{
    std::mutex mutex;
    std::condition_variable filled;
    std::deque<std::shared_ptr<ReadJob>> waiting;
    bool closed = false;

    std::shared_ptr<ReadJob> take()
    {
        std::unique_lock lock(mutex);
        filled.wait(lock, [this] { return closed || !waiting.empty(); });
        if (closed)
            return nullptr;
        std::shared_ptr<ReadJob> job = std::move(waiting.front());
        waiting.pop_front();
        return job;
    }
};

namespace {

/// A question that ends before its last row leaves a statement open, and with it the state of the store that it looks
/// at: the log could neither begin anew nor be emptied until the next question.
class ReadEnd
{
public:
    explicit ReadEnd(Connection &connection)
        : m_connection(connection)
    { }
    ~ReadEnd() { m_connection.rollback(); }
    Q_DISABLE_COPY_MOVE(ReadEnd)

private:
    Connection &m_connection;
};

} // namespace

class ReaderPool::Worker : public QThread
{
public:
    Worker(ReaderPool &pool, StoreUrl url)
        : m_pool(pool)
        , m_jobs(pool.m_jobs)
        , m_url(std::move(url))
    {
        setObjectName(u"store reader"_s);
    }

    /// Stops what runs now, for the pool's end.
    void interrupt()
    {
        const std::lock_guard lock(m_mutex);
        if (m_current)
            ReadTicket(m_current).cancel();
    }

protected:
    void run() override
    {
        while (std::shared_ptr<ReadJob> job = m_jobs->take()) {
            setCurrent(job);
            std::function<void()> delivery = job->cancelled ? nullptr : answer(job);
            setCurrent(nullptr);
            deliver(std::move(job), std::move(delivery));
        }
        m_connection.reset();
    }

private:
    void setCurrent(const std::shared_ptr<ReadJob> &job)
    {
        const std::lock_guard lock(m_mutex);
        m_current = job;
    }

    /// What has to be done with the answer; nothing when the question was cancelled.
    std::function<void()> answer(const std::shared_ptr<ReadJob> &job)
    {
        try {
            return workAgain(*job);
        } catch (const QueryCancelled &) {
            return nullptr;
        } catch (const StoreError &error) {
            return [failed = job->failed, problem = error.problem()] {
                if (failed)
                    failed(storeProblemText(problem)); // on the asker's thread, in the language of that moment
            };
        } catch (const std::exception &error) {
            return [failed = job->failed, text = QString::fromUtf8(error.what())] {
                if (failed)
                    failed(text);
            };
        }
    }

    /// A question that was ended because the log grew is asked again, of a new state; not for ever.
    std::function<void()> workAgain(ReadJob &job)
    {
        constexpr int MostTries = 3;
        for (int tries = 1;; ++tries) {
            try {
                return work(job);
            } catch (const ReadTooLong &) {
                if (tries == MostTries || job.cancelled)
                    throw;
            }
        }
    }

    std::function<void()> work(ReadJob &job)
    {
        if (!m_connection) {
            auto connection = std::make_unique<Connection>(m_url, Access::Read);
            requireCurrentSchema(*connection);
            m_connection = std::move(connection);
        }
        m_connection->resume();
        const Running running(job, m_connection.get());
        const ReadEnd end(*m_connection);
        return job.work(*m_connection);
    }

    /// Also when there is nothing to deliver: what a job holds of the QObject that its answer is for ends in the pool's
    /// thread, where that object lives.
    void deliver(std::shared_ptr<ReadJob> job, std::function<void()> delivery)
    {
        QMetaObject::invokeMethod(
            &m_pool,
            [job = std::move(job), delivery = std::move(delivery)] {
                job->finished = true;
                if (delivery && !job->cancelled && job->context)
                    delivery();
                job->context.clear(); // here: the thread that posted this may be the last to let go of the job
            },
            Qt::QueuedConnection);
    }

    /// Says which connection a cancel has to interrupt, for as long as the question runs.
    class Running
    {
    public:
        Running(ReadJob &job, Connection *connection)
            : m_job(job)
        {
            set(connection);
        }
        ~Running() { set(nullptr); }
        Q_DISABLE_COPY_MOVE(Running)

    private:
        void set(Connection *connection)
        {
            const std::lock_guard lock(m_job.mutex);
            m_job.running = connection;
        }
        ReadJob &m_job;
    };

    ReaderPool &m_pool;
    std::shared_ptr<Jobs> m_jobs;
    StoreUrl m_url;
    std::unique_ptr<Connection> m_connection;
    std::mutex m_mutex;
    std::shared_ptr<ReadJob> m_current;
};

ReaderPool::ReaderPool(const StoreUrl &url, int threads, QObject *parent)
    : QObject(parent)
    , m_jobs(std::make_shared<Jobs>())
{
    for (int i = 0; i < threads; ++i)
        m_workers.push_back(std::make_unique<Worker>(*this, url));
    for (const auto &worker : m_workers)
        worker->start();
}

ReaderPool::~ReaderPool()
{
    {
        const std::lock_guard lock(m_jobs->mutex);
        m_jobs->closed = true;
        m_jobs->waiting.clear();
    }
    m_jobs->filled.notify_all();
    for (const auto &worker : m_workers)
        worker->interrupt();
    for (const auto &worker : m_workers)
        worker->wait();
}

ReadTicket ReaderPool::submit(QObject *context, Work work, Failed failed)
{
    auto job = std::make_shared<ReadJob>();
    job->context = context;
    job->work = std::move(work);
    job->failed = std::move(failed);
    {
        const std::lock_guard lock(m_jobs->mutex);
        m_jobs->waiting.push_back(job);
    }
    m_jobs->filled.notify_one();
    return ReadTicket(job);
}

} // namespace callboard
