// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/files/still_file.h"

#include "store/database/store_error.h"
#include "store/sqlite/files/database_files.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

bool may(const QString &path, int how)
{
    return ::access(QFile::encodeName(path).constData(), how) == 0;
}

StoreArgument ownerOf(const QFileInfo &file)
{
    if (file.owner().isEmpty())
        return StoreProblem{StoreErrorCode::UserNumber, {QString::number(file.ownerId())}};
    return file.owner();
}

/// A log that this program makes belongs to its user; root's is given to the owner of the store.
bool mayMakeLog(const QFileInfo &file)
{
    const bool isForOwner = ::geteuid() == 0 || file.ownerId() == ::geteuid();
    return isForOwner && may(file.absolutePath(), W_OK | X_OK) && may(file.filePath(), R_OK | W_OK);
}

} // namespace

bool isLogEmpty(const QString &path)
{
    return QFileInfo(logOf(path)).size() == 0;
}

bool isReadAsItStands(const QString &path)
{
    const QFileInfo file(path);
    if (!may(path, R_OK))
        throw StoreError(StoreErrorCode::NoPermission, {path, ownerOf(file)});
    if (mayMakeLog(file))
        return false;
    if (isLogEmpty(path) && !(QFileInfo::exists(logOf(path)) && QFileInfo::exists(indexOf(path))))
        return true;
    if (may(logOf(path), R_OK) && may(indexOf(path), R_OK))
        return false;
    throw StoreError(StoreErrorCode::LogClosed, {path, QFileInfo(logOf(path)).fileName(), ownerOf(file)});
}

void requireNotable(const QString &path)
{
    const QFileInfo file(path);
    struct stat status = {};
    const bool hasNames = ::stat(QFile::encodeName(path).constData(), &status) == 0 && status.st_nlink > 1;
    const bool isElsewhere = isMountedAlone(path) || (LockedFile::isHeld(path) && !QFileInfo::exists(logOf(path)));
    if (hasNames || isElsewhere)
        throw StoreError(StoreErrorCode::NotedElsewhere, {path});
    if (isReadAsItStands(path) || !may(path, W_OK))
        throw StoreError(StoreErrorCode::NotedByOwnerOnly, {path});
}

StillFile::StillFile(const QString &path)
    : m_path(path)
    , m_first(readState())
{ }

bool StillFile::isStill() const
{
    return readState() == m_first && isLogEmpty(m_path);
}

StillFile::State StillFile::readState() const
{
    struct stat status = {};
    if (::stat(QFile::encodeName(m_path).constData(), &status) != 0)
        return {};
    return {{status.st_dev, status.st_ino}, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

} // namespace callboard
