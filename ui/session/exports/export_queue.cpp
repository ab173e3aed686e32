// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/exports/export_queue.h"

#include <algorithm>
#include <atomic>

namespace callboard {

namespace {

constexpr int LookMs = 50;

} // namespace

/// Written by the reader's thread, read by the window's.
struct ExportQueue::Job
{
    enum class Stage : quint8 { Asked, Running, Ended };

    std::atomic<Stage> stage = Stage::Asked;
    std::atomic<bool> cancelled = false;
    std::atomic<qint64> rows = 0, total = 0;
    ReportResult result; ///< valid once it has ended

    /// Runs on a reader's thread. A job that was cancelled before it came to its turn never begins.
    void run(const ExportWork &work, Connection &connection)
    {
        Stage expected = Stage::Asked;
        if (!stage.compare_exchange_strong(expected, Stage::Running))
            return;
        result = work(
            connection,
            [this](qint64 written, qint64 all) {
                total = all;
                rows = written;
            },
            [this] { return cancelled.load(); });
        stage = Stage::Ended;
    }

    void cancel()
    {
        cancelled = true;
        Stage expected = Stage::Asked;
        if (!stage.compare_exchange_strong(expected, Stage::Ended))
            return;
        result.cancelled = true;
    }
};

ExportQueue::ExportQueue(const StoreUrl &url, QObject *parent, Clocks clocks)
    : QObject(parent)
    , m_clocks(std::move(clocks))
    , m_readers(std::make_unique<ReaderPool>(url, 1))
{
    m_look.setInterval(LookMs);
    connect(&m_look, &QTimer::timeout, this, &ExportQueue::look);
}

ExportQueue::~ExportQueue()
{
    if (m_job)
        m_job->cancel();
    m_ticket.cancel();
}

qint64 ExportQueue::add(const QString &title, const QString &file, ExportWork work)
{
    Export made;
    made.id = ++m_lastId;
    made.title = title;
    made.file = file;
    m_exports.append(made);
    m_works[made.id] = std::move(work);
    startNext();
    Q_EMIT listChanged();
    return made.id;
}

const Export *ExportQueue::find(qint64 id) const
{
    const auto found =
        std::find_if(m_exports.begin(), m_exports.end(), [id](const Export &each) { return each.id == id; });
    return found == m_exports.end() ? nullptr : &*found;
}

Export *ExportQueue::entry(qint64 id)
{
    return const_cast<Export *>(find(id));
}

int ExportQueue::pending() const
{
    return static_cast<int>(
        std::count_if(m_exports.begin(), m_exports.end(), [](const Export &each) { return !each.isOver(); }));
}

bool ExportQueue::isPendingFor(const QString &file) const
{
    return std::any_of(m_exports.begin(), m_exports.end(),
                       [&file](const Export &each) { return !each.isOver() && each.file == file; });
}

void ExportQueue::startNext()
{
    if (m_job)
        return;
    const auto next = std::find_if(m_exports.begin(), m_exports.end(),
                                   [](const Export &each) { return each.state == Export::State::Waiting; });
    if (next == m_exports.end())
        return;
    next->state = Export::State::Running;
    m_runningId = next->id;
    m_job = std::make_shared<Job>();
    m_writingSince.reset();
    m_ticket = m_readers->ask<bool>(
        this,
        [job = m_job, work = m_works.take(next->id)](Connection &connection) {
            job->run(work, connection);
            return true;
        },
        [](const bool &) {},
        [this](const QString &why) { // the store could not be opened, so that nothing ran
            finish({0, false, why});
        });
    m_look.start();
}

void ExportQueue::cancel(qint64 id)
{
    Export *wanted = entry(id);
    if (!wanted || wanted->isOver())
        return;
    if (wanted->state == Export::State::Running) {
        m_job->cancel();
        m_ticket.cancel();
        return look();
    }
    wanted->state = Export::State::Cancelled;
    m_works.remove(id);
    Q_EMIT listChanged();
    Q_EMIT ended(id);
}

void ExportQueue::cancelAll()
{
    for (qsizetype i = m_exports.size() - 1; i >= 0; --i) // the running one last, or the next would begin
        cancel(m_exports.at(i).id);
}

void ExportQueue::clearOver()
{
    if (m_exports.removeIf([](const Export &each) { return each.isOver(); }) > 0)
        Q_EMIT listChanged();
}

void ExportQueue::look()
{
    if (!m_job)
        return;
    Export *running = entry(m_runningId);
    running->rows = m_job->rows;
    running->total = m_job->total;
    if (running->rows > 0 && !m_writingSince)
        m_writingSince = m_clocks.steady();
    running->writingMs = m_writingSince ? m_clocks.steady() - *m_writingSince : 0;
    if (m_job->stage == Job::Stage::Ended)
        finish(m_job->result);
    else
        Q_EMIT progressed();
}

void ExportQueue::finish(const ReportResult &result)
{
    m_look.stop();
    m_job.reset();
    Export *over = entry(m_runningId);
    const qint64 id = over->id;
    over->rows = result.rows;
    over->error = result.error;
    over->state = result.cancelled ? Export::State::Cancelled
        : result.error.isEmpty()   ? Export::State::Done
                                   : Export::State::Failed;
    startNext();
    Q_EMIT listChanged();
    Q_EMIT ended(id);
}

} // namespace callboard
