// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/as_of/as_of_store.h"

#include "store/as_of/as_of_copy.h"
#include "store/as_of/as_of_replay.h"
#include "store/database/schema.h"
#include "store/read/kept_calls.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostTries = 1'000;
constexpr qint64 Megabyte = 1024 * 1024;

/// Both connections look at the same state of the store, for as long as their transactions last.
void beginTogether(Connection &now, Connection &then, std::optional<Snapshot> &snapshot)
{
    for (int i = 0; i < MostTries; ++i) {
        snapshot.emplace(now);
        then.begin();
        const QVariant commit = now.value(u"SELECT value FROM meta WHERE key = 'commit'"_s);
        if (commit == then.value(u"SELECT value FROM source.meta WHERE key = 'commit'"_s))
            return;
        then.rollback(); // a commit came in between
        snapshot.reset();
    }
    throw StoreError(StoreErrorCode::AsOfTooBusy);
}

StoreProblem noRoom(const QString &folder, qint64 needed, qint64 left)
{
    return {StoreErrorCode::AsOfNoRoom,
            {folder, QString::number(needed / Megabyte + 1), QString::number(left / Megabyte)}};
}

/// Calls that are no longer kept can't be taken back one by one. At a later moment all of them had hung up; the few
/// that arrived after it, days late, count as known.
void checkKept(Connection &now, qint64 at)
{
    const qint64 since = callsKeptSince(now);
    if (at >= since)
        return;
    throw StoreError(StoreErrorCode::AsOfNotKept,
                     {StoreProblem{StoreErrorCode::CallsKeptSince, {keptSinceTime(since)}}});
}

} // namespace

AsOfStore::AsOfStore(Connection &now, qint64 at, const Progress &progress, const Cancelled &cancelled,
                     const AsOfOptions &options)
    : m_now(now)
    , m_folder(options.folder)
{
    m_facts.at = at;
    checkKept(m_now, at);
    checkRoom(options);
    try {
        make(progress, cancelled);
    } catch (const QueryCancelled &) {
        throw;
    } catch (const StoreError &) {
        if (now.isStopped())
            throw QueryCancelled();
        const qint64 left = m_folder.freeBytes();
        if (left >= 0 && left < Megabyte)
            throw StoreError(noRoom(options.folder, Megabyte, left));
        throw;
    }
}

/// The calls of then take no more than those of now do, without the journal.
void AsOfStore::checkRoom(const AsOfOptions &options) const
{
    const qint64 journal = m_now.value(u"SELECT COALESCE(SUM(LENGTH(segment)), 0) FROM push"_s).toLongLong();
    const qint64 whole = m_now.backend().bytesOnDisk();
    const qint64 needed = std::max<qint64>(0, whole - journal) + options.leaveFreeBytes;
    const qint64 left = m_folder.freeBytes();
    if (left >= 0 && left < needed)
        throw StoreError(noRoom(options.folder, needed, left));
}

void AsOfStore::make(const Progress &progress, const Cancelled &cancelled)
{
    {
        Connection then(url(), Access::Write);
        migrateSchema(then);
        then.makePrivate(m_now);
        then.stopWith(m_now);
        beginTogether(m_now, then, m_snapshot);
        AsOfWork work(m_now, then, m_facts, progress, cancelled);
        copyAsOf(work);
        replayKnown(work);
        countAsOf(work);
        then.commit();
    }
    m_connection.emplace(url(), Access::Read);
    m_connection->stopWith(m_now);
}

} // namespace callboard
