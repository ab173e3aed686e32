// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer's thread does about a store that can't be written.
#include "store/database/store_problem_text.h"
#include "store/database/store_trouble.h"
#include "store/write/writer_loop.h"

#include <QLoggingCategory>

namespace callboard {

Q_DECLARE_LOGGING_CATEGORY(lcStore)

namespace {

constexpr qint64 DiskLookMs = 1'000;

} // namespace

/// Beside the writing: reading a large store takes a while.
void StoreWriter::Loop::startCheck()
{
    if (!m_options.checkFile)
        return;
    setFileState(FileState::Checking);
    m_check.emplace(m_url, [this](const StoreProblem &damage) {
        m_queue.pushTask([this, damage] {
            if (damage.isNone())
                setFileState(FileState::Sound);
            else
                noteFailure(StoreError(damage));
        });
    });
}

void StoreWriter::Loop::setFileState(FileState file)
{
    const std::lock_guard lock(m_stateMutex);
    if (m_state.file != FileState::Damaged)
        m_state.file = file;
}

/// Whether it waits for a person. Only this thread writes the state, so it may look without the lock.
void StoreWriter::Loop::noteRetention()
{
    const bool hasLimits = m_options.journalKeepMs > 0 || m_options.callKeepMs > 0;
    const bool waits = (hasLimits && !m_retention->clock().isTrusted()) || m_retention->isBoundaryAhead();
    if (m_state.retentionWaits == waits)
        return;
    const std::lock_guard lock(m_stateMutex);
    m_state.retentionWaits = waits;
}

/// Trouble of the whole store, wherever it shows: nothing more is taken until it is over.
void StoreWriter::Loop::noteFailure(const StoreError &error)
{
    if (error.kind() != StoreErrorKind::Other)
        setFailed(error);
}

void StoreWriter::Loop::setFailed(const StoreError &error)
{
    if (isDamage(error.kind()))
        setFileState(FileState::Damaged);
    else if (isDamaged()) // no other trouble hides this one, which stays
        return;
    if (error.kind() == StoreErrorKind::Full)
        m_backend->releaseReserve();
    setProblem(writingProblem(error, m_url));
}

void StoreWriter::Loop::setProblem(const StoreProblem &problem)
{
    const bool writable = problem.isNone();
    const QString sentence = storeProblemLogText(problem);
    {
        const std::lock_guard lock(m_stateMutex);
        if (m_state.writable == writable && m_state.trouble == sentence)
            return;
        m_state.writable = writable;
        m_state.trouble = sentence;
        m_state.troubleCode = writable ? QString() : storeProblemWord(problem);
        m_problem = problem;
    }
    m_queue.setRefusing(!writable);
    if (!writable)
        qCWarning(lcStore).noquote() << sentence;
    Q_EMIT m_owner.writableChanged(writable, problem);
}

StoreProblem StoreWriter::Loop::problem() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_problem;
}

bool StoreWriter::Loop::isDamaged() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_state.file == FileState::Damaged;
}

bool StoreWriter::Loop::isWritable() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_state.writable;
}

void StoreWriter::Loop::watchDisk()
{
    if (m_sinceDiskLook.isValid() && m_sinceDiskLook.elapsed() < DiskLookMs)
        return;
    m_sinceDiskLook.start();
    const qint64 freeBytes = m_backend->freeBytes();
    {
        const std::lock_guard lock(m_stateMutex);
        m_state.freeDiskBytes = freeBytes;
    }
    if (isDamaged()) // a commit elsewhere in the file proves nothing
        return;
    if (!m_lock->isInPlace())
        setProblem({StoreErrorCode::FileDisplaced, {m_url.place()}});
    else if (freeBytes >= 0 && freeBytes < m_options.minimumFreeBytes)
        setProblem(littleRoomProblem(freeBytes));
    else if (!isWritable())
        tryAgain();
}

void StoreWriter::Loop::tryAgain()
{
    try {
        m_applier->change([] {});
        m_backend->keepReserve();
        setProblem({});
    } catch (const StoreError &error) {
        qCInfo(lcStore).noquote() << "Still not writable:" << error.text();
        noteFailure(error);
    }
}

} // namespace callboard
