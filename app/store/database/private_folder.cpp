// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/private_folder.h"

#include "store/database/store_error.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString LockName = u"in-use.lock"_s;
constexpr int FreshSeconds = 60; ///< between making a folder and locking it

bool isOurs(const QFileInfo &folder)
{
    return !folder.isSymLink() && folder.isDir() && folder.ownerId() == geteuid()
        && folder.lastModified().secsTo(QDateTime::currentDateTime()) > FreshSeconds;
}

/// Folders whose program ended without removing them.
void removeAbandoned(const QString &parent, const QString &prefix)
{
    const QFileInfoList folders =
        QDir(parent).entryInfoList({prefix + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        if (!isOurs(folder))
            continue;
        const QString lockName = QDir(folder.filePath()).filePath(LockName);
        if (QFileInfo(lockName).size() == 0) // its program was killed before it had written its name there
            QFile::remove(lockName);
        QLockFile lock(lockName);
        lock.setStaleLockTime(0);
        if (lock.tryLock(0)) {
            lock.unlock();
            QDir(folder.filePath()).removeRecursively();
        }
    }
}

} // namespace

PrivateFolder::PrivateFolder(const QString &parent, const QString &prefix)
    : m_folder(QDir(parent).filePath(prefix + u"XXXXXX"_s))
{
    if (!m_folder.isValid()) {
        throw StoreError(StoreErrorCode::NoTemporaryFolder, {parent, ReportedText{m_folder.errorString()}});
    }
    m_lock.emplace(m_folder.filePath(LockName));
    m_lock->setStaleLockTime(0);
    m_lock->tryLock(0);
    removeAbandoned(parent, prefix);
}

qint64 PrivateFolder::freeBytes() const
{
    std::error_code error;
    const auto volume = std::filesystem::space(QFile::encodeName(m_folder.path()).toStdString(), error);
    return error ? -1 : static_cast<qint64>(volume.available);
}

} // namespace callboard
