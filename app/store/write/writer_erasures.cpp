// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/writer_loop.h"

#include <QLoggingCategory>
#include <QVariant>

#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(lcStore)

namespace {

constexpr qint64 EmptyEveryMs = 1'000;

} // namespace

void StoreWriter::Loop::eraseSoon(qint64 erasureId, std::function<void(const FinishedErasure &)> tell)
{
    m_erasureAnswers.insert(erasureId, std::move(tell));
    m_erasures->lookNow();
}

/// What waited for the clock need not wait for the next look.
void StoreWriter::Loop::confirmClock()
{
    m_retention->confirmClock();
    m_erasures->lookNow();
}

/// A piece between two batches: erasures go on while pushes arrive.
void StoreWriter::Loop::eraseDue()
{
    emptyLog();
    try {
        if (!m_erasures->isDue())
            return;
        const qint64 dueBy = m_retention->trustedTime();
        changeStore([this, dueBy](Connection &) { m_erasures->slice(dueBy); });
        if (auto finished = m_erasures->takeFinished()) {
            m_finishedErasures.push_back(std::move(*finished));
            m_mustEmptyLog = true;
        }
    } catch (const StoreError &error) {
        m_erasures->takeFinished(); // it was not committed, and begins again
        qCWarning(lcStore).noquote() << "A person's number could not be erased yet:" << error.text();
    }
    m_applier->clearCallCache();
}

/// What was erased still stands in the log, until that is emptied. Readers may be in the way for a while, and pushes do
/// not wait for them: then it is tried again.
void StoreWriter::Loop::emptyLog()
{
    if (!m_mustEmptyLog || !isWritable() || (m_sinceEmptying.isValid() && m_sinceEmptying.elapsed() < EmptyEveryMs))
        return;
    m_sinceEmptying.start();
    m_mustEmptyLog = !tryEmptyLog();
    if (m_mustEmptyLog)
        return;
    for (const FinishedErasure &erasure : std::exchange(m_finishedErasures, {})) {
        if (const auto tell = m_erasureAnswers.take(erasure.id))
            tell(erasure);
    }
}

bool StoreWriter::Loop::tryEmptyLog()
{
    try {
        return m_connection->database().emptyLog(std::chrono::milliseconds(0));
    } catch (const StoreError &error) {
        qCInfo(lcStore).noquote() << "The log could not be emptied yet:" << error.text();
        return false;
    }
}

} // namespace callboard
