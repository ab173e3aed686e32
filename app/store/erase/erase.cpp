// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase/erase.h"

#include "store/database/integrity_check.h"
#include "store/database/schema.h"
#include "store/database/snapshot.h"
#include "store/erase/erasure_table.h"

#include <QDateTime>
#include <QFileInfo>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds LogTimeout{5};

void runJob(ErasureJob &job, const EraseOptions &options)
{
    while (job.step()) {
        if (options.cancelled && options.cancelled())
            throw QueryCancelled();
        if (options.progress)
            options.progress(std::min(job.done(), job.all()), job.all());
    }
}

EraseCounts countMatches(Connection &connection, const PersonNumber &number, const EraseOptions &options)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    EraseScope scope{.isDryRun = true};
    if (!options.atOnce)
        scope.hideFrom = now - EraseFloorMs;
    ErasureJob job(connection, NumberEraser(number, "nothing is written"), scope);
    runJob(job, options);
    return job.counts();
}

/// What earlier erasures of the number keep, hidden, goes as well.
void finishEarlier(Connection &connection, const PersonNumber &number, const EraseOptions &options, EraseReport &report)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 hidden = ErasureTable::hiddenOf(connection, number);
    ErasureTable::makeDue(connection, report.numberHash);
    while (const auto earlier = ErasureTable::next(connection, now, 0)) {
        ErasureJob job(connection, earlier->eraser, ErasureTable::scopeOf(*earlier));
        runJob(job, options);
        ErasureTable::finish(connection, *earlier, job.counts(), now);
    }
    if (hidden > 0)
        report.counts.erased[u"push"_s] += hidden;
}

void eraseInOneTransaction(Connection &connection, const PersonNumber &number, const EraseOptions &options,
                           EraseReport &report)
{
    connection.begin();
    try {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const Erasure erasure = ErasureTable::request(connection, number, options.by, options.atOnce, now);
        ErasureJob job(connection, erasure.eraser, ErasureTable::scopeOf(erasure));
        runJob(job, options);
        report.counts = job.counts();
        report.numberHash = erasure.numberHash;
        report.dueAt = ErasureTable::finish(connection, erasure, report.counts, now);
        if (options.atOnce)
            finishEarlier(connection, number, options, report);
        report.hiddenBefore = ErasureTable::hiddenOf(connection, number) - report.counts.hidden;
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

bool isInStore(const QList<FoundBytes> &found)
{
    return std::any_of(found.begin(), found.end(), [](const FoundBytes &bytes) { return bytes.isOfStore; });
}

void prove(Connection &connection, const PersonNumber &number, EraseReport &report)
{
    report.remaining = countMatches(connection, number, {.atOnce = true}).erased;
    connection.database().emptyLog(LogTimeout);
    report.found = connection.backend().findBytes(number.digits());
    if (isInStore(report.found)) {
        connection.database().compact();
        report.found = connection.backend().findBytes(number.digits());
    }
    report.copies = connection.backend().copiesBeside();
}

} // namespace

bool EraseReport::isProven() const
{
    return remaining.isEmpty() && counts.damage.isEmpty() && counts.namesLeft == 0 && counts.campaignsLeft == 0
        && !isInStore(found);
}

EraseReport eraseNumber(const StoreUrl &url, const PersonNumber &number, const EraseOptions &options)
{
    const auto backend = StoreBackend::of(url);
    backend->requireExisting();
    EraseReport report;
    if (options.isDryRun) {
        Connection connection(url, Access::Read);
        requireCurrentSchema(connection);
        const Snapshot snapshot(connection);
        report.counts = countMatches(connection, number, options);
        report.copies = backend->copiesBeside();
        report.hiddenBefore = ErasureTable::hiddenOf(connection, number);
        return report;
    }
    const auto lock = backend->lock();
    requireSoundInside(url);
    Connection connection(url, Access::Write);
    migrateSchema(connection);
    eraseInOneTransaction(connection, number, options, report);
    prove(connection, number, report);
    return report;
}

} // namespace callboard
