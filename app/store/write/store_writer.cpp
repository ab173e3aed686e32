// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/store_writer.h"

#include "store/database/store_problem_text.h"
#include "store/read/queries.h"
#include "store/settings/alert_table.h"
#include "store/settings/meaning_table.h"
#include "store/settings/schedule_table.h"
#include "store/settings/task_table.h"
#include "store/table/audit_table.h"
#include "store/write/writer_loop.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QPointer>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(lcStore)

StoreWriter::StoreWriter(const StoreUrl &url, const WriterOptions &options, QObject *parent)
    : QObject(parent)
    , m_loop(std::make_unique<Loop>(*this, url, options))
{
    qRegisterMetaType<CommitNotice>();
    qRegisterMetaType<StoreProblem>();
}

StoreWriter::~StoreWriter()
{
    stop();
}

void StoreWriter::start()
{
    m_loop->start();
}

bool StoreWriter::startAndWait(QString *error)
{
    std::mutex mutex;
    std::condition_variable told;
    std::optional<bool> ok;
    const auto tell = [&](bool good) {
        const std::lock_guard lock(mutex);
        ok = good;
        told.notify_one();
    };
    QObject context; // direct connections: the answer comes on the writer's thread, this one waits
    connect(
        this, &StoreWriter::opened, &context, [&] { tell(true); }, Qt::DirectConnection);
    connect(
        this, &StoreWriter::failed, &context, [&] { tell(false); }, Qt::DirectConnection);
    start();
    std::unique_lock lock(mutex);
    told.wait(lock, [&] { return ok.has_value(); });
    lock.unlock();
    disconnect(this, nullptr, &context, nullptr);
    if (!*ok && error)
        *error = storeProblemLogText(m_loop->openProblem());
    return *ok;
}

void StoreWriter::stop()
{
    m_loop->queue().close();
    m_loop->wait();
}

bool StoreWriter::offer(Arrival &&arrival)
{
    return m_loop->queue().push(std::move(arrival));
}

StoreProblem StoreWriter::problem() const
{
    return m_loop->problem();
}

IngestState StoreWriter::ingestState() const
{
    return m_loop->state();
}

void StoreWriter::replay(const QList<qint64> &ids, QObject *context, std::function<void(const ReplayResult &)> done)
{
    const auto answer = [this, asker = QPointer<QObject>(context), done = std::move(done)](const ReplayResult &result) {
        // By way of this object, which outlives the writer's thread; the asker may be gone by then.
        const auto deliver = [asker, done, result] {
            if (asker)
                done(result);
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    if (!m_loop->queue().pushTask([this, ids, answer] { answer(m_loop->replay(ids)); }))
        answer(ReplayResult{.problem = {StoreErrorCode::StoreClosedReplay, {}}});
}

void StoreWriter::setTask(const QString &taskId, const QString &alias, qint64 listSize)
{
    decide([=](Connection &connection) { writeTask(connection, taskId, alias, listSize); });
}

void StoreWriter::setMeaning(const ResultMeaning &meaning)
{
    decide([=](Connection &connection) { writeMeaning(connection, meaning); });
}

void StoreWriter::dropMeanings(const QString &code)
{
    decide([=](Connection &connection) { callboard::dropMeanings(connection, code); });
}

void StoreWriter::setLimits(qint64 journalKeepMs, qint64 minimumFreeBytes)
{
    m_loop->queue().pushTask(
        [this, journalKeepMs, minimumFreeBytes] { m_loop->setLimits(journalKeepMs, minimumFreeBytes); });
}

void StoreWriter::setCallsKept(qint64 callKeepMs)
{
    m_loop->queue().pushTask([this, callKeepMs] { m_loop->setCallsKept(callKeepMs); });
}

void StoreWriter::confirmClock()
{
    m_loop->queue().pushTask([this] {
        try {
            m_loop->confirmClock();
        } catch (const StoreError &error) {
            Q_EMIT changeFailed({StoreErrorCode::ChangeNotStored, {error.problem()}});
        }
    });
}

void StoreWriter::audit(const QString &action, const QString &detail)
{
    const qint64 at = QDateTime::currentMSecsSinceEpoch();
    change([=](Connection &connection) {
        AuditTable::append(connection, at, action, u"%1 (%2)"_s.arg(detail, AuditTable::currentUser()));
    });
}

void StoreWriter::saveAlertRule(const AlertRuleRow &rule)
{
    change([rule](Connection &connection) { writeAlertRule(connection, rule); });
}

void StoreWriter::removeAlertRule(qint64 id)
{
    change([id](Connection &connection) { callboard::removeAlertRule(connection, id); });
}

void StoreWriter::saveAlerts(const QList<AlertRow> &alerts, QObject *context,
                             std::function<void(const QString &error)> done)
{
    const auto statements = [alerts](Connection &connection) {
        for (const AlertRow &alert : alerts)
            writeAlert(connection, alert);
    };
    changeAndAnswer(
        statements, [] {}, answerTo(context, std::move(done)));
}

void StoreWriter::change(std::function<void(Connection &)> statements)
{
    m_loop->queue().pushTask([this, statements = std::move(statements)] { tryChange(statements); });
}

void StoreWriter::decide(std::function<void(Connection &)> statements)
{
    m_loop->queue().pushTask([this, statements = std::move(statements)] {
        if (tryChange(statements))
            Q_EMIT decisionsChanged();
    });
}

bool StoreWriter::tryChange(const std::function<void(Connection &)> &statements)
{
    try {
        m_loop->changeStore(statements);
        return true;
    } catch (const StoreError &error) {
        qCWarning(lcStore).noquote() << "A change was not stored:" << error.text();
        Q_EMIT changeFailed({StoreErrorCode::ChangeNotStored, {error.problem()}});
        return false;
    }
}

void StoreWriter::setTasks(const QList<TaskInfo> &tasks, QObject *context,
                           std::function<void(const QString &error)> done)
{
    const auto statements = [tasks](Connection &connection) {
        for (const TaskInfo &task : tasks)
            writeTask(connection, task);
    };
    decide(statements, context, std::move(done));
}

void StoreWriter::replaceMeanings(const QString &code, const QList<ResultMeaning> &meanings, QObject *context,
                                  std::function<void(const QString &error)> done)
{
    const auto statements = [code, meanings](Connection &connection) {
        callboard::dropMeanings(connection, code);
        for (const ResultMeaning &meaning : meanings)
            writeMeaning(connection, meaning);
    };
    decide(statements, context, std::move(done));
}

void StoreWriter::decide(std::function<void(Connection &)> statements, QObject *context,
                         std::function<void(const QString &error)> done)
{
    changeAndAnswer(
        std::move(statements), [this] { Q_EMIT decisionsChanged(); }, answerTo(context, std::move(done)));
}

/// By way of this object, which outlives the writer's thread; the asker may be gone by then.
StoreWriter::Answer StoreWriter::answerTo(QObject *context, std::function<void(const QString &error)> done)
{
    return [this, asker = QPointer<QObject>(context), done = std::move(done)](const StoreProblem &problem) {
        const auto deliver = [asker, done, problem] {
            if (asker && done)
                done(storeProblemText(problem));
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
}

void StoreWriter::changeAndAnswer(std::function<void(Connection &)> statements, std::function<void()> changed,
                                  Answer answer)
{
    const Answer respond = std::move(answer);
    const auto task = [this, statements = std::move(statements), changed = std::move(changed), respond] {
        try {
            m_loop->changeStore(statements);
            changed();
            respond({});
        } catch (const StoreError &error) {
            respond(error.problem());
        }
    };
    if (!m_loop->queue().pushTask(task))
        respond({StoreErrorCode::StoreClosed, {}});
}

void StoreWriter::saveSchedule(const ReportSchedule &schedule, QObject *context,
                               std::function<void(qint64 id, const QString &error)> done)
{
    const auto id = std::make_shared<qint64>(0); // written before the answer is sent, read after it came
    const auto answered = [id, done = std::move(done)](const QString &error) {
        if (done)
            done(error.isEmpty() ? *id : 0, error);
    };
    changeAndAnswer([id, schedule](Connection &connection) { *id = writeSchedule(connection, schedule); },
                    [this] { Q_EMIT schedulesChanged(); }, answerTo(context, answered));
}

void StoreWriter::removeSchedule(qint64 id, QObject *context, std::function<void(const QString &error)> done)
{
    changeAndAnswer([id](Connection &connection) { callboard::removeSchedule(connection, id); },
                    [this] { Q_EMIT schedulesChanged(); }, answerTo(context, std::move(done)));
}

void StoreWriter::eraseNumber(const PersonNumber &number, bool atOnce, QObject *context,
                              std::function<void(const QString &error)> done,
                              std::function<void(const FinishedErasure &erasure)> erased)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto id = std::make_shared<qint64>(0); // on the writer's thread only
    const auto tell = [this, asker = QPointer<QObject>(context),
                       erased = std::move(erased)](const FinishedErasure &finished) {
        const auto deliver = [asker, erased, finished] {
            if (asker && erased)
                erased(finished);
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    changeAndAnswer(
        [id, number, atOnce, now](Connection &connection) {
            *id = ErasureTable::request(connection, number, AuditTable::currentUser(), atOnce, now).id;
        },
        [this, id, tell] { m_loop->eraseSoon(*id, tell); }, answerTo(context, std::move(done)));
}

void StoreWriter::saveRun(const ReportRun &run, QObject *context, std::function<void(const QString &error)> done)
{
    changeAndAnswer([run](Connection &connection) { writeRun(connection, run); }, [this] { Q_EMIT runsChanged(); },
                    answerTo(context, std::move(done)));
}

} // namespace callboard
