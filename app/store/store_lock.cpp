// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_lock.h"

#include "store/connection.h"
#include "store/store_folder.h"
#include "store/store_trouble.h"

#include <QSysInfo>

#include <cerrno>

#include <signal.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString holderOf(const QLockFile &lock)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&pid, &host, &program))
        return u"another process"_s;
    return u"%1 (process %2 on %3)"_s.arg(program).arg(pid).arg(host);
}

/// Of a process of this computer that has ended. Taking such a lock over needs a little space on the disk.
bool isLeftBehind(const QLockFile &lock)
{
    qint64 pid = 0;
    QString host;
    QString program;
    return lock.getLockInfo(&pid, &host, &program) && host == QSysInfo::machineHostName()
        && ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH;
}

} // namespace

StoreLock::StoreLock(const StoreUrl &url)
    : m_lock(url.filePath + u".lock"_s)
{
    makeFolderOf(url.filePath);
    m_lock.setStaleLockTime(0);
    if (m_lock.tryLock(0))
        return;
    if (m_lock.error() == QLockFile::LockFailedError && !isLeftBehind(m_lock)) {
        throw StoreError(heldText(url.filePath, holderOf(m_lock)), StoreErrorKind::Busy);
    }
    throw StoreError(
        u"The store %1 can't be locked. Check that its folder exists, can be written and has space left."_s.arg(
            url.filePath));
}

} // namespace callboard
