// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqlite_backend.h"

#include "files/output_target.h"
#include "store/database/private_file.h"
#include "store/database/store_trouble.h"
#include "store/sqlite/files/database_files.h"
#include "store/sqlite/files/disk_reserve.h"
#include "store/sqlite/files/erasure_proof.h"
#include "store/sqlite/files/file_problem.h"
#include "store/sqlite/files/store_folder.h"
#include "store/sqlite/files/volume_kind.h"
#include "store/sqlite/restore_leftovers.h"
#include "store/sqlite/sqlite_database.h"
#include "store/sqlite/sqlite_lock.h"
#include "store/sqlite/store_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLinks = 40;

/// The file behind links, also behind one to a file that is yet to be made.
QString behindLinks(QString path)
{
    for (int i = 0; i < MostLinks && QFileInfo(path).isSymLink(); ++i)
        path = QFileInfo(path).symLinkTarget();
    const QFileInfo file(path);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? file.absoluteFilePath() : QDir(folder).filePath(file.fileName());
}

} // namespace

SqliteBackend::SqliteBackend(const QString &file)
    : m_file(file)
{ }

StoreProblem SqliteBackend::readLocation(const QString &text, QString *location)
{
    const QString path = location->startsWith("///"_L1) ? location->mid(2) : *location;
    if (path.isEmpty() || path.endsWith(u'/'))
        return {StoreErrorCode::UrlWithoutFile, {text}};
    if (path.startsWith("file:"_L1)) // SQLite's own form, with options that a store must not have; no folder "file:"
        return {StoreErrorCode::UrlOfNoStore, {text}};
    // Before anything opens it: opening a pipe waits for ever.
    if (const StoreProblem file = plainFileProblem(path); QFileInfo::exists(path) && !file.isNone())
        return {StoreErrorCode::UrlNoPlainFile, {file}};
    *location = behindLinks(QDir::cleanPath(path));
    return {};
}

QString SqliteBackend::identity() const
{
    return behindLinks(m_file);
}

std::unique_ptr<StoreDatabase> SqliteBackend::open(Access access, QueryStop &stop) const
{
    if (access == Access::Write)
        prepareForWriting();
    else
        requireExisting();
    if (access == Access::Note)
        requireNotable(m_file);
    if (access == Access::Read && isReadAsItStands(m_file))
        access = Access::Still;
    if (access == Access::Read)
        requireReadableName(m_file);
    try {
        return std::make_unique<SqliteDatabase>(m_file, access, stop);
    } catch (const StoreError &error) {
        if (isDamage(error.kind()))
            requireStoreFile(m_file); // says more than the database
        throw;
    }
}

/// What is no sound store must not be opened for writing: that alone changes it. Only files that are known to be a
/// store's are closed to others: of any other not even the mode is changed.
void SqliteBackend::prepareForWriting() const
{
    makeFolderOf(m_file);
    requireStoreFile(m_file);
    for (const QString &file : {m_file, logOf(m_file), indexOf(m_file), reserveOf(m_file)})
        closeToOthers(file);
}

std::unique_ptr<StoreLock> SqliteBackend::lock() const
{
    return std::make_unique<SqliteLock>(m_file);
}

bool SqliteBackend::isLocked() const
{
    return LockedFile::isHeld(m_file);
}

StoreInspection SqliteBackend::inspect() const
{
    return inspectStoreFile(m_file);
}

void SqliteBackend::requireExisting() const
{
    requireStoreAt(m_file);
}

bool SqliteBackend::isEmpty() const
{
    return QFileInfo(m_file).size() == 0;
}

qint64 SqliteBackend::bytesOnDisk() const
{
    return QFileInfo(m_file).size();
}

qint64 SqliteBackend::logBytes() const
{
    struct stat log = {};
    return ::stat(QFile::encodeName(logOf(m_file)).constData(), &log) == 0 ? log.st_size : 0;
}

StoreProblem SqliteBackend::placeProblem() const
{
    const QByteArray type = volumeTypeOf(m_file);
    StoreProblem problem;
    if (isRemoteVolume(type))
        problem = {StoreErrorCode::VolumeRemote, {m_file, QString::fromUtf8(type)}};
    return problem;
}

qint64 SqliteBackend::freeBytes() const
{
    return DiskReserve(m_file).freeBytes();
}

void SqliteBackend::keepReserve() const
{
    DiskReserve(m_file).restore();
}

void SqliteBackend::releaseReserve() const
{
    DiskReserve(m_file).release();
}

void SqliteBackend::copyBeforeStep(StoreDatabase &database, int step) const
{
    const QString target = u"%1.before-step-%2"_s.arg(m_file, QString::number(step));
    const QString beside = target + u".part"_s;
    makePrivateFile(beside);
    database.copyTo(beside);
    if (const QString problem = replaceFile(beside, target); !problem.isEmpty())
        throw StoreError(StoreErrorCode::StepCopyFailed, {target, ReportedText{problem}});
}

QStringList SqliteBackend::leftoverTexts(Connection &store) const
{
    return restoreLeftoverTexts(findRestoreLeftovers(store));
}

QList<FoundBytes> SqliteBackend::findBytes(const QByteArray &digits) const
{
    return searchFiles(m_file, digits);
}

QStringList SqliteBackend::copiesBeside() const
{
    return copiesBesideFile(m_file);
}

} // namespace callboard
