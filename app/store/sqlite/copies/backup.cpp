// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_target.h"
#include "store/database/connection.h"
#include "store/database/private_file.h"
#include "store/database/schema.h"
#include "store/database/store_trouble.h"
#include "store/sqlite/copies/store_copies.h"
#include "store/sqlite/copies/store_place.h"
#include "store/sqlite/sqlite_lock.h"

#include <QFile>

#include <optional>

#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SyncBytes = 8 * 1024 * 1024;

/// Brings a file that grows to the disk in pieces: one sync of everything at the end could not be cancelled for long.
class PiecewiseSync
{
public:
    explicit PiecewiseSync(const QString &file)
        : m_file(file)
    { }
    /// False when the disk said no.
    bool sync(bool isWhole)
    {
        if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly | QIODevice::ExistingOnly))
            return !isWhole;
        const qint64 size = m_file.size();
        if (!isWhole && size - m_synced < SyncBytes)
            return true;
        m_synced = size;
        return ::fdatasync(m_file.handle()) == 0;
    }

private:
    QFile m_file;
    qint64 m_synced = 0;
};

/// The copy is read once before it takes the place of an older one, which may be the last that is whole.
void requireSoundCopy(const QString &beside, const StoreUrl &url, const std::function<bool()> &cancelled)
{
    QString damage;
    try {
        Connection copy(StoreUrl::ofFile(beside), Access::Still);
        if (cancelled)
            copy.database().watchClosely(cancelled);
        damage = copy.checkIntegrity(IntegrityDepth::Contents);
    } catch (const StoreError &error) {
        if (!isDamage(error.kind()))
            throw;
        damage = error.text();
    }
    if (!damage.isEmpty())
        throw StoreError(StoreErrorCode::BackupDamaged, {url.place(), damage, url.toString()});
}

void copyInto(const QString &beside, const StoreUrl &url, const std::function<bool()> &cancelled)
{
    PiecewiseSync sync(beside);
    bool isSynced = true;
    const auto isCancelled = [&cancelled] { return cancelled && cancelled(); };
    Connection connection(url, Access::Read);
    requireCurrentSchema(connection);
    connection.database().watchClosely([&] {
        isSynced = isSynced && sync.sync(false);
        return !isSynced || isCancelled();
    });
    try {
        connection.database().copyTo(beside);
    } catch (const QueryCancelled &) {
        if (isSynced)
            throw;
    } catch (const StoreError &error) {
        if (isDamage(error.kind()))
            throw StoreError(damageProblem(error, url));
        throw;
    }
    if (isCancelled())
        throw QueryCancelled();
    if (!isSynced || !sync.sync(true))
        throw StoreError(StoreErrorCode::BackupNotOnDisk, {beside});
}

/// A copy in the place of a store whose writer goes on would take from it what it confirms from now on. Holds the lock
/// of a store that is to be replaced, so that no writer begins meanwhile.
void claimPlace(const StoreUrl &url, const QString &file, std::optional<SqliteLock> &lock)
{
    if (!QFile::exists(file))
        return;
    StoreProblem problem;
    const auto place = StoreUrl::parse(file, &problem);
    if (!place)
        throw StoreError(problem);
    if (*place == url)
        throw StoreError(StoreErrorCode::BackupOntoItself, {file});
    lock.emplace(place->localFile(),
                 SqliteLock::Names::Any); // it is replaced, not written: another name keeps what it has
}

/// A database can't be poured into a pipe. The name behind symbolic links, which stay.
QString placeOf(const QString &name)
{
    const OutputTarget target = outputTarget(name);
    const bool isFile = target.kind == OutputTarget::Kind::File;
    const QString problem = isFile ? databasePartProblem(target.path) : target.problem;
    if (isFile && problem.isEmpty())
        return target.path;
    const StoreArgument reason = problem.isEmpty() ? StoreArgument(StoreErrorCode::TargetIsStream) : problem;
    throw StoreError(StoreErrorCode::BackupTarget, {name, reason});
}

} // namespace

void backupStore(const StoreUrl &url, const QString &output, const std::function<bool()> &cancelled)
{
    const QString file = placeOf(output);
    std::optional<SqliteLock> lock;
    claimPlace(url, file, lock);
    const QString beside = file + u".part"_s;
    try {
        makePrivateFile(beside);
        copyInto(beside, url, cancelled);
        requireSoundCopy(beside, url, cancelled);
    } catch (...) {
        QFile::remove(beside);
        throw;
    }
    if (!lock && QFile::exists(file))
        throw StoreError(StoreErrorCode::BackupOvertaken, {file, beside});
    StorePlace place(file, beside);
    place.foldOlder();
    place.removeLog();
    place.putInPlace();
}

} // namespace callboard
