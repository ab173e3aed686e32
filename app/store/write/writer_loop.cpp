// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/writer_loop.h"

#include "store/database/schema.h"
#include "store/database/store_problem_text.h"
#include "store/database/store_trouble.h"
#include "store/read/queries.h"
#include "store/table/rollup_table.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <map>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcStore, "callboard.store", QtInfoMsg)

namespace {

constexpr qint64 ReleaseMs = 30'000;
constexpr qint64 QuietPushes = 100 * ReleaseMs / 1000; ///< fewer in ReleaseMs: little arrives
constexpr qint64 IdleMs = 2'000; ///< after so long without arrivals the journal is tidied
constexpr int TriesBeforeGivingUp = 3;
constexpr auto LongWait = std::chrono::milliseconds(1'000);
constexpr auto ShortWait = std::chrono::milliseconds(5); ///< between two slices of old rows

ReceiptKind receiptOf(const Arrival &arrival, bool stored)
{
    if (!stored)
        return ReceiptKind::Unavailable;
    return std::holds_alternative<Refusal>(arrival.content) ? ReceiptKind::Kept : ReceiptKind::Stored;
}

} // namespace

StoreWriter::Loop::Loop(StoreWriter &owner, StoreUrl url, const WriterOptions &options)
    : m_owner(owner)
    , m_url(std::move(url))
    , m_options(options)
    , m_queue(options.queueArrivals, options.queueBytes)
    , m_backend(StoreBackend::of(m_url))
{
    setObjectName(u"store writer"_s);
    m_queue.setRefusing(true);
}

IngestState StoreWriter::Loop::state() const
{
    IngestState state;
    {
        const std::lock_guard lock(m_stateMutex);
        state = m_state;
        state.lastPushAt = m_lastPush.epochMs(m_options.clocks);
    }
    state.queued = m_queue.size();
    state.queuedBytes = m_queue.bytes();
    return state;
}

void StoreWriter::Loop::run()
{
    try {
        openStore();
    } catch (const StoreError &error) {
        m_openProblem = isDamage(error.kind()) ? damageProblem(error, m_url) : error.problem();
        closeStore();
        Q_EMIT m_owner.failed(m_openProblem);
        return;
    }
    setProblem({});
    Q_EMIT m_owner.opened();
    startCheck();
    serve();
    m_check.reset(); // its reader would keep the log from being folded
    if (isWritable())
        m_connection->foldLog();
    m_backend->releaseReserve();
    closeStore();
}

void StoreWriter::Loop::openStore()
{
    m_lock = m_backend->lock();
    m_connection = std::make_unique<Connection>(m_url, Access::Write);
    migrateSchema(*m_connection);
    const QStringList leftovers = m_backend->leftoverTexts(*m_connection);
    for (const QString &text : leftovers)
        qCWarning(lcStore).noquote() << text;
    if (const StoreProblem place = m_backend->placeProblem(); place.code != StoreErrorCode::None)
        qCWarning(lcStore).noquote() << storeProblemLogText(place);
    m_applier = std::make_unique<BatchApplier>(*m_connection);
    m_applier->setRejectedBounds({m_options.rejectedMessages, m_options.rejectedBytes});
    m_applier->load();
    m_upkeep.emplace(*m_connection);
    m_erasures.emplace(*m_connection);
    m_mustEmptyLog = m_erasures->hasAny(); // a program that was killed may have left what it erased
    m_retention = std::make_unique<Retention>(*m_connection, *m_applier, m_options.clocks);
    setKeepTimes();
    noteRetention();
    m_backend->keepReserve();
    m_connection->database().setLockTimeout(LockTimeout); // while opening nobody waits
    m_sinceArrival.start();
    m_sinceNotice.start();
    const std::lock_guard lock(m_stateMutex);
    m_state.freeDiskBytes = m_backend->freeBytes();
}

void StoreWriter::Loop::closeStore()
{
    m_check.reset();
    m_erasures.reset();
    m_upkeep.reset();
    m_retention.reset();
    m_applier.reset();
    m_connection.reset();
    m_lock.reset();
}

void StoreWriter::Loop::serve()
{
    for (;;) {
        IngestQueue::Taken taken = m_queue.take(m_options.batchArrivals, waitTimeout());
        if (taken.closed)
            break;
        if (!taken.arrivals.isEmpty())
            commitBatch(taken.arrivals);
        for (const WriterTask &task : taken.tasks)
            task();
        tellPending();
        watchDisk();
        releasePageCache();
        const bool isIdle = taken.arrivals.isEmpty() && taken.tasks.empty() && m_sinceArrival.elapsed() >= IdleMs;
        eraseDue();
        removeOld(isIdle);
        if (isIdle)
            runIdleMaintenance();
    }
    m_sinceNotice.invalidate();
    tellPending();
}

std::chrono::milliseconds StoreWriter::Loop::waitTimeout() const
{
    if (m_pending.isEmpty())
        return m_retention->isRunning() && m_sinceArrival.elapsed() >= IdleMs ? ShortWait : LongWait;
    return std::chrono::milliseconds(std::max<qint64>(0, m_options.noticeIntervalMs - m_sinceNotice.elapsed()));
}

void StoreWriter::Loop::commitBatch(const QList<Arrival> &arrivals)
{
    m_sinceArrival.start();
    if (!isWritable()) { // queued before the trouble was known: each must not wait for it again
        answer(arrivals, false);
        return;
    }
    try {
        const CommitNotice notice = m_applier->apply(arrivals);
        m_rollupsMoved = true;
        account(arrivals, notice);
        answer(arrivals, true);
        tell(notice);
    } catch (const StoreError &error) {
        qCWarning(lcStore).noquote() << "A commit of" << arrivals.size() << "messages failed:" << error.text();
        if (error.kind() == StoreErrorKind::Other) {
            commitOneByOne(arrivals, error);
        } else {
            noteFailure(error);
            answer(arrivals, false); // who is answered may look at the state at once
        }
    }
}

/// A batch that fails may hold one message that the database won't take: the others must not suffer for it. Where the
/// first few fail alone too, it is the store that is in trouble.
void StoreWriter::Loop::commitOneByOne(const QList<Arrival> &arrivals, const StoreError &firstError)
{
    StoreError trouble = firstError;
    int failures = 0;
    qsizetype stored = 0;
    for (const Arrival &arrival : arrivals) {
        const QList<Arrival> alone{arrival};
        const bool given = stored == 0 && failures >= TriesBeforeGivingUp;
        const std::optional<StoreError> error = given ? trouble : commitAlone(alone);
        stored += error ? 0 : 1;
        failures += error ? 1 : 0;
        trouble = error.value_or(trouble);
        answer(alone, !error);
    }
    if (stored == 0 || trouble.kind() != StoreErrorKind::Other)
        setFailed(trouble);
}

std::optional<StoreError> StoreWriter::Loop::commitAlone(const QList<Arrival> &arrival)
{
    try {
        const CommitNotice notice = m_applier->apply(arrival);
        account(arrival, notice);
        tell(notice);
        return std::nullopt;
    } catch (const StoreError &error) {
        return error;
    }
}

void StoreWriter::Loop::account(const QList<Arrival> &arrivals, const CommitNotice &notice)
{
    qint64 basic = 0;
    qint64 outbound = 0;
    QMap<PushKind, qint64> others;
    for (const Arrival &arrival : arrivals) {
        if (const auto *message = std::get_if<PartMessage>(&arrival.content))
            (message->part == Part::Basic ? basic : outbound) += 1;
        else if (const auto *other = std::get_if<OtherPush>(&arrival.content))
            others[other->kind] += 1;
    }
    const std::lock_guard lock(m_stateMutex);
    for (auto it = others.cbegin(); it != others.cend(); ++it)
        m_state.acceptedOthers[it.key()] += it.value();
    m_state.commits += 1;
    m_state.committedArrivals += arrivals.size();
    m_state.largestBatch = std::max<qint64>(m_state.largestBatch, arrivals.size());
    m_state.acceptedBasic += basic;
    m_state.acceptedOutbound += outbound;
    m_state.repeated += notice.repeated;
    m_state.refused += notice.refused;
    if (notice.lastPushAt == 0)
        return;
    m_lastPush = PastMoment::now(m_options.clocks);
}

void StoreWriter::Loop::answer(const QList<Arrival> &arrivals, bool stored)
{
    std::map<std::shared_ptr<ReceiptSink>, QList<Receipt>> bySink;
    for (const Arrival &arrival : arrivals) {
        if (arrival.sink)
            bySink[arrival.sink].append({arrival.connection, arrival.sequence, receiptOf(arrival, stored)});
    }
    for (const auto &[sink, receipts] : bySink)
        sink->deliver(receipts);
}

void StoreWriter::Loop::tell(const CommitNotice &notice)
{
    m_pending.append(notice);
}

void StoreWriter::Loop::tellPending()
{
    const bool due = !m_sinceNotice.isValid() || m_sinceNotice.elapsed() >= m_options.noticeIntervalMs;
    if (m_pending.isEmpty() || !due)
        return;
    const CommitNotice notice = std::exchange(m_pending, {});
    m_sinceNotice.start();
    Q_EMIT m_owner.committed(notice);
}

/// While little arrives the system's cache of the file serves as well as a cache of our own, and a window that is open
/// all day does not grow with the store.
void StoreWriter::Loop::releasePageCache()
{
    if (m_sinceRelease.isValid() && m_sinceRelease.elapsed() < ReleaseMs)
        return;
    m_sinceRelease.start();
    const qint64 pushes = m_applier->pushes();
    const bool quiet = pushes - std::exchange(m_pushesAtRelease, pushes) < QuietPushes;
    if (quiet)
        m_connection->database().releasePageCache();
}

void StoreWriter::Loop::runIdleMaintenance()
{
    try {
        m_connection->begin();
        if (!m_erasures->isWorking())
            m_upkeep->slice();
        if (m_rollupsMoved)
            dropEmptyRollups(*m_connection);
        m_connection->commit();
        m_rollupsMoved = false;
    } catch (const StoreError &error) {
        m_connection->rollback();
        qCInfo(lcStore).noquote() << "Tidying the journal failed, it stays as it is:" << error.text();
        noteFailure(error);
    }
}

ReplayResult StoreWriter::Loop::replay(const QList<qint64> &ids)
{
    ReplayResult result;
    try {
        const QList<RejectedMessage> messages = loadReplayable(*m_connection, ids);
        for (const RejectedMessage &message : messages) {
            Arrival arrival{.arrivedAt = QDateTime::currentMSecsSinceEpoch(),
                            .remote = message.remote,
                            .body = message.body,
                            .ofAddress = message.kind,
                            .content = parseArrival(message.body, message.kind),
                            .sink = {},
                            .connection = 0,
                            .sequence = 0};
            if (message.reason == RefusalReason::TooLarge || std::holds_alternative<Refusal>(arrival.content)) {
                result.refusedAgain += 1;
                continue;
            }
            const QList<Arrival> alone{std::move(arrival)};
            const CommitNotice notice = m_applier->apply(alone);
            account(alone, notice);
            tell(notice);
            changeStore([&](Connection &connection) { markReplayed(connection, message.id); });
            result.accepted += 1;
        }
    } catch (const StoreError &error) {
        result.problem = error.problem();
        noteFailure(error);
    }
    return result;
}

/// The next quiet moment follows the new limits, not the one an hour from now.
void StoreWriter::Loop::setLimits(qint64 journalKeepMs, qint64 minimumFreeBytes)
{
    m_options.journalKeepMs = journalKeepMs;
    m_options.minimumFreeBytes = minimumFreeBytes;
    setKeepTimes();
    m_sinceDiskLook.invalidate();
}

void StoreWriter::Loop::setCallsKept(qint64 callKeepMs)
{
    m_options.callKeepMs = callKeepMs;
    setKeepTimes();
}

void StoreWriter::Loop::setKeepTimes()
{
    m_retention->setKeepTimes({m_options.journalKeepMs, m_options.callKeepMs});
}

void StoreWriter::Loop::removeOld(bool isIdle)
{
    m_retention->work(isIdle);
    noteRetention();
    if (!m_retention->isRunning() && m_retention->takeCallsGone())
        tellLists();
}

/// Calls went without a commit that boards would follow: whoever shows lists reads them again.
void StoreWriter::Loop::tellLists()
{
    try {
        changeStore([](Connection &) {});
    } catch (const StoreError &error) {
        qCInfo(lcStore).noquote() << "Lists learn with the next commit that calls are gone:" << error.text();
    }
}

void StoreWriter::Loop::changeStore(const std::function<void(Connection &)> &statements)
{
    CommitNotice notice;
    try {
        m_applier->change([&] { statements(*m_connection); });
    } catch (const StoreError &error) {
        noteFailure(error);
        throw;
    }
    notice.commits = {CommitDelta{m_applier->commit(), {}}};
    notice.committedAt = QDateTime::currentMSecsSinceEpoch();
    tell(notice);
}

} // namespace callboard
