// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace callboard {

/// Work on the files of a store that takes as long as it takes: a restore, a salvage, an erasure. It runs on a thread
/// of its own; this object belongs to the GUI thread, and so do its signals. One task at a time.
class StoreWork : public QObject
{
    Q_OBJECT
public:
    /// What a task can say and has to look at; both from its thread.
    struct Watch
    {
        std::function<void(qint64 done, qint64 all)> progress;
        std::function<bool()> cancelled;
    };
    /// Throws StoreError, or QueryCancelled once it was cancelled.
    using Task = std::function<void(const Watch &)>;

    explicit StoreWork(QObject *parent = nullptr);
    ~StoreWork() override; ///< cancels, and waits for the thread

    void start(Task task);
    void cancel() { *m_isCancelled = true; }
    bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 all);
    /// It is over: well, with a problem, or cancelled.
    void done();
    void failed(const callboard::StoreProblem &problem);
    void cancelled();

private:
    enum class End : quint8 { Done, Failed, Cancelled };
    void end(End end, const StoreProblem &problem);

    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
};

} // namespace callboard
